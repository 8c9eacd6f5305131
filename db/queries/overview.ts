import { asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inScope } from "@/db/queries/in-scope";
import { cycleUnitOfSubmission, organisationOfCycleUnit } from "@/db/queries/joins";
import { type CycleInScope, isCounted, isLateAt, standsAs } from "@/db/queries/section-standing";
import { cycleUnits, organisations, submissions } from "@/db/schema";
import type { CycleUnit } from "@/lib/domain/cycle";
import { foldName } from "@/lib/domain/fold-name";
import type { SectionId } from "@/lib/domain/format";
import type { UnitOrder } from "@/lib/domain/overview";
import type { ProgressFilter } from "@/lib/domain/progress";

/** What the units of a year are filtered by. */
export type OverviewSearch = { filter: ProgressFilter; sectionId: SectionId | null; q: string; now: Date };

/** Of each unit that counts: whether a section of it matches the filter, how many days it is late, and its approved share. */
function standings(db: Db, { scope, cycleId, filter, sectionId, now }: CycleInScope & OverviewSearch) {
  // Days of the office's calendar, from the last day of the deadline until today.
  const lateDays = sql`((${now.toISOString()}::timestamptz at time zone 'Asia/Shanghai')::date
    - ((${submissions.dueAt} - interval '1 millisecond') at time zone 'Asia/Shanghai')::date + 1)`;
  return db
    .select({
      organisationId: submissions.organisationId,
      isWanted: sql<boolean>`bool_or(${standsAs(filter, now)})`.as("is_wanted"),
      lateDays: sql<number>`coalesce(sum(${lateDays}) filter (where ${isLateAt(now)}), 0)`.as("late_days"),
      approved: sql<number>`avg((${submissions.state} = 'approved')::int)`.as("approved"),
    })
    .from(submissions)
    .innerJoin(cycleUnits, cycleUnitOfSubmission)
    .where(
      inScope(
        submissions,
        scope,
        eq(submissions.cycleId, cycleId),
        isCounted,
        sectionId === null ? undefined : eq(submissions.sectionId, sectionId),
      ),
    )
    .groupBy(submissions.organisationId)
    .as("standing");
}

/** Every unit without a filter, exempt ones too; else those with a matching section. */
function wantedUnits(
  { scope, cycleId, filter, sectionId, q }: CycleInScope & OverviewSearch,
  isWanted: SQL,
): SQL | undefined {
  const isAll = filter === "all" && sectionId === null;
  return inScope(
    cycleUnits,
    scope,
    eq(cycleUnits.cycleId, cycleId),
    isAll ? undefined : isWanted,
    q === "" ? undefined : sql`strpos(${organisations.foldedName}, ${foldName(q)}) > 0`,
  );
}

export async function countOverviewUnits(db: Db, search: CycleInScope & OverviewSearch): Promise<number> {
  const standing = standings(db, search);
  const rows = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(cycleUnits)
    .innerJoin(organisations, organisationOfCycleUnit)
    .leftJoin(standing, eq(standing.organisationId, cycleUnits.organisationId))
    .where(wantedUnits(search, sql`${standing.isWanted}`));
  return rows[0]?.count ?? 0;
}

/** One page of the matching units: in their own order, the latest first, or the least advanced first. */
export async function listOverviewUnits(
  db: Db,
  search: CycleInScope & OverviewSearch & { order: UnitOrder; limit: number; offset: number },
): Promise<CycleUnit[]> {
  const standing = standings(db, search);
  const { order, limit, offset } = search;
  const first =
    order === "late"
      ? [desc(sql`coalesce(${standing.lateDays}, 0)`)]
      : order === "progress"
        ? [asc(sql`coalesce(${standing.approved}, 1)`)]
        : [];
  const rows = await db
    .select({
      organisationId: cycleUnits.organisationId,
      name: organisations.name,
      kind: organisations.kind,
      position: cycleUnits.position,
      exemptReason: cycleUnits.exemptReason,
      dissolvedNote: cycleUnits.dissolvedNote,
    })
    .from(cycleUnits)
    .innerJoin(organisations, organisationOfCycleUnit)
    .leftJoin(standing, eq(standing.organisationId, cycleUnits.organisationId))
    .where(wantedUnits(search, sql`${standing.isWanted}`))
    .orderBy(...first, asc(cycleUnits.position), asc(organisations.name), asc(cycleUnits.organisationId))
    .limit(limit)
    .offset(offset);
  return rows.map(({ kind, ...row }) => ({ ...row, isOffice: kind === "office" }));
}
