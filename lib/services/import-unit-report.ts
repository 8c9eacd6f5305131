import type { Db } from "@/db/connect";
import { getCycleByYear } from "@/db/queries/cycles";
import { listFigures, upsertFigures } from "@/db/queries/figures";
import { listUnits } from "@/db/queries/organisations";
import { getSubmissionForUpdate, listSubmissions, updateSubmission } from "@/db/queries/submissions";
import { upsertUnitReport } from "@/db/queries/unit-reports";
import { type Actor, may, unitsFilledBy } from "@/lib/domain/access";
import { carriedFrom } from "@/lib/domain/carry-forward";
import type { ImportUnitReportInput } from "@/lib/domain/inputs/past-report";
import { isReportOf } from "@/lib/domain/own-reports";
import { Refusal } from "@/lib/domain/refusal";
import { nameOrganisation } from "@/lib/domain/subject-of-interchange";
import { TRANSITIONS } from "@/lib/domain/submission";
import { getFormat } from "@/lib/formats";
import { carryOut, type RecordEvent, withoutResult } from "@/lib/services/carry-out";
import { hashOf } from "@/lib/services/hash";
import { loadPreviousOfUnit } from "@/lib/services/load-submission";
import { subjectOf } from "@/lib/services/move-submission";

/**
 * Takes in what a unit published itself for a year, by the unit or by the office. What it submits here is held against
 * it, and the year after starts from it where the unit did not report here. A later file of the same year replaces it.
 * A report that names another body is taken in by the office alone, with the reason: the unit's own people cannot say so.
 */
export async function importUnitReport(db: Db, actor: Actor, input: ImportUnitReportInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const { organisationId, report } = input;
      if (!may(actor, "cycle:manage") && !unitsFilledBy(actor).includes(organisationId)) {
        throw new Refusal("not_permitted");
      }
      const unit = (await listUnits(tx, { districtId: actor.districtId })).find((one) => one.id === organisationId);
      if (!unit || !getFormat(report.format)) throw new Refusal("not_found");
      const isOwn = isReportOf(report, { name: unit.name, districtName: actor.districtName });
      const isSecondPerson = may(actor, "cycle:manage") && !unitsFilledBy(actor).includes(organisationId);
      const names = { body: nameOrganisation(report), unit: unit.name };
      if (!isOwn && !isSecondPerson) throw new Refusal("other_body", names);
      if (!isOwn && !input.otherBodyReason) throw new Refusal("other_body_unexplained", names);
      const otherBody = isOwn ? {} : { body: names.body, reason: input.otherBodyReason };
      const hash = hashOf(report);
      await upsertUnitReport(tx, {
        districtId: actor.districtId,
        organisationId,
        year: report.year,
        title: report.title,
        report,
        hash,
        importedBy: actor.userId,
        importedByName: actor.name,
        importedAt: now,
      });
      await record(
        { organisationId },
        { type: "unit_report_imported", data: { year: report.year, title: report.title, hash, ...otherBody } },
      );
      await carryIntoNextYear(tx, actor, { organisationId, year: report.year + 1 }, now, record);
    },
    withoutResult,
  );
}

/** Fills the blank carried cells of the year after, where that year is under way and the unit still fills it in. */
async function carryIntoNextYear(
  tx: Db,
  actor: Actor,
  next: { organisationId: string; year: number },
  now: Date,
  record: RecordEvent,
): Promise<void> {
  const { organisationId, year } = next;
  const scope = { districtId: actor.districtId, units: [organisationId] };
  const cycle = await getCycleByYear(tx, { districtId: actor.districtId, year });
  const entries = cycle ? await listSubmissions(tx, { scope, cycleId: cycle.id }) : [];
  const entry = entries.find((one) => one.sectionId === "requests");
  const submission = entry ? await getSubmissionForUpdate(tx, { id: entry.id, scope }) : null;
  if (!cycle || !submission?.isCycleOpen || !TRANSITIONS.edit.from.some((state) => state === submission.state)) return;

  const previous = await loadPreviousOfUnit(tx, actor, { year, organisationId });
  const stored = await listFigures(tx, { scope, submissionId: submission.id });
  const filled = new Set(stored.flatMap((figure) => (figure.found === null ? [] : [figure.cellKey])));
  const carried = carriedFrom({ format: cycle.format, year, previous });
  const changes = [...carried].flatMap(([cellKey, to]) => (filled.has(cellKey) ? [] : [{ cellKey, from: null, to }]));
  if (changes.length === 0) return;
  const at = { districtId: actor.districtId, by: actor, at: now };
  const cells = changes.map(({ cellKey, to }) => ({ cellKey, found: to }));
  await upsertFigures(tx, { ...at, submissionId: submission.id, organisationId, cells });
  const set = submission.state === "draft" ? { isNil: false } : { state: "draft" as const, isNil: false };
  await updateSubmission(tx, { ...at, id: submission.id, set });
  await record(subjectOf(submission), { type: "figures_saved", data: { sectionId: "requests", changes } });
}
