import type { Db } from "@/db/connect";
import { getCycleForUpdate } from "@/db/queries/cycles";
import { lockHistory } from "@/db/queries/events";
import { getCurrentLetterhead } from "@/db/queries/letterheads";
import { deleteOutdatedFiles } from "@/db/queries/outdated-files";
import { getPublishedReport, getReportForUpdate, updateReport } from "@/db/queries/reports";
import type { Actor } from "@/lib/domain/access";
import { listBlockers } from "@/lib/domain/finalise";
import type { FinaliseReportInput, PublishReportInput, UnlockReportInput } from "@/lib/domain/inputs/report";
import { dateInShanghai } from "@/lib/domain/office-day";
import { Refusal } from "@/lib/domain/refusal";
import { decideReportMove } from "@/lib/domain/report";
import type { ReportDocument } from "@/lib/domain/report-document";
import { codeOfHash } from "@/lib/domain/verification-code";
import { renderReport } from "@/lib/render";
import { askForPublishedFiles } from "@/lib/services/ask-for-file";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { hashOf } from "@/lib/services/hash";
import { offerAbove } from "@/lib/services/offer-above";
import { getReportWork } from "@/lib/services/report-work";

/** Sixteen digits of a document's hash in groups of four; the code itself is no part of what is hashed. */
export function verificationCodeOf(document: ReportDocument): { hash: string; code: string } {
  const hash = documentHashOf(document);
  return { hash, code: codeOfHash(hash) };
}

/** The hash that a published document is known by: of all of it but its verification code. */
export function documentHashOf(document: ReportDocument): string {
  return hashOf({ ...document, verificationCode: null });
}

/**
 * Fixes the report: nothing missing, nothing unsigned, no contradiction.
 *
 * @throws Refusal not_found, not_complete with `count`, adjustments_open with `count`, errors_open with `count`,
 * nothing_corrected with `version` and warnings_unexplained with `count`
 */
export async function finaliseReport(db: Db, actor: Actor, input: FinaliseReportInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const report = await getReportForUpdate(tx, { districtId: actor.districtId, id: input.reportId });
      if (!report?.cycleId) throw new Refusal("not_found");
      const decision = decideReportMove(report, "finalise", actor);
      if (!decision.ok) throw new Refusal(decision.refusal);
      await getCycleForUpdate(tx, { id: report.cycleId, districtId: actor.districtId });
      const work = await getReportWork(tx, actor, report.cycleId, now);
      if (!work) throw new Refusal("not_found");
      const [blocker] = listBlockers(work);
      if (blocker?.kind === "missing_units") throw new Refusal("not_complete", { count: blocker.units.length });
      if (blocker?.kind === "open_adjustments") throw new Refusal("adjustments_open", { count: blocker.count });
      if (blocker?.kind === "errors") throw new Refusal("errors_open", { count: blocker.count });
      if (blocker?.kind === "nothing_corrected")
        throw new Refusal("nothing_corrected", { version: report.version - 1 });
      if (blocker?.kind === "unexplained") throw new Refusal("warnings_unexplained", { count: blocker.count });

      const document: ReportDocument = { ...work.document, state: "final", date: dateInShanghai(now), gaps: [] };
      // Whatever keeps the PDF from being written shows here, where it can still be changed, and not after publication.
      const choices = { charts: !input.withoutCharts, unitAnnexes: input.withUnitAnnexes ?? false };
      await renderReport(document, "pdf", choices);
      const { hash, code } = verificationCodeOf(document);
      await updateReport(tx, {
        districtId: actor.districtId,
        id: report.id,
        set: {
          state: decision.to,
          document: { ...document, verificationCode: code },
          documentHash: hash,
          verificationCode: code,
          finalisedBy: actor.userId,
          finalisedByName: actor.name,
          finalisedAt: now,
          letterheadId: (await getCurrentLetterhead(tx, { districtId: actor.districtId }))?.id ?? null,
          hasCharts: choices.charts,
          hasUnitAnnexes: choices.unitAnnexes,
        },
      });
      await deleteOutdatedFiles(tx, { districtId: actor.districtId, reportId: report.id, documentHash: hash });
      await record(
        { cycleId: report.cycleId, reportId: report.id },
        { type: "report_finalised", data: { version: report.version, hash } },
      );
    },
    withoutResult,
  );
}

/**
 * Takes a final report back to work, with the reason.
 *
 * @throws Refusal not_found
 */
export async function unlockReport(db: Db, actor: Actor, input: UnlockReportInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const report = await getReportForUpdate(tx, { districtId: actor.districtId, id: input.reportId });
      if (!report) throw new Refusal("not_found");
      const decision = decideReportMove(report, "unlock", actor);
      if (!decision.ok) throw new Refusal(decision.refusal);
      await updateReport(tx, {
        districtId: actor.districtId,
        id: report.id,
        set: {
          state: decision.to,
          document: null,
          documentHash: null,
          verificationCode: null,
          finalisedBy: null,
          finalisedByName: null,
          finalisedAt: null,
          letterheadId: null,
          hasCharts: true,
          hasUnitAnnexes: false,
        },
      });
      await deleteOutdatedFiles(tx, { districtId: actor.districtId, reportId: report.id, documentHash: "" });
      await record(
        { cycleId: report.cycleId, reportId: report.id },
        { type: "report_unlocked", data: { version: report.version, reason: input.reason } },
      );
    },
    withoutResult,
  );
}

/**
 * Publishes a final report and seals the history it rests on; an earlier version is superseded.
 *
 * @throws Refusal not_found
 */
export async function publishReport(db: Db, actor: Actor, input: PublishReportInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now, seals: true },
    async (tx, record) => {
      // First of all: whoever has written an event and waits for the report would otherwise wait for us, and we for them.
      await lockHistory(tx, { districtId: actor.districtId });
      const report = await getReportForUpdate(tx, { districtId: actor.districtId, id: input.reportId });
      if (!report) throw new Refusal("not_found");
      const decision = decideReportMove(report, "publish", actor);
      if (!decision.ok) throw new Refusal(decision.refusal);
      if (!report.document) throw new Refusal("not_found");

      const before = await getPublishedReport(tx, { districtId: actor.districtId, year: report.year });
      const document: ReportDocument = { ...report.document, state: "published", publishedOn: dateInShanghai(now) };
      const { hash, code } = verificationCodeOf(document);
      if (before) {
        await updateReport(tx, { districtId: actor.districtId, id: before.id, set: { state: "superseded" } });
        await record(
          { cycleId: before.cycleId, reportId: before.id },
          { type: "report_superseded", data: { version: before.version, by: report.version } },
        );
      }
      await updateReport(tx, {
        districtId: actor.districtId,
        id: report.id,
        set: {
          state: decision.to,
          document: { ...document, verificationCode: code },
          documentHash: hash,
          verificationCode: code,
          publishedByName: actor.name,
          publishedAt: now,
        },
      });
      await askForPublishedFiles(tx, {
        report,
        document: { ...document, verificationCode: code },
        documentHash: hash,
        by: actor.name,
        now,
      });
      await offerAbove(tx, actor, report.id, now);
      await record(
        { cycleId: report.cycleId, reportId: report.id },
        { type: "report_published", data: { version: report.version, hash, verificationCode: code } },
      );
    },
    withoutResult,
  );
}
