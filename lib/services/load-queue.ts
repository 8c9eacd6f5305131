import { type Db, withActor } from "@/db/connect";
import { listLatestEvents } from "@/db/queries/events";
import { countOpenExplanations } from "@/db/queries/explanations";
import { getSubmission, listSubmissions } from "@/db/queries/submission-entries";
import { listContentsOf } from "@/db/queries/versions";
import type { Actor } from "@/lib/domain/access";
import type { Cycle } from "@/lib/domain/cycle";
import { isOwnSubmission, orderQueue, placeInQueue } from "@/lib/domain/review";
import type { QueueEntry } from "@/lib/domain/review-work";
import type { SubmissionEntry } from "@/lib/domain/submission";
import { listChanges } from "@/lib/domain/version-changes";
import { type ChosenCycle, getCurrentCycle } from "@/lib/services/current-cycle";

/** What waits for the office in a year, with what helps to choose from it, and the submission that was decided last. */
export type Queue = { cycle: Cycle; queue: QueueEntry[]; decided: SubmissionEntry | null };

/** Loads the queue of the year that is looked at, what has waited longest first; null while the district has no year. */
export async function loadQueue(
  db: Db,
  actor: Actor,
  input: ChosenCycle & { decidedId: string | null },
  _now: Date,
): Promise<Queue | null> {
  return withActor(db, actor, async (tx) => {
    const cycle = await getCurrentCycle(tx, actor, input);
    if (!cycle) return null;
    const [queue, decided] = await Promise.all([
      listQueueEntries(tx, actor, { cycleId: cycle.id }),
      input.decidedId ? getSubmission(tx, { id: input.decidedId, scope: actor.scope }) : null,
    ]);
    return { cycle, queue, decided };
  });
}

/**
 * Finds what the actor reviews after a submission that they decided: what stood behind it in the queue, else the first;
 * null when nothing waits that they may review.
 */
export async function findNextWaiting(
  db: Db,
  actor: Actor,
  { submissionId }: { submissionId: string },
  _now: Date,
): Promise<string | null> {
  return withActor(db, actor, async (tx) => {
    const decided = await getSubmission(tx, { id: submissionId, scope: actor.scope });
    if (!decided) return null;
    const waiting = (await listQueue(tx, actor, decided)).filter(
      (entry) => entry.id !== decided.id && !isOwnSubmission(entry, actor),
    );
    return placeInQueue(orderQueue([...waiting, decided]), decided.id).nextId;
  });
}

/** A step of other services: what waits for the office in a cycle, what has waited longest first. */
export async function listQueue(tx: Db, actor: Actor, params: { cycleId: string }): Promise<SubmissionEntry[]> {
  return orderQueue(await listSubmissions(tx, { scope: actor.scope, cycleId: params.cycleId, states: ["submitted"] }));
}

async function listQueueEntries(tx: Db, actor: Actor, params: { cycleId: string }): Promise<QueueEntry[]> {
  const { scope } = actor;
  const entries = await listQueue(tx, actor, params);
  const submissionIds = entries.map((entry) => entry.id);
  const [explanations, events, contents] = await Promise.all([
    countOpenExplanations(tx, { scope, submissionIds }),
    listLatestEvents(tx, { scope, submissionIds, types: ["review_begun", "comment_added"] }),
    listContentsOf(tx, {
      scope,
      versions: entries
        .filter((entry) => entry.latestVersion > 1)
        .flatMap(({ id, latestVersion }) => [
          { submissionId: id, number: latestVersion },
          { submissionId: id, number: latestVersion - 1 },
        ]),
    }),
  ]);
  const contentOf = new Map(contents.map((one) => [`${one.submissionId} ${one.number}`, one.content]));

  return entries.map((entry): QueueEntry => {
    const newer = contentOf.get(`${entry.id} ${entry.latestVersion}`);
    const older = contentOf.get(`${entry.id} ${entry.latestVersion - 1}`);
    const begun = events.filter((event) => event.submissionId === entry.id).toSorted((a, b) => b.id - a.id)[0];
    return {
      ...entry,
      isOwn: isOwnSubmission(entry, actor),
      changes: newer && older ? listChanges(older, newer).length : null,
      explanations: explanations.find((one) => one.submissionId === entry.id)?.count ?? 0,
      takenBy: entry.isReviewBegun ? (begun?.actorName ?? null) : null,
    };
  });
}
