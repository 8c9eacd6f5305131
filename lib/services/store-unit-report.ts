import type { Db } from "@/db/connect";
import { getCycleByYear } from "@/db/queries/cycles";
import { listFigures, upsertFigures } from "@/db/queries/figures";
import { listSubmissions } from "@/db/queries/submission-entries";
import { getSubmissionForUpdate, updateSubmission } from "@/db/queries/submissions";
import { upsertUnitReport } from "@/db/queries/unit-reports";
import type { Actor } from "@/lib/domain/access";
import { carriedFrom } from "@/lib/domain/carry-forward";
import type { DomainEvent } from "@/lib/domain/events";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { TRANSITIONS } from "@/lib/domain/submission";
import type { RecordEvent } from "@/lib/services/carry-out";
import { hashOf } from "@/lib/services/hash";
import { subjectOf } from "@/lib/services/move-submission";
import { getPreviousOfUnit } from "@/lib/services/previous-of-units";

export type TakenUnitReport = {
  organisationId: string;
  report: InterchangeReport;
  importedBy: { userId: string; name: string };
  /** Who let it in although it names another body, and the words of both. */
  other: { body: string; reason: string; confirmation: string; confirmedBy: { userId: string; name: string } } | null;
};

/** Stores a unit's own report within the transaction of who let it in, and carries its figures into the year after. */
export async function storeUnitReport(
  tx: Db,
  actor: Actor,
  taken: TakenUnitReport,
  now: Date,
  record: RecordEvent,
): Promise<void> {
  const { organisationId, report, importedBy, other } = taken;
  const { year, title } = report;
  const hash = hashOf(report);
  await upsertUnitReport(tx, {
    districtId: actor.districtId,
    organisationId,
    year,
    title,
    report,
    hash,
    importedBy: importedBy.userId,
    importedByName: importedBy.name,
    importedAt: now,
    otherBody: other?.body ?? null,
    confirmedBy: other?.confirmedBy.userId ?? null,
    confirmedByName: other?.confirmedBy.name ?? null,
  });
  const otherBody = other && {
    body: other.body,
    reason: other.reason,
    proposedBy: importedBy.name,
    confirmation: other.confirmation,
  };
  const event: DomainEvent = { type: "unit_report_imported", data: { year, title, hash, ...otherBody } };
  await record({ organisationId }, event);
  await carryIntoNextYear(tx, actor, { organisationId, year: year + 1 }, now, record);
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
  const entry = entries.find((candidate) => candidate.sectionId === "requests");
  const submission = entry ? await getSubmissionForUpdate(tx, { id: entry.id, scope }) : null;
  if (!cycle || !submission?.isCycleOpen || !TRANSITIONS.edit.from.some((state) => state === submission.state)) return;

  const previous = await getPreviousOfUnit(tx, actor, { year, organisationId });
  const stored = await listFigures(tx, { scope, submissionId: submission.id });
  const filled = new Set(stored.flatMap((figure) => (figure.found === null ? [] : [figure.cellKey])));
  const carried = carriedFrom({ format: cycle.format, year, previous });
  const changes = [...carried].flatMap(([cellKey, to]) => (filled.has(cellKey) ? [] : [{ cellKey, from: null, to }]));
  if (changes.length === 0) return;
  const at = { districtId: actor.districtId, by: actor, at: now };
  const cells = changes.map(({ cellKey, to }) => ({ cellKey, found: to }));
  await upsertFigures(tx, { ...at, sections: [{ submissionId: submission.id, organisationId, cells }] });
  const set = submission.state === "draft" ? { isNil: false } : { state: "draft" as const, isNil: false };
  await updateSubmission(tx, { ...at, id: submission.id, set });
  await record(subjectOf(submission), { type: "figures_saved", data: { sectionId: "requests", changes } });
}
