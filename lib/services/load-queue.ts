import { type Db, withActor } from "@/db/connect";
import { listLatestEvents } from "@/db/queries/events";
import { countOpenExplanations } from "@/db/queries/explanations";
import { countWaitingSubmissions, getNextWaitingSubmission, listWaitingSubmissions } from "@/db/queries/review-queue";
import { getSubmission } from "@/db/queries/submission-entries";
import { listVersionContents } from "@/db/queries/versions";
import type { Actor } from "@/lib/domain/access";
import type { Cycle } from "@/lib/domain/cycle";
import type { ListSearch } from "@/lib/domain/inputs/list-search";
import { type Paged, readPage } from "@/lib/domain/paging";
import type { QueueEntry } from "@/lib/domain/review-work";
import type { SubmissionEntry } from "@/lib/domain/submission";
import { isOwnSubmission } from "@/lib/domain/submission";
import { listChanges } from "@/lib/domain/version-changes";
import { type ChosenCycle, getCurrentCycle } from "@/lib/services/current-cycle";

/** What waits for the office in a year, with what helps to choose from it, and the submission that was decided last. */
export type Queue = {
  cycle: Cycle;
  /** The matching submissions, the longest waiting first. */
  queue: Paged<QueueEntry>;
  /** How many wait in all, and how many of them the actor may not review. */
  waiting: { total: number; own: number };
  /** The first that the actor may review. */
  next: { id: string; submittedAt: Date | null } | null;
  decided: SubmissionEntry | null;
};

/** Loads the queue of the year that is looked at, what has waited longest first; null while the district has no year. */
export async function loadQueue(
  db: Db,
  actor: Actor,
  input: ChosenCycle & { search: ListSearch; decidedId: string | null },
  _now: Date,
): Promise<Queue | null> {
  return withActor(db, actor, async (tx) => {
    const cycle = await getCurrentCycle(tx, actor, input);
    if (!cycle) return null;
    const { scope, userId } = actor;
    const of = { scope, cycleId: cycle.id, userId };
    const { q, page } = input.search;
    const [queue, waiting, next, decided] = await Promise.all([
      readPage(page, {
        count: async () => (await countWaitingSubmissions(tx, { ...of, q })).total,
        read: async (part) => describeEntries(tx, actor, await listWaitingSubmissions(tx, { ...of, q, ...part })),
      }),
      countWaitingSubmissions(tx, { ...of, q: "" }),
      getNextWaitingSubmission(tx, of),
      input.decidedId ? getSubmission(tx, { id: input.decidedId, scope }) : null,
    ]);
    return { cycle, queue, waiting, next, decided };
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
    const { scope, userId } = actor;
    const decided = await getSubmission(tx, { id: submissionId, scope });
    if (!decided) return null;
    const next = await getNextWaitingSubmission(tx, { scope, cycleId: decided.cycleId, userId, after: decided });
    return next?.id ?? null;
  });
}

async function describeEntries(tx: Db, actor: Actor, entries: readonly SubmissionEntry[]): Promise<QueueEntry[]> {
  const { scope } = actor;
  const submissionIds = entries.map((entry) => entry.id);
  const [explanations, events, contents] = await Promise.all([
    countOpenExplanations(tx, { scope, submissionIds }),
    listLatestEvents(tx, { scope, submissionIds, types: ["review_begun", "comment_added"] }),
    listVersionContents(tx, {
      scope,
      versions: entries
        .filter((entry) => entry.latestVersion > 1)
        .flatMap(({ id, latestVersion }) => [
          { submissionId: id, number: latestVersion },
          { submissionId: id, number: latestVersion - 1 },
        ]),
    }),
  ]);
  const contentOf = new Map(contents.map((content) => [`${content.submissionId} ${content.number}`, content.content]));

  return entries.map((entry): QueueEntry => {
    const newer = contentOf.get(`${entry.id} ${entry.latestVersion}`);
    const older = contentOf.get(`${entry.id} ${entry.latestVersion - 1}`);
    const begun = events.filter((event) => event.submissionId === entry.id).toSorted((a, b) => b.id - a.id)[0];
    return {
      ...entry,
      isOwn: isOwnSubmission(entry, actor),
      changes: newer && older ? listChanges(older, newer).length : null,
      explanations: explanations.find((explanation) => explanation.submissionId === entry.id)?.count ?? 0,
      takenBy: entry.isReviewBegun ? (begun?.actorName ?? null) : null,
    };
  });
}
