import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { insertOrganisation } from "@/db/queries/organisations";
import { type Actor, may } from "@/lib/domain/access";
import type { AddUnitInput } from "@/lib/domain/inputs/unit";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, withoutResult } from "@/lib/services/carry-out";

/**
 * Adds a reporting unit; it takes part from the next cycle that is opened.
 *
 * @throws Refusal not_permitted and name_taken
 */
export async function addUnit(db: Db, actor: Actor, input: AddUnitInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "unit:manage")) throw new Refusal("not_permitted");
      const id = randomUUID();
      const isNew = await insertOrganisation(tx, {
        districtId: actor.districtId,
        id,
        parentId: actor.districtId,
        kind: input.kind,
        name: input.name,
        position: input.position,
      });
      if (!isNew) throw new Refusal("name_taken");
      await record({ organisationId: id }, { type: "unit_added", data: { name: input.name } });
    },
    withoutResult,
  );
}
