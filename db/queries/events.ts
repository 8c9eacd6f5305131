import { and, asc, desc, eq, gt, gte, inArray, lt, lte, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/connect";
import { inBatches } from "@/db/queries/in-batches";
import { events } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import type { StoredEvent } from "@/lib/domain/events";
import { type DomainEvent, EventSchema, type EventType } from "@/lib/domain/events";

/** What an event is about; the ids that apply are set. */
export type EventSubject = {
  organisationId?: string | null;
  cycleId?: string | null;
  submissionId?: string | null;
  reportId?: string | null;
};

export type EventRecord = EventSubject & { event: DomainEvent };

const columns = {
  id: events.id,
  at: events.at,
  actorId: events.actorId,
  actorName: events.actorName,
  organisationId: events.organisationId,
  cycleId: events.cycleId,
  submissionId: events.submissionId,
  reportId: events.reportId,
  type: events.type,
  data: events.data,
};

type EventRow = Omit<StoredEvent, "event"> & { type: string; data: unknown };

/** Stored beside what an event's own schema holds, so that the chain of the history covers it. */
const ByTokenSchema = z.object({ byToken: z.string().optional() });

function storedEventOf({ type, data, ...row }: EventRow): StoredEvent {
  const { byToken } = ByTokenSchema.parse(data);
  return { ...row, event: EventSchema.parse({ type, data }), ...(byToken === undefined ? {} : { byToken }) };
}

/** The key of the advisory lock on a district's history. */
function historyLock(districtId: string): SQL {
  return sql`hashtextextended(${districtId}::text, 2019)`;
}

/**
 * Locks a district's history until the transaction ends, after waiting for those who are writing it. An event gets its
 * number before it can be seen: a seal made in between would leave it out and be broken by it.
 */
export async function lockHistory(db: Db, params: { districtId: string }): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${historyLock(params.districtId)})`);
}

export async function insertEvents(
  db: Db,
  params: {
    districtId: string;
    at: Date;
    actor: { userId: string; name: string; byToken?: string } | null;
    records: readonly EventRecord[];
  },
): Promise<void> {
  const { byToken } = params.actor ?? {};
  if (params.records.length === 0) return;
  const held = db
    .execute(sql`select pg_advisory_xact_lock_shared(${historyLock(params.districtId)})`)
    .then(() => undefined);
  const inserted = inBatches(params.records, (part) =>
    db.insert(events).values(
      part.map(({ event, ...subject }) => ({
        districtId: params.districtId,
        at: params.at,
        actorId: params.actor?.userId ?? null,
        actorName: params.actor?.name ?? "",
        organisationId: subject.organisationId ?? null,
        cycleId: subject.cycleId ?? null,
        submissionId: subject.submissionId ?? null,
        reportId: subject.reportId ?? null,
        ...storedParts(event, byToken),
      })),
    ),
  );
  await Promise.all([held, inserted]);
}

/** Keys that the schema does not know are dropped, so that the stored event is the one that is parsed when read. */
function storedParts(event: DomainEvent, byToken: string | undefined): { type: string; data: unknown } {
  const { type, data } = EventSchema.parse(event);
  return { type, data: byToken === undefined ? data : { ...data, byToken } };
}

export type EventFilter = {
  organisationId?: string | undefined;
  actorId?: string | undefined;
  submissionId?: string | undefined;
  cycleId?: string | undefined;
  types?: readonly EventType[] | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  /** Only events before this id: the next page. */
  beforeId?: number | undefined;
};

/** Newest first. */
export async function listEvents(
  db: Db,
  params: { scope: Scope; filter: EventFilter; limit: number },
): Promise<StoredEvent[]> {
  const rows = await db
    .select(columns)
    .from(events)
    .where(whereOf(params.scope, params.filter))
    .orderBy(desc(events.id))
    .limit(params.limit);
  return rows.map(storedEventOf);
}

/**
 * The events of one submission that changed a cell, with those of these kinds that list no cells, newest first: one
 * statement over the events of the submission.
 */
export async function listCellEvents(
  db: Db,
  params: { scope: Scope; submissionId: string; cellKey: string; types: readonly EventType[]; limit: number },
): Promise<StoredEvent[]> {
  const { scope, submissionId, cellKey, types, limit } = params;
  const changed = JSON.stringify({ changes: [{ cellKey }] });
  const rows = await db
    .select(columns)
    .from(events)
    .where(
      and(
        whereOf(scope, { submissionId, types }),
        sql`(${events.data} @> ${changed}::jsonb or not ${events.data} ? 'changes')`,
      ),
    )
    .orderBy(desc(events.id))
    .limit(limit);
  return rows.map(storedEventOf);
}

export async function countEvents(db: Db, params: { scope: Scope; filter: EventFilter }): Promise<number> {
  const rows = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(events)
    .where(whereOf(params.scope, { ...params.filter, beforeId: undefined }));
  return rows[0]?.count ?? 0;
}

/** The last event of each kind for each of these submissions: what a list says happened to them. */
export async function listLatestEvents(
  db: Db,
  params: { scope: Scope; submissionIds: readonly string[]; types: readonly EventType[] },
): Promise<StoredEvent[]> {
  if (params.submissionIds.length === 0) return [];
  const rows = await db
    .selectDistinctOn([events.submissionId, events.type], columns)
    .from(events)
    .where(and(whereOf(params.scope, { types: params.types }), inArray(events.submissionId, [...params.submissionIds])))
    .orderBy(events.submissionId, events.type, desc(events.id));
  return rows.map(storedEventOf);
}

/** Oldest first, after `afterId`: for replaying. */
export async function listEventsAfter(
  db: Db,
  params: { districtId: string; afterId: number; limit: number },
): Promise<StoredEvent[]> {
  const rows = await db
    .select(columns)
    .from(events)
    .where(and(eq(events.districtId, params.districtId), gt(events.id, params.afterId)))
    .orderBy(asc(events.id))
    .limit(params.limit);
  return rows.map(storedEventOf);
}

function whereOf(scope: Scope, filter: EventFilter) {
  return and(
    eq(events.districtId, scope.districtId),
    scope.units === "all" ? undefined : inArray(events.organisationId, [...scope.units]),
    filter.organisationId ? eq(events.organisationId, filter.organisationId) : undefined,
    filter.actorId ? eq(events.actorId, filter.actorId) : undefined,
    filter.submissionId ? eq(events.submissionId, filter.submissionId) : undefined,
    filter.cycleId ? eq(events.cycleId, filter.cycleId) : undefined,
    filter.types ? inArray(events.type, [...filter.types]) : undefined,
    filter.from ? gte(events.at, filter.from) : undefined,
    filter.to ? lte(events.at, filter.to) : undefined,
    filter.beforeId ? lt(events.id, filter.beforeId) : undefined,
  );
}
