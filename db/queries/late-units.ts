import { asc, eq, gte, max, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inScope } from "@/db/queries/in-scope";
import { cycleUnitOfSubmission, organisationOfCycleUnit } from "@/db/queries/joins";
import { type CycleInScope, isCounted, isLateAt } from "@/db/queries/section-standing";
import { cycleUnits, events, organisations, submissions } from "@/db/schema";
import type { EventType } from "@/lib/domain/events";

const REMINDED: EventType = "unit_reminded";

/** How many units are late with something, and how many of them have not been reminded since a moment. */
export async function countLateUnits(
  db: Db,
  { scope, cycleId, now, remindedSince }: CycleInScope & { now: Date; remindedSince: Date },
): Promise<{ units: number; toRemind: number }> {
  const reminded = remindedUnits(db, { scope, cycleId, since: remindedSince });
  const rows = await db
    .select({
      units: sql<number>`count(distinct ${submissions.organisationId})::int`,
      toRemind: sql<number>`(count(distinct ${submissions.organisationId})
        filter (where ${reminded.organisationId} is null))::int`,
    })
    .from(submissions)
    .innerJoin(cycleUnits, cycleUnitOfSubmission)
    .leftJoin(reminded, eq(reminded.organisationId, submissions.organisationId))
    .where(inScope(submissions, scope, eq(submissions.cycleId, cycleId), isCounted, isLateAt(now)));
  return rows[0] ?? { units: 0, toRemind: 0 };
}

/** The units that are late with something, in their order; all of them where no limit is given. */
export async function listLateUnits(
  db: Db,
  { scope, cycleId, now, limit }: CycleInScope & { now: Date; limit?: number },
): Promise<{ organisationId: string; name: string }[]> {
  const rows = db
    .select({ organisationId: cycleUnits.organisationId, name: organisations.name })
    .from(submissions)
    .innerJoin(cycleUnits, cycleUnitOfSubmission)
    .innerJoin(organisations, organisationOfCycleUnit)
    .where(inScope(submissions, scope, eq(submissions.cycleId, cycleId), isCounted, isLateAt(now)))
    .groupBy(cycleUnits.organisationId, cycleUnits.position, organisations.name)
    .orderBy(asc(cycleUnits.position), asc(organisations.name));
  return limit === undefined ? rows : rows.limit(limit);
}

function remindedUnits(db: Db, { scope, cycleId, since }: CycleInScope & { since: Date }) {
  return db
    .selectDistinct({ organisationId: events.organisationId })
    .from(events)
    .where(inScope(events, scope, eq(events.cycleId, cycleId), eq(events.type, REMINDED), gte(events.at, since)))
    .as("reminded");
}

/** Ids of the units that were reminded since a moment. */
export async function listRemindedUnits(db: Db, params: CycleInScope & { since: Date }): Promise<string[]> {
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
  { scope, cycleId }: CycleInScope,
): Promise<{ at: Date; units: number; done: number } | null> {
  const ofCycle = inScope(events, scope, eq(events.cycleId, cycleId), eq(events.type, REMINDED));
  const last = db
    .select({ at: max(events.at).as("last_at") })
    .from(events)
    .where(ofCycle)
    .as("last");
  const isOpen = sql`exists (
    select from jsonb_array_elements_text(${events.data} -> 'sections') as named(section_id)
    where not exists (select from ${submissions} s where s.district_id = ${scope.districtId}
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
