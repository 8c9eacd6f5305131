import type { Db } from "@/db/connect";
import { listOpenYearsOfUnit, updateCycleUnitDissolved } from "@/db/queries/cycle-units";
import { updateOrganisation } from "@/db/queries/organisations";
import { getCycleReport } from "@/db/queries/reports";
import { listUnitSubmissionsForUpdate } from "@/db/queries/submissions";
import type { Actor } from "@/lib/domain/access";
import { refusalOfDissolving, standingAfterDissolution } from "@/lib/domain/dissolution";
import type { DissolveUnitInput, RestoreUnitInput } from "@/lib/domain/inputs/unit";
import { dateInShanghai } from "@/lib/domain/office-day";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { getManagedUnitForUpdate } from "@/lib/services/managed-unit";

/**
 * Ends a unit on its day, with the reason. In every year whose report is still in work nothing more is asked of it, and
 * what it handed in counts or does not. A report that is final is unlocked first; a published one stays as it is.
 *
 * @throws Refusal not_permitted, not_found and report_final
 */
export async function dissolveUnit(db: Db, actor: Actor, input: DissolveUnitInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const { districtId, scope } = actor;
      const { organisationId, on, reason } = input;
      const unit = await getManagedUnitForUpdate(tx, actor, organisationId);
      const refusal = refusalOfDissolving(unit, on, dateInShanghai(now));
      if (refusal) throw new Refusal(refusal);

      const isCounted = input.handedIn === "counted";
      for (const { cycleId, exemptReason } of await listYearsInWork(tx, { districtId, organisationId })) {
        if (exemptReason !== null) continue;
        const sections = await listUnitSubmissionsForUpdate(tx, { scope, cycleId, organisationId });
        const { note, isExempt } = standingAfterDissolution({ on, reason, isCounted }, sections);
        const set = { dissolvedNote: note, exemptReason: isExempt ? note : null };
        await updateCycleUnitDissolved(tx, { districtId, cycleId, organisationId, set });
      }
      await updateOrganisation(tx, { districtId, id: unit.id, set: { isActive: false, dissolvedOn: on } });
      await record({ organisationId }, { type: "unit_dissolved", data: { name: unit.name, on, reason, isCounted } });
    },
    withoutResult,
  );
}

/**
 * Takes a dissolution back that was said by mistake: the unit reports again, in the years still in work too.
 *
 * @throws Refusal not_permitted, not_found, wrong_state and report_final
 */
export async function restoreUnit(db: Db, actor: Actor, input: RestoreUnitInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const { districtId } = actor;
      const { organisationId } = input;
      const unit = await getManagedUnitForUpdate(tx, actor, organisationId);
      if (unit.isActive) throw new Refusal("wrong_state");

      const isDissolved = (year: UnitYear) => year.dissolvedNote !== null;
      for (const { cycleId } of await listYearsInWork(tx, { districtId, organisationId }, isDissolved)) {
        const set = { dissolvedNote: null, exemptReason: null };
        await updateCycleUnitDissolved(tx, { districtId, cycleId, organisationId, set });
      }
      await updateOrganisation(tx, { districtId, id: unit.id, set: { isActive: true, dissolvedOn: null } });
      await record({ organisationId }, { type: "unit_restored", data: { name: unit.name } });
    },
    withoutResult,
  );
}

type UnitYear = Awaited<ReturnType<typeof listOpenYearsOfUnit>>[number];

/** The unit's open years whose report is a draft; a report that is final has to be unlocked first. */
async function listYearsInWork(
  tx: Db,
  params: { districtId: string; organisationId: string },
  isConcerned: (year: UnitYear) => boolean = () => true,
): Promise<UnitYear[]> {
  const inWork: UnitYear[] = [];
  for (const year of await listOpenYearsOfUnit(tx, params)) {
    if (!isConcerned(year)) continue;
    const report = await getCycleReport(tx, { districtId: params.districtId, cycleId: year.cycleId });
    if (report?.state === "final") throw new Refusal("report_final");
    if (report?.state === "draft") inWork.push(year);
  }
  return inWork;
}
