import { and, asc, desc, eq, gte, inArray, isNull, max, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inScope } from "@/db/queries/in-scope";
import { cycleUnits, events, organisations, submissions } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import type { CycleUnit } from "@/lib/domain/cycle";
import type { EventType } from "@/lib/domain/events";
import { foldName } from "@/lib/domain/fold-name";
import type { SectionId } from "@/lib/domain/format";
import type { UnitOrder } from "@/lib/domain/overview";
import { type ProgressFilter, type ProgressMove, type SectionProgress, STANDING_AFTER } from "@/lib/domain/progress";

/** Which units of a year are looked for. */
export type OverviewQuestion = { filter: ProgressFilter; sectionId: SectionId | null; q: string; now: Date };

const REMINDED: EventType = "unit_reminded";

/** The events after which a section stands so. */
function typesLeadingTo(standing: "handed_in" | "approved"): string[] {
  return Object.entries(STANDING_AFTER).flatMap(([type, after]) => (after === standing ? [type] : []));
}

type Of = { scope: Scope; cycleId: string };

const ofUnit = and(
  eq(cycleUnits.districtId, submissions.districtId),
  eq(cycleUnits.cycleId, submissions.cycleId),
  eq(cycleUnits.organisationId, submissions.organisationId),
);

const isHandedIn = inArray(submissions.state, ["submitted", "approved"]);

/** A section counts while its unit is asked; of a unit that was dissolved meanwhile, what it had handed in. */
const counts = and(isNull(cycleUnits.exemptReason), or(isNull(cycleUnits.dissolvedNote), isHandedIn));

function isLateAt(now: Date): SQL {
  return sql`(${submissions.state} not in ('submitted', 'approved') and ${submissions.dueAt} <= ${now.toISOString()}::timestamptz)`;
}

function matches(filter: ProgressFilter, now: Date): SQL {
  if (filter === "waiting") return sql`${submissions.state} = 'submitted'`;
  if (filter === "late") return isLateAt(now);
  if (filter === "open") return sql`${submissions.state} not in ('submitted', 'approved')`;
  return filter === "all" ? sql`true` : sql`${submissions.state} = 'approved'`;
}

/** Of each unit that counts: whether something in it is what is looked for, how late it is, and how far. */
function standings(db: Db, { scope, cycleId, filter, sectionId, now }: Of & OverviewQuestion) {
  // Days of the office's calendar, from the last day of the deadline until today.
  const lateDays = sql`((${now.toISOString()}::timestamptz at time zone 'Asia/Shanghai')::date
    - ((${submissions.dueAt} - interval '1 millisecond') at time zone 'Asia/Shanghai')::date + 1)`;
  return db
    .select({
      organisationId: submissions.organisationId,
      isWanted: sql<boolean>`bool_or(${matches(filter, now)})`.as("is_wanted"),
      lateDays: sql<number>`coalesce(sum(${lateDays}) filter (where ${isLateAt(now)}), 0)`.as("late_days"),
      approved: sql<number>`avg((${submissions.state} = 'approved')::int)`.as("approved"),
    })
    .from(submissions)
    .innerJoin(cycleUnits, ofUnit)
    .where(
      inScope(
        submissions,
        scope,
        eq(submissions.cycleId, cycleId),
        counts,
        sectionId === null ? undefined : eq(submissions.sectionId, sectionId),
      ),
    )
    .groupBy(submissions.organisationId)
    .as("standing");
}

/** Every unit where nothing particular is looked for, exempt ones too; else those that have something of it. */
function wantedUnits({ scope, cycleId, filter, sectionId, q }: Of & OverviewQuestion, isWanted: SQL): SQL | undefined {
  const isAll = filter === "all" && sectionId === null;
  return inScope(
    cycleUnits,
    scope,
    eq(cycleUnits.cycleId, cycleId),
    isAll ? undefined : isWanted,
    q === "" ? undefined : sql`strpos(${organisations.foldedName}, ${foldName(q)}) > 0`,
  );
}

