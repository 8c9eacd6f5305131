import { type Db, withActor } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { listUnitFigures } from "@/db/queries/figures";
import { getQueuePlace } from "@/db/queries/review-queue";
import { getSubmission } from "@/db/queries/submission-entries";
import { getTakenReportOfVersion } from "@/db/queries/taken-reports";
import type { Actor } from "@/lib/domain/access";
import { computeTotals, type Figures } from "@/lib/domain/cell";
import type { CheckSubject } from "@/lib/domain/check/finding";
import { runChecks } from "@/lib/domain/check/registry";
import { subjectOfUnit } from "@/lib/domain/check/subject";
import type { EventType } from "@/lib/domain/events";
import type { ReviewWork, ShownVersion } from "@/lib/domain/review-work";
import type { SubmissionWork } from "@/lib/domain/section-work";
import type { SubmissionEntry } from "@/lib/domain/submission";
import type { StoredVersion } from "@/lib/domain/version";
import { listChanges } from "@/lib/domain/version-changes";
import { getSubmissionWork } from "@/lib/services/load-submission";

/** The events that moved a submission, without saves. */
const MOVES: readonly EventType[] = [
  "section_submitted",
  "section_taken",
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

/** Loads one submission with everything that its reviewer's page shows. Null outside the actor's scope. */
export async function loadReview(
  db: Db,
  actor: Actor,
  input: { submissionId: string; version: number | null; compareWith: number | null; afterId: string | null },
  _now: Date,
): Promise<(ReviewWork & { after: SubmissionEntry | null }) | null> {
  const { scope } = actor;
  return withActor(db, actor, async (tx) => {
    const work = await getSubmissionWork(tx, actor, input.submissionId);
    if (!work) return null;
    const { id: submissionId, cycleId, organisationId } = work.submission;
    const [unitFigures, events, place, after] = await Promise.all([
      listUnitFigures(tx, { scope, cycleId, organisationId }),
      listEvents(tx, { scope, filter: { submissionId, types: MOVES }, limit: MOST_MOVES }),
      getQueuePlace(tx, { scope, cycleId, id: submissionId }),
      input.afterId ? getSubmission(tx, { id: input.afterId, scope }) : null,
    ]);
    const typed = Object.fromEntries(unitFigures.map((figure) => [figure.cellKey, figure.found]));
    const compared = compareVersions(work, typed, input);
    const { number } = compared.shown ?? {};
    const takenReport =
      number !== undefined && compared.shown?.takenReportId
        ? await getTakenReportOfVersion(tx, { districtId: actor.districtId, submissionId, number })
        : null;
    return { ...work, ...compared, takenReport, events, place, after };
  });
}

type Compared = Pick<ReviewWork, "shown" | "before" | "changes" | "findings">;

/** The version that was asked for, else the newest, beside the one asked for or the one before it. */
function compareVersions(
  work: SubmissionWork,
  typed: Figures,
  { version, compareWith }: { version: number | null; compareWith: number | null },
): Compared {
  const { versions, submission } = work;
  const numbered = (wanted: number | null) => versions.find(({ number }) => number === wanted);
  const found = numbered(version) ?? numbered(submission.latestVersion);
  if (!found) return { shown: null, before: null, changes: [], findings: [] };
  const older =
    versions.find(({ number }) => number === compareWith && number < found.number) ?? numbered(found.number - 1);
  const subject = subjectOfVersion(work, found, typed);
  return {
    shown: shownVersion(work, found, subject),
    before: older ? shownVersion(work, older, subjectOfVersion(work, older, typed)) : null,
    changes: older ? listChanges(older.content, found.content) : [],
    findings: runChecks(subject),
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
    ledger: work.answers.ledger,
    ruleSettings: work.answers.ruleSettings,
  });
}

function shownVersion(work: SubmissionWork, version: StoredVersion, subject: CheckSubject): ShownVersion {
  return {
    ...version,
    figures: { ...version.content.figures, ...computeTotals(work.cycle.format, version.content.figures) },
    texts: Object.fromEntries(subject.texts.map(({ headingKey, text }) => [headingKey, text])),
  };
}
