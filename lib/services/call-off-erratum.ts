import type { Db } from "@/db/connect";
import { listAdjustments, updateAdjustmentDecided } from "@/db/queries/adjustments";
import { listCycleUnits, updateCycleUnitExempt } from "@/db/queries/cycle-units";
import { getCycleForUpdate } from "@/db/queries/cycles";
import { listEvents } from "@/db/queries/events";
import { getPublishedReport, getReportForUpdate, updateReport } from "@/db/queries/reports";
import type { Actor } from "@/lib/domain/access";
import type { Adjustment } from "@/lib/domain/adjustment";
import {
  type AdjustmentRestoration,
  listContradictions,
  listStandingApprovals,
  restoreAdjustments,
  restoreUnits,
} from "@/lib/domain/call-off";
import type { DomainEvent } from "@/lib/domain/events";
import type { CallOffErratumInput } from "@/lib/domain/inputs/report";
import { Refusal } from "@/lib/domain/refusal";
import { decideReportMove } from "@/lib/domain/report";
import { carryOut, type RecordEvent, withoutResult } from "@/lib/services/carry-out";
import { getJudgedReport } from "@/lib/services/report-work";
import { restoreSection } from "@/lib/services/restore-section";

/** An upper bound for the approvals and signatures of a year, so that a corrupt history is not read whole. */
const MOST_EVENTS = 100_000;
/** How many figures a refusal names; all are counted. */
const MOST_NAMED = 5;

/**
 * Calls a correction off: the published version goes on to stand, and the year says again what that version says. Every
 * section goes back to the version that it rests on, every adjustment to whether it counted and every unit that came in
 * meanwhile out of the report; what units typed or handed in stays in the history. A dissolution, and a section that
 * new headings or indicators ask for and that is not approved, are not undone here: the administrator does that.
 *
 * @throws Refusal not_found, correction_units_open with `units` and correction_has_changes with `count` and `cells`
 */
export async function callOffErratum(db: Db, actor: Actor, input: CallOffErratumInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const { districtId } = actor;
      const report = await getReportForUpdate(tx, { districtId, id: input.reportId });
      if (!report?.cycleId) throw new Refusal("not_found");
      const decision = decideReportMove(report, "call_off", actor);
      if (!decision.ok) throw new Refusal(decision.refusal);
      await getCycleForUpdate(tx, { id: report.cycleId, districtId });

      const correction = { cycleId: report.cycleId, year: report.year, reason: input.reason };
      await undoCorrection(tx, actor, correction, record, now);
      const work = await getJudgedReport(tx, actor, report.cycleId, now);
      if (!work) throw new Refusal("not_found");
      const missing = work.rollUp.units.filter((unit) => unit.status === "missing").map((unit) => unit.name);
      if (missing.length > 0) throw new Refusal("correction_units_open", { units: missing.join("、") });
      const differences = listContradictions(work.document.erratum?.differences ?? []);
      if (differences.length > 0) {
        const cells = differences.slice(0, MOST_NAMED).map(({ label }) => label);
        throw new Refusal("correction_has_changes", { count: differences.length, cells: cells.join("、") });
      }

      await updateReport(tx, { districtId, id: report.id, set: { state: decision.to } });
      await record(
        { cycleId: report.cycleId, reportId: report.id },
        { type: "erratum_called_off", data: { version: report.version, reason: input.reason } },
      );
    },
    withoutResult,
  );
}

async function undoCorrection(
  tx: Db,
  actor: Actor,
  correction: { cycleId: string; year: number; reason: string },
  record: RecordEvent,
  now: Date,
): Promise<void> {
  const { scope, districtId } = actor;
  const { cycleId, year, reason } = correction;
  const [begun] = await listEvents(tx, { scope, filter: { cycleId, types: ["erratum_begun"] }, limit: 1 });
  const published = await getPublishedReport(tx, { districtId, year });
  if (!begun || !published?.document) throw new Refusal("not_found");
  const events = await listEvents(tx, {
    scope,
    filter: { cycleId, beforeId: begun.id, types: ["submission_approved", "submission_reopened", "reopening_undone"] },
    limit: MOST_EVENTS,
  });
  for (const standing of listStandingApprovals(events)) await restoreSection(tx, actor, standing, now, record);
  await takeUnitsOut(tx, actor, { cycleId, year, begunId: begun.id }, record);

  const adjustments = await listAdjustments(tx, { districtId, cycleId });
  for (const { adjustment, move } of restoreAdjustments(adjustments, published.document)) {
    const { id, cellKey, amount } = adjustment;
    const event = eventOfRestoration(adjustment, move, reason);
    const signature = move === "sign_again" ? await findSignature(tx, actor, { cycleId, cellKey, amount }) : null;
    const by = signature ?? { userId: actor.userId, name: actor.name, at: now };
    await updateAdjustmentDecided(tx, { districtId, id, state: STATE_AFTER[move], by, at: by.at });
    await record({ cycleId }, event);
  }
}

/** Exempts the units that report only since the correction was begun. */
async function takeUnitsOut(
  tx: Db,
  { scope, districtId }: Actor,
  { cycleId, year, begunId }: { cycleId: string; year: number; begunId: number },
  record: RecordEvent,
): Promise<void> {
  const types = ["unit_included", "unit_exempted", "unit_exemption_ended"] as const;
  const [units, changes] = await Promise.all([
    listCycleUnits(tx, { scope, cycleId }),
    listEvents(tx, { scope, filter: { cycleId, types }, limit: MOST_EVENTS }),
  ]);
  for (const { organisationId, reason } of restoreUnits(changes, begunId, units)) {
    await updateCycleUnitExempt(tx, { districtId, cycleId, organisationId, reason });
    await record({ organisationId, cycleId }, { type: "unit_exempted", data: { year, reason } });
  }
}

const STATE_AFTER = { decline: "declined", revoke: "revoked", sign_again: "signed" } as const;

function eventOfRestoration(
  { cellKey, amount }: Adjustment,
  move: AdjustmentRestoration["move"],
  reason: string,
): DomainEvent {
  const data = { cellKey, amount };
  if (move === "revoke") return { type: "adjustment_revoked", data: { ...data, reason } };
  return { type: move === "decline" ? "adjustment_declined" : "adjustment_restored", data };
}

/** The person who had signed an adjustment before it was revoked. */
async function findSignature(
  tx: Db,
  actor: Actor,
  adjustment: { cycleId: string; cellKey: string; amount: string },
): Promise<{ userId: string; name: string; at: Date } | null> {
  const { cycleId, cellKey, amount } = adjustment;
  const filter = { cycleId, types: ["adjustment_signed" as const] };
  const signed = await listEvents(tx, { scope: actor.scope, filter, limit: MOST_EVENTS });
  const found = signed.find(
    ({ event }) => event.type === "adjustment_signed" && event.data.cellKey === cellKey && event.data.amount === amount,
  );
  return found?.actorId ? { userId: found.actorId, name: found.actorName, at: found.at } : null;
}
