import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { getCycleForUpdate } from "@/db/queries/cycles";
import { listLatestEvents } from "@/db/queries/events";
import { getReportForUpdate, insertReport, listReports, updateReport } from "@/db/queries/reports";
import { getEntryForUpdate, listSubmissions, updateSubmission } from "@/db/queries/submissions";
import { getVersion } from "@/db/queries/versions";
import { type Actor, may } from "@/lib/domain/access";
import type { StoredEvent } from "@/lib/domain/events";
import { listBlockers } from "@/lib/domain/finalise";
import type { BeginErratumInput, CallOffErratumInput } from "@/lib/domain/inputs/report";
import { Refusal } from "@/lib/domain/refusal";
import { decideReportMove } from "@/lib/domain/report";
import { carryOut, type RecordEvent, withoutResult } from "@/lib/services/carry-out";
import { loadReport } from "@/lib/services/load-report";
import { subjectOf } from "@/lib/services/move-submission";

/**
 * Opens the next version of a published report; the published one stands until the new one is published. A version that
 * was begun and called off is taken up again, so that the numbers of what is published have no gap.
 */
export async function beginErratum(db: Db, actor: Actor, input: BeginErratumInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "report:publish")) throw new Refusal("not_permitted");
      const { districtId } = actor;
      const report = await getReportForUpdate(tx, { districtId, id: input.reportId });
      if (!report?.cycleId) throw new Refusal("not_found");
      if (report.state !== "published") throw new Refusal("wrong_state");
      const version = report.version + 1;
      const calledOff = (await listReports(tx, { districtId })).find(
        (one) => one.year === report.year && one.version === version && one.state === "called_off",
      );
      const id = calledOff?.id ?? randomUUID();
      if (calledOff) {
        await updateReport(tx, { districtId, id, set: { state: "draft", erratumReason: input.reason } });
      } else {
        const isNew = await insertReport(tx, {
          districtId,
          id,
          cycleId: report.cycleId,
          year: report.year,
          version,
          state: "draft",
          origin: "composed",
          title: report.title,
          districtName: report.districtName,
          erratumReason: input.reason,
        });
        if (!isNew) throw new Refusal("changed_meanwhile");
      }
      await record(
        { cycleId: report.cycleId, reportId: id },
        { type: "erratum_begun", data: { version, reason: input.reason } },
      );
    },
    withoutResult,
  );
}

/**
 * Calls a correction off: the published version goes on to stand. Sections that were reopened for it and that their
 * units have not touched are approved as they were. Whatever else was changed for it has to be put back first, because
 * the year would otherwise say something else than the report that stands for it.
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

      await undoReopenings(tx, actor, report.cycleId, record, now);
      const work = await loadReport(tx, actor, report.cycleId, now);
      if (!work) throw new Refusal("not_found");
      for (const blocker of listBlockers(work)) {
        if (blocker.kind === "missing_units")
          throw new Refusal("correction_units_open", { count: blocker.units.length });
        if (blocker.kind === "open_adjustments")
          throw new Refusal("correction_adjustments_open", { count: blocker.count });
      }
      const changed = work.document.erratum?.differences.length ?? 0;
      if (changed > 0) throw new Refusal("correction_has_changes", { count: changed });

      await updateReport(tx, { districtId, id: report.id, set: { state: decision.to } });
      await record(
        { cycleId: report.cycleId, reportId: report.id },
        { type: "erratum_called_off", data: { version: report.version, reason: input.reason } },
      );
    },
    withoutResult,
  );
}

/** Approves again, by those who had approved it, what was reopened and is still as it was handed in. */
async function undoReopenings(tx: Db, actor: Actor, cycleId: string, record: RecordEvent, now: Date): Promise<void> {
  const { scope, districtId } = actor;
  const returned = await listSubmissions(tx, { scope, cycleId, states: ["returned"] });
  const events = await listLatestEvents(tx, {
    scope,
    submissionIds: returned.map((submission) => submission.id),
    types: ["submission_reopened", "submission_returned", "submission_approved"],
  });
  for (const { id } of returned) {
    const own = events.filter((event) => event.submissionId === id);
    const approval = newest(own, "submission_approved");
    if (!approval || newest(own)?.event.type !== "submission_reopened") continue;
    const submission = await getEntryForUpdate(tx, { id, scope });
    if (submission?.state !== "returned") continue;
    const version = await getVersion(tx, { scope, submissionId: id, number: submission.latestVersion });
    if (!version) continue;
    await updateSubmission(tx, {
      id,
      districtId,
      by: actor,
      at: now,
      set: {
        state: "approved",
        approvedVersionId: version.id,
        approvedBy: approval.actorId,
        approvedByName: approval.actorName,
        approvedAt: approval.at,
        returnReason: null,
      },
    });
    await record(subjectOf(submission), {
      type: "reopening_undone",
      data: { sectionId: submission.sectionId, version: version.number },
    });
  }
}

function newest(events: readonly StoredEvent[], type?: StoredEvent["event"]["type"]): StoredEvent | null {
  return events
    .filter((stored) => type === undefined || stored.event.type === type)
    .reduce<StoredEvent | null>((last, event) => (last && last.id > event.id ? last : event), null);
}
