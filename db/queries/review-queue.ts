import { asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inScope } from "@/db/queries/in-scope";
import { organisationOfSubmission } from "@/db/queries/joins";
import { selectEntries } from "@/db/queries/submission-entries";
import { organisations, submissions } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import { foldName } from "@/lib/domain/fold-name";
import type { QueuePlace } from "@/lib/domain/review";
import type { SubmissionEntry } from "@/lib/domain/submission";

/** The longest waiting first; of those submitted at the same moment, the one that was due first. */
const waitedSince = sql`coalesce(${submissions.submittedAt}, 'epoch')`;
const byWaiting = [asc(waitedSince), asc(submissions.dueAt), asc(submissions.id)];

type Waiting = { scope: Scope; cycleId: string };

function isWaiting({ scope, cycleId }: Waiting, ...more: (SQL | undefined)[]): SQL | undefined {
  return inScope(submissions, scope, eq(submissions.cycleId, cycleId), eq(submissions.state, "submitted"), ...more);
}

function nameHas(q: string): SQL | undefined {
  return q === "" ? undefined : sql`strpos(${organisations.foldedName}, ${foldName(q)}) > 0`;
}

/** Whoever handed a section in or signed it leaves it to another reviewer, as `isOwnSubmission` says. */
function isOwnOf(userId: string): SQL<boolean> {
  return sql<boolean>`(${submissions.submittedBy} is not distinct from ${userId}::uuid
    or ${submissions.signedBy} is not distinct from ${userId}::uuid)`;
}

/** One page of the submissions that wait for review, in that order; `q` searches the units' names. */
export async function listWaitingSubmissions(
  db: Db,
  params: Waiting & { q: string; limit: number; offset: number },
): Promise<SubmissionEntry[]> {
  return selectEntries(db, params.scope.districtId, isWaiting(params, nameHas(params.q)))
    .orderBy(...byWaiting)
    .limit(params.limit)
    .offset(params.offset);
}

export async function countWaitingSubmissions(
  db: Db,
  params: Waiting & { q: string; userId: string },
): Promise<{ total: number; own: number }> {
  const rows = await db
    .select({
      total: sql<number>`count(*)::int`,
      own: sql<number>`(count(*) filter (where ${isOwnOf(params.userId)}))::int`,
    })
    .from(submissions)
    .innerJoin(organisations, organisationOfSubmission)
    .where(isWaiting(params, nameHas(params.q)));
  return rows[0] ?? { total: 0, own: 0 };
}

type QueueKey = { id: string; submittedAt: Date | null; dueAt: Date };

/**
 * What somebody reviews next: the first that waits and is not their own, behind `after` where that is given, and the first
 * of all where nothing is behind it.
 */
export async function getNextWaitingSubmission(
  db: Db,
  params: Waiting & { userId: string; after?: QueueKey },
): Promise<Pick<SubmissionEntry, "id" | "submittedAt"> | null> {
  const { after, userId } = params;
  const behindFirst = after
    ? [
        desc(sql`(${waitedSince}, ${submissions.dueAt}, ${submissions.id}) > (
          ${(after.submittedAt ?? new Date(0)).toISOString()}::timestamptz, ${after.dueAt.toISOString()}::timestamptz,
          ${after.id}::uuid)`),
      ]
    : [];
  const rows = await db
    .select({ id: submissions.id, submittedAt: submissions.submittedAt })
    .from(submissions)
    .where(
      isWaiting(params, sql`not ${isOwnOf(userId)}`, after ? sql`${submissions.id} <> ${after.id}::uuid` : undefined),
    )
    .orderBy(...behindFirst, ...byWaiting)
    .limit(1);
  return rows[0] ?? null;
}

/** The position of a submission in the queue and its neighbours; after the last comes the first. */
export async function getQueuePlace(db: Db, params: Waiting & { id: string }): Promise<QueuePlace> {
  const order = sql.join(byWaiting, sql`, `);
  const queue = db
    .select({
      id: submissions.id,
      position: sql<number>`(row_number() over (order by ${order}))::int`.as("position"),
      total: sql<number>`(count(*) over ())::int`.as("total"),
      before: sql<string | null>`lag(${submissions.id}) over (order by ${order})`.as("before"),
      after: sql<string | null>`lead(${submissions.id}) over (order by ${order})`.as("after"),
      first: sql<string>`first_value(${submissions.id}) over (order by ${order})`.as("first"),
      last: sql<string>`first_value(${submissions.id}) over (order by ${sql.join(
        [desc(waitedSince), desc(submissions.dueAt), desc(submissions.id)],
        sql`, `,
      )})`.as("last"),
    })
    .from(submissions)
    .where(isWaiting(params))
    .as("queue");
  const rows = await db
    .select({
      id: queue.id,
      position: queue.position,
      total: queue.total,
      before: queue.before,
      after: queue.after,
      first: queue.first,
      last: queue.last,
    })
    .from(queue)
    // The first row gives the queue's size where the submission is not in the queue.
    .where(sql`${queue.id} = ${params.id}::uuid or ${queue.position} = 1`)
    .orderBy(desc(sql`${queue.id} = ${params.id}::uuid`))
    .limit(1);
  const [row] = rows;
  if (!row) return { position: null, total: 0, previousId: null, nextId: null };
  if (row.id !== params.id) return { position: null, total: row.total, previousId: null, nextId: row.first };
  const beside = (id: string) => (id === params.id ? null : id);
  return {
    position: row.position,
    total: row.total,
    previousId: beside(row.before ?? row.last),
    nextId: beside(row.after ?? row.first),
  };
}
