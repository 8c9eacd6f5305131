import { asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inScope } from "@/db/queries/in-scope";
import { cycleUnitOfSubmission, submissionOf } from "@/db/queries/joins";
import { type CycleInScope, isCounted, isLateAt, standsAs } from "@/db/queries/section-standing";
import { cycleUnits, events, submissions } from "@/db/schema";
import { type ProgressMove, type SectionProgress, STANDING_AFTER } from "@/lib/domain/progress";

/** How many sections that count are approved, waiting, late and open, by section of the form. */
export async function countSectionProgress(
  db: Db,
  { scope, cycleId, now }: CycleInScope & { now: Date },
): Promise<SectionProgress[]> {
  const count = (where: SQL) => sql<number>`(count(*) filter (where ${where}))::int`;
  return db
    .select({
      sectionId: submissions.sectionId,
      total: sql<number>`count(*)::int`,
      approved: count(standsAs("approved", now)),
      waiting: count(standsAs("waiting", now)),
      late: count(isLateAt(now)),
      open: count(standsAs("open", now)),
    })
    .from(submissions)
    .innerJoin(cycleUnits, cycleUnitOfSubmission)
    .where(inScope(submissions, scope, eq(submissions.cycleId, cycleId), isCounted))
    .groupBy(submissions.sectionId);
}

/** The event types that lead to this standing. */
function typesLeadingTo(standing: "handed_in" | "approved"): string[] {
  return Object.entries(STANDING_AFTER).flatMap(([type, after]) => (after === standing ? [type] : []));
}

/**
 * How many sections came into the office's hands and were approved, less those that left them, in each span of so many
 * seconds, oldest first: each event against the one before it of the same section.
 */
export async function listProgressMoves(
  db: Db,
  { scope, cycleId, spanSeconds }: CycleInScope & { spanSeconds: number },
): Promise<ProgressMove[]> {
  const standing = sql`case
    when ${events.type} = 'section_submitted' and (${events.data} ->> 'awaitsSignature')::boolean then 0
    when ${inArray(events.type, typesLeadingTo("approved"))} then 2
    when ${inArray(events.type, typesLeadingTo("handed_in"))} then 1
    else 0 end`;
  const changes = db
    .select({
      at: events.at,
      span: sql<number>`floor(extract(epoch from ${events.at}) / ${spanSeconds}::float8)`.as("span"),
      standing: sql<number>`${standing}`.as("standing"),
      before: sql<number>`lag(${standing}, 1, 0) over (partition by ${events.submissionId} order by ${events.id})`.as(
        "before",
      ),
    })
    .from(events)
    .innerJoin(submissions, submissionOf(events))
    .innerJoin(cycleUnits, cycleUnitOfSubmission)
    .where(
      inScope(
        submissions,
        scope,
        eq(submissions.cycleId, cycleId),
        isCounted,
        inArray(events.type, Object.keys(STANDING_AFTER)),
      ),
    )
    .as("told");
  const moved = (least: number) =>
    sql<number>`(count(*) filter (where ${changes.standing} >= ${least}) - count(*) filter (where ${changes.before} >= ${least}))::int`;
  return db
    .select({
      at: sql<Date>`max(${changes.at})`.mapWith(events.at),
      handedIn: moved(1),
      approved: moved(2),
    })
    .from(changes)
    .groupBy(changes.span)
    .orderBy(asc(changes.span));
}
