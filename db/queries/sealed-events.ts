import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { events, historyHeads } from "@/db/schema";
import type { EventType } from "@/lib/domain/events";

/** An event as stored, for recomputing its hash; its data is PostgreSQL's own text of the JSON. */
export type RawEvent = {
  id: number;
  number: number;
  hash: string;
  /** Microseconds since 1970. */
  atMicros: string;
  actorId: string | null;
  actorName: string;
  organisationId: string | null;
  cycleId: string | null;
  submissionId: string | null;
  reportId: string | null;
  type: string;
  dataText: string;
};

const rawColumns = {
  id: events.id,
  actorId: events.actorId,
  actorName: events.actorName,
  organisationId: events.organisationId,
  cycleId: events.cycleId,
  submissionId: events.submissionId,
  reportId: events.reportId,
  type: events.type,
  number: events.number,
  hash: events.hash,
  atMicros: sql<string>`(extract(epoch from ${events.at}) * 1000000)::bigint::text`,
  dataText: sql<string>`${events.data}::text`,
};

/** In the order of their numbers in the history. */
export async function listRawEventsAfter(
  db: Db,
  params: { districtId: string; afterNumber: number; limit: number },
): Promise<RawEvent[]> {
  return db
    .select(rawColumns)
    .from(events)
    .where(and(eq(events.districtId, params.districtId), gt(events.number, params.afterNumber)))
    .orderBy(asc(events.number))
    .limit(params.limit);
}

/** The number of the event that told of the submission with this receipt; null where there is none. */
export async function findEventOfReceipt(
  db: Db,
  params: { districtId: string; receipt: string },
): Promise<number | null> {
  const types: EventType[] = ["section_submitted", "section_taken"];
  const rows = await db
    .select({ number: events.number })
    .from(events)
    .where(
      and(
        eq(events.districtId, params.districtId),
        inArray(events.type, types),
        sql`${events.data} ->> 'receipt' = ${params.receipt}`,
      ),
    )
    .orderBy(desc(events.number))
    .limit(1);
  return rows[0]?.number ?? null;
}

/** In the order of their ids, by which seals without a tree were computed. */
export async function listRawEventsAfterId(
  db: Db,
  params: { districtId: string; afterId: number; limit: number },
): Promise<RawEvent[]> {
  return db
    .select(rawColumns)
    .from(events)
    .where(and(eq(events.districtId, params.districtId), gt(events.id, params.afterId)))
    .orderBy(asc(events.id))
    .limit(params.limit);
}

/** Ids of districts with an unsealed event from before a moment. */
export async function listUnsealedDistricts(db: Db, params: { before: Date }): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from nianbao.list_unsealed(${params.before.toISOString()}::timestamptz) as id`,
  );
  return rows.map((row) => row.id);
}

/** The newest event number and hash of a district; null before the first event. */
export async function getHistoryHead(
  db: Db,
  params: { districtId: string },
): Promise<{ eventCount: number; hash: string; sealCount: number } | null> {
  const rows = await db
    .select({ eventCount: historyHeads.eventCount, hash: historyHeads.hash, sealCount: historyHeads.sealCount })
    .from(historyHeads)
    .where(eq(historyHeads.districtId, params.districtId));
  return rows[0] ?? null;
}
