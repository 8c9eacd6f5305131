import type { Db } from "@/db/connect";
import { listLatestEvents } from "@/db/queries/events";
import { countOpenExplanations } from "@/db/queries/explanations";
import { listSubmissions } from "@/db/queries/submissions";
import { listContentsOf } from "@/db/queries/versions";
import type { Actor } from "@/lib/domain/access";
import { orderQueue, placeInQueue } from "@/lib/domain/review";
import type { QueueEntry } from "@/lib/domain/review-work";
import type { SubmissionEntry } from "@/lib/domain/submission";
import { listChanges } from "@/lib/domain/version";

/** What waits for the office in a cycle, what has waited longest first. The caller opened the actor's transaction. */
export async function listQueue(tx: Db, actor: Actor, params: { cycleId: string }): Promise<SubmissionEntry[]> {
  return orderQueue(await listSubmissions(tx, { scope: actor.scope, cycleId: params.cycleId, states: ["submitted"] }));
}

/** Whether the actor handed a submission in, and so leaves it to another reviewer. */
export function isOwnSubmission(
  submission: Pick<SubmissionEntry, "submittedBy" | "signedBy">,
  actor: Pick<Actor, "userId">,
): boolean {
  return [submission.submittedBy, submission.signedBy].includes(actor.userId);
}

/** What the actor reviews after `decided`: what stood behind it in the queue, else the first; null when nothing waits. */
export async function findNextWaiting(
  tx: Db,
  actor: Actor,
  decided: Pick<SubmissionEntry, "id" | "cycleId" | "submittedAt" | "dueAt">,
): Promise<string | null> {
  const waiting = (await listQueue(tx, actor, decided)).filter(
    (entry) => entry.id !== decided.id && !isOwnSubmission(entry, actor),
  );
  const ordered = orderQueue([...waiting, decided]);
  return placeInQueue(ordered, decided.id).nextId;
}

/** The queue with what helps to choose from it. */
export async function loadQueue(tx: Db, actor: Actor, params: { cycleId: string }): Promise<QueueEntry[]> {
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
