import { z } from "zod";
import type { Db } from "@/db/connect";
import { insertCycleUnits, listCycleUnits } from "@/db/queries/cycle-units";
import { listStaff } from "@/db/queries/memberships";
import { getUnit } from "@/db/queries/organisations";
import type { Actor } from "@/lib/domain/access";
import type { Cycle } from "@/lib/domain/cycle";
import type { IncludeUnitInput } from "@/lib/domain/inputs/cycle";
import { Refusal } from "@/lib/domain/refusal";
import { refuseReturnDue } from "@/lib/domain/review";
import { askForSections, getDraftCycle } from "@/lib/services/ask-for-sections";
import { carryOut } from "@/lib/services/carry-out";

const IncludedSchema = z.object({ hasSubmitter: z.boolean() });

/**
 * Asks a unit that was added or came back after the year was opened to report in it as well, with a date of its own
 * where the year's have passed. Says whether anybody is there to fill it in.
 *
 * @throws Refusal not_found and wrong_state
 */
export async function includeUnit(
  db: Db,
  actor: Actor,
  input: IncludeUnitInput,
  now: Date,
): Promise<z.infer<typeof IncludedSchema>> {
  return carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const cycle = await getDraftCycle(tx, actor, input.cycleId);
      const { districtId, scope } = actor;
      const { organisationId, dueAt } = input;
      const unit = await getUnit(tx, { districtId, id: organisationId });
      if (!unit?.isActive) throw new Refusal("not_found");
      const expected = await listCycleUnits(tx, { scope, cycleId: cycle.id });
      if (expected.some((unit) => unit.organisationId === organisationId)) throw new Refusal("wrong_state");
      const refusal = refuseReturnDue(firstDue(cycle), dueAt ?? null, now);
      if (refusal) throw new Refusal(refusal);

      const position = Math.max(0, ...expected.map((unit) => unit.position)) + 1;
      await insertCycleUnits(tx, [{ districtId, cycleId: cycle.id, organisationId, position }]);
      await askForSections(tx, actor, cycle, now, dueAt ? { organisationId, dueAt } : undefined);
      await record({ organisationId, cycleId: cycle.id }, { type: "unit_included", data: { year: cycle.year } });
      const staff = await listStaff(tx, { districtId, organisationIds: [organisationId], now });
      return { hasSubmitter: staff.length > 0 };
    },
    (kept) => IncludedSchema.parse(kept),
  );
}

/** The earlier of the year's dates. */
function firstDue({ tablesDueAt, narrativeDueAt }: Cycle): Date {
  return tablesDueAt < narrativeDueAt ? tablesDueAt : narrativeDueAt;
}
