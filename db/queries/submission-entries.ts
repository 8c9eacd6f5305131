import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inScope } from "@/db/queries/in-scope";
import { submissionColumns } from "@/db/queries/submissions";
import { cycles, cycleUnits, organisations, submissions, versions } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import { foldName } from "@/lib/domain/fold-name";
import type { QueuePlace } from "@/lib/domain/review";
import type { SectionStandingEntry, SubmissionEntry, SubmissionState } from "@/lib/domain/submission";

const entryColumns = {
  ...submissionColumns,
  isExempt: sql<boolean>`(${cycleUnits.exemptReason} is not null
    or ${cycleUnits.dissolvedNote} is not null and ${submissions.state} not in ('submitted', 'approved'))`,
  unitName: organisations.name,
  isOffice: sql<boolean>`${organisations.kind} = 'office'`,
  position: cycleUnits.position,
  year: cycles.year,
  isNil: submissions.isNil,
  dueAt: submissions.dueAt,
  isExtended: submissions.isExtended,
  submittedAt: submissions.submittedAt,
  returnReason: submissions.returnReason,
  approvedAt: submissions.approvedAt,
  approvedByName: submissions.approvedByName,
  updatedAt: submissions.updatedAt,
  updatedByName: submissions.updatedByName,
  receipt: versions.receipt,
  submittedByName: versions.submittedByName,
};

function selectEntries(db: Db, where: SQL | undefined) {
  return db
    .select(entryColumns)
    .from(submissions)
    .innerJoin(
      organisations,
      and(eq(organisations.districtId, submissions.districtId), eq(organisations.id, submissions.organisationId)),
    )
    .innerJoin(cycles, and(eq(cycles.districtId, submissions.districtId), eq(cycles.id, submissions.cycleId)))
    .innerJoin(
      cycleUnits,
      and(
        eq(cycleUnits.districtId, submissions.districtId),
        eq(cycleUnits.cycleId, submissions.cycleId),
        eq(cycleUnits.organisationId, submissions.organisationId),
      ),
    )
    .leftJoin(
      versions,
      and(
        eq(versions.districtId, submissions.districtId),
        eq(versions.submissionId, submissions.id),
        eq(versions.number, submissions.latestVersion),
      ),
    )
    .where(where);
}

export async function getSubmission(db: Db, params: { id: string; scope: Scope }): Promise<SubmissionEntry | null> {
  const rows = await selectEntries(db, inScope(submissions, params.scope, eq(submissions.id, params.id)));
  return rows[0] ?? null;
}

/** As `getSubmission`, locked until the transaction ends, so that two people cannot both decide. */
export async function getEntryForUpdate(db: Db, params: { id: string; scope: Scope }): Promise<SubmissionEntry | null> {
  const rows = await selectEntries(db, inScope(submissions, params.scope, eq(submissions.id, params.id))).for(
    "update",
    {
      of: submissions,
    },
  );
  return rows[0] ?? null;
}

/** Every submission of a cycle that the scope covers, by unit; sections in the order of the form are the page's affair. */
export async function listSubmissions(
  db: Db,
  params: {
    scope: Scope;
    cycleId: string;
    states?: readonly SubmissionState[];
    /** Only those of these units. */
    organisationIds?: readonly string[];
  },
): Promise<SubmissionEntry[]> {
  return selectEntries(
    db,
    inScope(
      submissions,
      params.scope,
      eq(submissions.cycleId, params.cycleId),
      params.states ? inArray(submissions.state, [...params.states]) : undefined,
      params.organisationIds ? inArray(submissions.organisationId, [...params.organisationIds]) : undefined,
    ),
  ).orderBy(asc(cycleUnits.position), asc(submissions.sectionId));
}

/** As `listSubmissions`, only what tells how each section stands: thousands of them are cheap to read. */
export async function listSectionStandings(
  db: Db,
  params: { scope: Scope; cycleId: string },
): Promise<SectionStandingEntry[]> {
  return db
    .select({
      id: submissions.id,
      organisationId: submissions.organisationId,
      sectionId: submissions.sectionId,
      state: submissions.state,
      revision: submissions.revision,
      latestVersion: submissions.latestVersion,
      isNil: submissions.isNil,
      isExempt: entryColumns.isExempt,
      dueAt: submissions.dueAt,
      submittedAt: submissions.submittedAt,
    })
    .from(submissions)
    .innerJoin(
      cycleUnits,
      and(
        eq(cycleUnits.districtId, submissions.districtId),
        eq(cycleUnits.cycleId, submissions.cycleId),
        eq(cycleUnits.organisationId, submissions.organisationId),
      ),
    )
    .where(inScope(submissions, params.scope, eq(submissions.cycleId, params.cycleId)))
    .orderBy(asc(cycleUnits.position), asc(submissions.sectionId));
}

/** What has waited longest comes first; of those sent at the same moment, the one that was due first. */
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

/** A part of what waits for the office, in the order of reviewing; `q` looks in the units' names. */
export async function listWaiting(
  db: Db,
  params: Waiting & { q: string; limit: number; offset: number },
): Promise<SubmissionEntry[]> {
  return selectEntries(db, isWaiting(params, nameHas(params.q)))
    .orderBy(...byWaiting)
    .limit(params.limit)
    .offset(params.offset);
}

export async function countWaiting(
  db: Db,
  params: Waiting & { q: string; userId: string },
): Promise<{ total: number; own: number }> {
  const rows = await db
    .select({
      total: sql<number>`count(*)::int`,
      own: sql<number>`(count(*) filter (where ${isOwnOf(params.userId)}))::int`,
    })
    .from(submissions)
    .innerJoin(
      organisations,
      and(eq(organisations.districtId, submissions.districtId), eq(organisations.id, submissions.organisationId)),
    )
    .where(isWaiting(params, nameHas(params.q)));
  return rows[0] ?? { total: 0, own: 0 };
}

type QueueKey = { id: string; submittedAt: Date | null; dueAt: Date };

/**
 * What somebody reviews next: the first that waits and is not their own, behind `after` where that is given, and the first
 * of all where nothing is behind it.
 */
export async function getNextWaiting(
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

/** Where a submission stands among what waits, and what lies beside it; the queue goes round. */
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
    // The first row stands for the queue where the submission is not in it.
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

/** How many submissions of a cycle wait for the office. */
export async function countSubmissions(
  db: Db,
  params: { scope: Scope; cycleId: string; states: readonly SubmissionState[] },
): Promise<number> {
  const rows = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(submissions)
    .where(
      inScope(
        submissions,
        params.scope,
        eq(submissions.cycleId, params.cycleId),
        inArray(submissions.state, [...params.states]),
      ),
    );
  return rows[0]?.count ?? 0;
}