const ofOrganisation = and(
  eq(organisations.districtId, cycleUnits.districtId),
  eq(organisations.id, cycleUnits.organisationId),
);

export async function countOverviewUnits(db: Db, question: Of & OverviewQuestion): Promise<number> {
  const standing = standings(db, question);
  const rows = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(cycleUnits)
    .innerJoin(organisations, ofOrganisation)
    .leftJoin(standing, eq(standing.organisationId, cycleUnits.organisationId))
    .where(wantedUnits(question, sql`${standing.isWanted}`));
  return rows[0]?.count ?? 0;
}

/** One page of the units looked for: in their own order, the latest first, or the least advanced first. */
export async function listOverviewUnits(
  db: Db,
  question: Of & OverviewQuestion & { order: UnitOrder; limit: number; offset: number },
): Promise<CycleUnit[]> {
  const standing = standings(db, question);
  const { order, limit, offset } = question;
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
    .innerJoin(organisations, ofOrganisation)
    .leftJoin(standing, eq(standing.organisationId, cycleUnits.organisationId))
    .where(wantedUnits(question, sql`${standing.isWanted}`))
    .orderBy(...first, asc(cycleUnits.position), asc(organisations.name), asc(cycleUnits.organisationId))
    .limit(limit)
    .offset(offset);
  return rows.map(({ kind, ...row }) => ({ ...row, isOffice: kind === "office" }));
}

/** How the sections that count stand, each kind of section on its own. */
export async function countSectionProgress(
  db: Db,
  { scope, cycleId, now }: Of & { now: Date },
): Promise<SectionProgress[]> {
  const count = (where: SQL) => sql<number>`(count(*) filter (where ${where}))::int`;
  return db
    .select({
      sectionId: submissions.sectionId,
      total: sql<number>`count(*)::int`,
      approved: count(matches("approved", now)),
      waiting: count(matches("waiting", now)),
      late: count(isLateAt(now)),
      open: count(matches("open", now)),
    })
    .from(submissions)
    .innerJoin(cycleUnits, ofUnit)
    .where(inScope(submissions, scope, eq(submissions.cycleId, cycleId), counts))
    .groupBy(submissions.sectionId);
}

/** How many units are late with something, and how many of them have not been reminded since a moment. */
export async function countLateUnits(
  db: Db,
  { scope, cycleId, now, remindedSince }: Of & { now: Date; remindedSince: Date },
): Promise<{ units: number; toRemind: number }> {
  const reminded = remindedUnits(db, { scope, cycleId, since: remindedSince });
  const rows = await db
    .select({
      units: sql<number>`count(distinct ${submissions.organisationId})::int`,
      toRemind: sql<number>`(count(distinct ${submissions.organisationId})
        filter (where ${reminded.organisationId} is null))::int`,
    })
    .from(submissions)
    .innerJoin(cycleUnits, ofUnit)
    .leftJoin(reminded, eq(reminded.organisationId, submissions.organisationId))
    .where(inScope(submissions, scope, eq(submissions.cycleId, cycleId), counts, isLateAt(now)));
  return rows[0] ?? { units: 0, toRemind: 0 };
}

/** The units that are late with something, in their order; all of them where no limit is given. */
export async function listLateUnits(
  db: Db,
  { scope, cycleId, now, limit }: Of & { now: Date; limit?: number },
): Promise<{ organisationId: string; name: string }[]> {
  const rows = db
    .select({ organisationId: cycleUnits.organisationId, name: organisations.name })
    .from(submissions)
    .innerJoin(cycleUnits, ofUnit)
    .innerJoin(organisations, ofOrganisation)
    .where(inScope(submissions, scope, eq(submissions.cycleId, cycleId), counts, isLateAt(now)))
    .groupBy(cycleUnits.organisationId, cycleUnits.position, organisations.name)
    .orderBy(asc(cycleUnits.position), asc(organisations.name));
  return limit === undefined ? rows : rows.limit(limit);
}

