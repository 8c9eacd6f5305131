import type { Db } from "@/db/connect";
import { insertCycleUnits, listCycleUnits } from "@/db/queries/cycle-units";
import { listUnits } from "@/db/queries/organisations";
import type { Actor } from "@/lib/domain/access";
import type { IncludeUnitInput } from "@/lib/domain/inputs/cycle";
import { Refusal } from "@/lib/domain/refusal";
import { askForSections, getDraftCycle } from "@/lib/services/ask-for-sections";
import { carryOut, nothing } from "@/lib/services/carry-out";

/** Asks a unit that was added or came back after the year was opened to report in it as well. */
export async function includeUnit(db: Db, actor: Actor, input: IncludeUnitInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const cycle = await getDraftCycle(tx, actor, input.cycleId);
      const { organisationId } = input;
      const units = await listUnits(tx, { districtId: actor.districtId });
      if (!units.some((unit) => unit.id === organisationId && unit.isActive)) throw new Refusal("not_found");
      const expected = await listCycleUnits(tx, { scope: actor.scope, cycleId: cycle.id });
      if (expected.some((unit) => unit.organisationId === organisationId)) throw new Refusal("wrong_state");
      const position = Math.max(0, ...expected.map((unit) => unit.position)) + 1;
      await insertCycleUnits(tx, [{ districtId: actor.districtId, cycleId: cycle.id, organisationId, position }]);
      await askForSections(tx, actor, cycle, now);
      await record({ organisationId, cycleId: cycle.id }, { type: "unit_included", data: { year: cycle.year } });
    },
    nothing,
  );
}
