import type { Db } from "@/db/connect";
import { deleteOrganisation, listUnusedUnits } from "@/db/queries/unused-units";
import type { Actor } from "@/lib/domain/access";
import type { RemoveUnitInput } from "@/lib/domain/inputs/unit";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { getManagedUnitForUpdate } from "@/lib/services/managed-unit";

/**
 * Removes a unit that was added by mistake: nobody ever belonged to it and no year expected it. Its events stay.
 *
 * @throws Refusal not_permitted, not_found and unit_in_use with `unit`
 */
export async function removeUnit(db: Db, actor: Actor, input: RemoveUnitInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const of = { districtId: actor.districtId, id: input.organisationId };
      const unit = await getManagedUnitForUpdate(tx, actor, of.id);
      const unused = await listUnusedUnits(tx, of);
      if (!unused.includes(unit.id)) throw new Refusal("unit_in_use", { unit: unit.name });
      await deleteOrganisation(tx, of);
      await record({}, { type: "unit_removed", data: { name: unit.name } });
    },
    withoutResult,
  );
}