function remindedUnits(db: Db, { scope, cycleId, since }: Of & { since: Date }) {
  return db
    .selectDistinct({ organisationId: events.organisationId })
    .from(events)
    .where(inScope(events, scope, eq(events.cycleId, cycleId), eq(events.type, REMINDED), gte(events.at, since)))
    .as("reminded");
}

/** Ids of the units that were reminded since a moment. */
export async function listRemindedUnits(db: Db, params: Of & { since: Date }): Promise<string[]> {
  const reminded = remindedUnits(db, params);
  const rows = await db.select({ organisationId: reminded.organisationId }).from(reminded);
  return rows.flatMap(({ organisationId }) => organisationId ?? []);
}

/**
 * The last time that units were reminded, how many with the same press, and how many of these have handed in everything
 * that was named. Units reminded at one moment were reminded with one press.
 */
export async function getLastReminder(
  db: Db,
  { scope, cycleId }: Of,
): Promise<{ at: Date; units: number; done: number } | null> {
  const ofCycle = inScope(events, scope, eq(events.cycleId, cycleId), eq(events.type, REMINDED));
  const last = db
    .select({ at: max(events.at).as("last_at") })
    .from(events)
    .where(ofCycle)
    .as("last");
  const isOpen = sql`exists (
    select from jsonb_array_elements_text(${events.data} -> 'sections') as named(section_id)
    where not exists (select from ${submissions} s where s.district_id = ${events.districtId}
      and s.cycle_id = ${events.cycleId} and s.organisation_id = ${events.organisationId}
      and s.section_id = named.section_id and s.state in ('submitted', 'approved')))`;
  const rows = await db
    .select({
      at: events.at,
      units: sql<number>`count(*)::int`,
      done: sql<number>`(count(*) filter (where not ${isOpen}))::int`,
    })
    .from(events)
    .innerJoin(last, eq(last.at, events.at))
    .where(ofCycle)
    .groupBy(events.at);
  return rows[0] ?? null;
}

/**
 * How many sections came into the office's hands and were approved, less those that left them, in each span of so many
 * seconds, oldest first: each event against the one before it of the same section.
 */
export async function listProgressMoves(
  db: Db,
  { scope, cycleId, spanSeconds }: Of & { spanSeconds: number },
): Promise<ProgressMove[]> {
  const standing = sql`case
    when ${events.type} = 'section_submitted' and (${events.data} ->> 'awaitsSignature')::boolean then 0
    when ${inArray(events.type, typesLeadingTo("approved"))} then 2
    when ${inArray(events.type, typesLeadingTo("handed_in"))} then 1
    else 0 end`;
  const told = db
    .select({
      at: events.at,
      span: sql<number>`floor(extract(epoch from ${events.at}) / ${spanSeconds}::float8)`.as("span"),
      standing: sql<number>`${standing}`.as("standing"),
      before: sql<number>`lag(${standing}, 1, 0) over (partition by ${events.submissionId} order by ${events.id})`.as(
        "before",
      ),
    })
    .from(events)
    .innerJoin(submissions, and(eq(submissions.districtId, events.districtId), eq(submissions.id, events.submissionId)))
    .innerJoin(cycleUnits, ofUnit)
    .where(
      inScope(
        submissions,
        scope,
        eq(submissions.cycleId, cycleId),
        counts,
        inArray(events.type, Object.keys(STANDING_AFTER)),
      ),
    )
    .as("told");
  const moved = (least: number) =>
    sql<number>`(count(*) filter (where ${told.standing} >= ${least}) - count(*) filter (where ${told.before} >= ${least}))::int`;
  return db
    .select({
      at: sql<Date>`max(${told.at})`.mapWith(events.at),
      handedIn: moved(1),
      approved: moved(2),
    })
    .from(told)
    .groupBy(told.span)
    .orderBy(asc(told.span));
}
