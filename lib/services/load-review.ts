import type { Db } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { listUnitFigures } from "@/db/queries/figures";
import type { Actor } from "@/lib/domain/access";
import { computeTotals, type Figures } from "@/lib/domain/cell";
import type { CheckSubject } from "@/lib/domain/check/finding";
import { runChecks } from "@/lib/domain/check/registry";
import { subjectOfUnit } from "@/lib/domain/check/subject";
import type { EventType } from "@/lib/domain/events";
import type { ReviewWork, ShownVersion } from "@/lib/domain/review-work";
import type { SubmissionWork } from "@/lib/domain/section-work";
import type { StoredVersion } from "@/lib/domain/version";
import { listChanges } from "@/lib/domain/version";
import { listQueue } from "@/lib/services/load-queue";
import { loadSubmission } from "@/lib/services/load-submission";

/** What moved a submission; typing is left out. */
const MOVES: readonly EventType[] = [
  "section_submitted",
  "section_signed",
  "signature_declined",
  "submission_withdrawn",
  "review_begun",
  "review_released",
  "submission_returned",
  "submission_approved",
  "submission_reopened",
  "reopening_undone",
  "due_date_extended",
  "explanation_accepted",
];
const MOST_MOVES = 60;

/** Everything that the page of one submission shows its reviewer. Null outside the actor's scope. */
export async function loadReview(
  tx: Db,
  actor: Actor,
  params: { submissionId: string; version: number | null; compareWith: number | null },
): Promise<ReviewWork | null> {
  const work = await loadSubmission(tx, actor, params.submissionId);
  if (!work) return null;
  const { submission } = work;
  const { scope } = actor;
  const [unitFigures, events, queue] = await Promise.all([
    listUnitFigures(tx, { scope, cycleId: submission.cycleId, organisationId: submission.organisationId }),
    listEvents(tx, { scope, filter: { submissionId: submission.id, types: MOVES }, limit: MOST_MOVES }),
    listQueue(tx, actor, { cycleId: submission.cycleId }),
  ]);

  const numbered = (number: number | null) => work.versions.find((version) => version.number === number);
  const found = numbered(params.version) ?? numbered(submission.latestVersion);
  const older = found
    ? (work.versions.find((version) => version.number === params.compareWith && version.number < found.number) ??
      work.versions.find((version) => version.number === found.number - 1))
    : undefined;
  const typed = Object.fromEntries(unitFigures.map((figure) => [figure.cellKey, figure.found]));
  const subject = found ? subjectOfVersion(work, found, typed) : null;

  return {
    ...work,
    shown: found && subject ? shownVersion(work, found, subject) : null,
    before: older ? shownVersion(work, older, subjectOfVersion(work, older, typed)) : null,
    changes: found && older ? listChanges(older.content, found.content) : [],
    findings: subject ? runChecks(subject) : [],
    events,
    queue,
  };
}

/** The unit's other sections stand as they are; this one as that version had it. */
function subjectOfVersion(work: SubmissionWork, version: StoredVersion, typed: Figures): CheckSubject {
  return subjectOfUnit({
    cycle: work.cycle,
    sectionId: work.submission.sectionId,
    isOffice: work.submission.isOffice,
    figures: { ...typed, ...version.content.figures },
    paragraphs: version.content.paragraphs,
    outline: work.outline,
    indicators: work.indicators,
    previous: work.previous,
    ownReport: work.answers.ownReport,
  });
}

function shownVersion(work: SubmissionWork, version: StoredVersion, subject: CheckSubject): ShownVersion {
  return {
    ...version,
    figures: { ...version.content.figures, ...computeTotals(work.cycle.format, version.content.figures) },
    texts: Object.fromEntries(subject.texts.map(({ headingKey, text }) => [headingKey, text])),
  };
}
