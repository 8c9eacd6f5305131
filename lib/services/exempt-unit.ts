import type { Db } from "@/db/connect";
import { listCycleUnits, updateCycleUnitExempt } from "@/db/queries/cycle-units";
import { listUnitSubmissionsForUpdate } from "@/db/queries/submissions";
import type { Actor } from "@/lib/domain/access";
import type { ExemptUnitInput } from "@/lib/domain/inputs/cycle";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { getOpenCycle } from "@/lib/services/change-cycle";
import { refuseFixedReport } from "@/lib/services/refuse-fixed-report";

/**
 * Says that a unit need not report this year, with the reason that the report prints; an empty reason asks it again. A
 * unit that has handed something in is not exempt: its figures are in the sums.
 *
 * @throws Refusal not_found, unit_dissolved with `unit`, reason_missing, unit_handed_in with `unit` and what
 * `refuseFixedReport` refuses
 */
export async function exemptUnit(db: Db, actor: Actor, input: ExemptUnitInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const cycle = await getOpenCycle(tx, actor, input.cycleId);
      const of = { districtId: actor.districtId, cycleId: cycle.id };
      await refuseFixedReport(tx, of);
      const units = await listCycleUnits(tx, { scope: actor.scope, cycleId: cycle.id });
      const unit = units.find((candidate) => candidate.organisationId === input.organisationId);
      if (!unit) throw new Refusal("not_found");

      const { organisationId } = unit;
      if (unit.dissolvedNote !== null) throw new Refusal("unit_dissolved", { unit: unit.name });
      if (input.reason === "") {
        // There is no exemption to end: the reason was left empty.
        if (unit.exemptReason === null) throw new Refusal("reason_missing");
        await updateCycleUnitExempt(tx, { ...of, organisationId, reason: null });
        await record(
          { organisationId, cycleId: cycle.id },
          { type: "unit_exemption_ended", data: { year: cycle.year } },
        );
        return;
      }
      const submissions = await listUnitSubmissionsForUpdate(tx, {
        scope: actor.scope,
        cycleId: cycle.id,
        organisationId,
      });
      if (submissions.some((submission) => submission.latestVersion > 0)) {
        throw new Refusal("unit_handed_in", { unit: unit.name });
      }
      await updateCycleUnitExempt(tx, { ...of, organisationId, reason: input.reason });
      await record(
        { organisationId, cycleId: cycle.id },
        { type: "unit_exempted", data: { year: cycle.year, reason: input.reason } },
      );
    },
    withoutResult,
  );
}
