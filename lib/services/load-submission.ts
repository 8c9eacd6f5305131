import { type Db, withActor } from "@/db/connect";
import { listComments } from "@/db/queries/comments";
import { listEvents } from "@/db/queries/events";
import { listFigures } from "@/db/queries/figures";
import { getNewestSeal } from "@/db/queries/seals";
import { getSubmission, listSubmissions } from "@/db/queries/submission-entries";
import { listVersions } from "@/db/queries/versions";
import { type Actor, unitsFilledBy } from "@/lib/domain/access";
import { nextAct, nextAfter } from "@/lib/domain/desk";
import { SENT_BACK_TYPES } from "@/lib/domain/desk-events";
import type { StoredEvent } from "@/lib/domain/events";
import type { SectionAhead, SubmissionWork } from "@/lib/domain/section-work";
import { isSentBack, type SubmissionEntry } from "@/lib/domain/submission";
import { getSectionWork } from "@/lib/services/section-work";

/**
 * Loads one section with everything that its unit's page shows, how and by whom it came back last while that is still to
 * be dealt with, and where to go from it. Null when there is no such submission in the actor's scope.
 */
export async function loadSubmission(
  db: Db,
  actor: Actor,
  { submissionId }: { submissionId: string },
  _now: Date,
): Promise<(SubmissionWork & { sentBack: StoredEvent | null; ahead: SectionAhead }) | null> {
  return withActor(db, actor, async (tx) => {
    const work = await getSubmissionWork(tx, actor, submissionId);
    if (!work) return null;
    const { submission } = work;
    const [sentBack, ahead] = await Promise.all([getSentBack(tx, actor, submission), getAhead(tx, actor, submission)]);
    return { ...work, sentBack, ahead };
  });
}

async function getAhead(tx: Db, actor: Actor, { id, cycleId }: SubmissionEntry): Promise<SectionAhead> {
  const scope = { districtId: actor.districtId, units: unitsFilledBy(actor) };
  const entries = await listSubmissions(tx, { scope, cycleId });
  const { next, open } = nextAfter(
    entries.map((entry) => ({ ...entry, act: nextAct(entry, actor) })),
    id,
  );
  return { next: next && { id: next.id, sectionId: next.sectionId }, open };
}

/** A step of other services: a section with its versions and comments as they are in this transaction. */
export async function getSubmissionWork(tx: Db, actor: Actor, submissionId: string): Promise<SubmissionWork | null> {
  const { scope } = actor;
  const submission = await getSubmission(tx, { id: submissionId, scope });
  if (!submission) return null;
  const of = { scope, submissionId };
  const [work, figures, versions, comments, seal] = await Promise.all([
    getSectionWork(tx, actor, submission),
    listFigures(tx, of),
    listVersions(tx, of),
    listComments(tx, of),
    getNewestSeal(tx, { districtId: submission.districtId }),
  ]);
  return work ? { ...work, figures, versions, comments, seal } : null;
}

async function getSentBack(tx: Db, actor: Actor, submission: SubmissionEntry): Promise<StoredEvent | null> {
  if (!isSentBack(submission)) return null;
  const [last] = await listEvents(tx, {
    scope: actor.scope,
    filter: { submissionId: submission.id, types: SENT_BACK_TYPES },
    limit: 1,
  });
  return last ?? null;
}
