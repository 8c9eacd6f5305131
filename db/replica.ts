import { sql } from "drizzle-orm";
import { isDatabaseAway, sqlStateOf } from "@/lib/domain/outage";
import type { Db } from "./connect";

/** How far the replica is gets asked so often at most, by who reads then. */
const CHECK_EVERY_MS = 1_000;
/** A server that has not answered by then counts as away. */
const CHECK_PATIENCE_MS = 2_000;
/** A replica that is further behind is not read while the primary is there. */
export const LONGEST_LAG_MS = 10_000;
/** Positions of the primary that the replica has not reached yet; no more are noted until it has reached the first. */
const MOST_MARKS = 100;
/** A standby ends a read that stands in the way of what it has to replay. */
const CONFLICT_WITH_REPLAY = "40001";

/** What was read, and up to when it is complete: null where the primary was asked. */
export type ReadResult<Result> = { result: Result; asOf: Date | null };

export type Reader = { read<Result>(load: (db: Db) => Promise<Result>): Promise<ReadResult<Result>> };

/** What is known of both servers: everything the primary held at `completeUpTo` is at the replica. */
type Standing = { checkedAt: number; completeUpTo: number | null; isReplicaThere: boolean; isPrimaryThere: boolean };

/**
 * Reads at a replica while it is there and not far behind, and at the primary otherwise. Where the primary is away the
 * replica is read however old it is.
 *
 * How old it is, is not what the replica says of itself: one that is cut off thinks that nothing has happened. The
 * primary's position in its log is noted with the time, and when the replica has reached it, it holds all of that time.
 */
export function openReader(primary: Db, replica: Db, clock: () => number = Date.now): Reader {
  let marks: { position: bigint; at: number }[] = [];
  let standing: Standing = {
    checkedAt: Number.NEGATIVE_INFINITY,
    completeUpTo: null,
    isReplicaThere: false,
    isPrimaryThere: true,
  };
  let checking: Promise<void> | null = null;

  const check = async (): Promise<void> => {
    const at = clock();
    const position = await answered(
      positionOf(primary, sql`case when not pg_is_in_recovery() then pg_current_wal_lsn() end`),
    );
    if (position !== null && marks.length < MOST_MARKS) marks.push({ position: position.reached, at });
    const replayed = await answered(
      positionOf(replica, sql`case when pg_is_in_recovery() then pg_last_wal_replay_lsn() end`),
    );
    const last = marks.findLast((mark) => replayed !== null && mark.position <= replayed.reached);
    if (last) marks = marks.filter((mark) => mark.position > last.position);
    standing = {
      checkedAt: at,
      // Of a process that began without the primary: when the last change was made that the replica has.
      completeUpTo: last?.at ?? standing.completeUpTo ?? replayed?.lastChangeAt ?? null,
      isReplicaThere: replayed !== null,
      isPrimaryThere: position !== null,
    };
  };

  const stand = async (): Promise<Standing> => {
    if (clock() - standing.checkedAt >= CHECK_EVERY_MS) {
      checking ??= check().finally(() => {
        checking = null;
      });
      await checking;
    }
    return standing;
  };

  return {
    async read(load) {
      const asOf = decideSource(await stand(), clock());
      if (asOf === null) return { result: await load(primary), asOf: null };
      try {
        const result = await load(replica);
        // What was published a moment ago may not be there yet.
        if (result !== null || !standing.isPrimaryThere) return { result, asOf: new Date(asOf) };
      } catch (error) {
        if (!isDatabaseAway(error) && sqlStateOf(error) !== CONFLICT_WITH_REPLAY) throw error;
        standing = { ...standing, isReplicaThere: !isDatabaseAway(error) };
      }
      return { result: await load(primary), asOf: null };
    },
  };
}

/** Up to when the replica is complete where it is to be read; null where the primary is. */
function decideSource({ completeUpTo, isReplicaThere, isPrimaryThere }: Standing, now: number): number | null {
  if (!isReplicaThere || completeUpTo === null) return null;
  return !isPrimaryThere || now - completeUpTo <= LONGEST_LAG_MS ? completeUpTo : null;
}

type Position = { reached: bigint; lastChangeAt: number | null };

async function positionOf(db: Db, position: ReturnType<typeof sql>): Promise<Position | null> {
  const { rows } = await db.execute<{ reached: string | null; changed: string | null }>(
    sql`select (${position} - '0/0'::pg_lsn)::text as reached,
      (extract(epoch from pg_last_xact_replay_timestamp()) * 1000)::bigint::text as changed`,
  );
  const [row] = rows;
  if (!row || row.reached === null) return null;
  return { reached: BigInt(row.reached), lastChangeAt: row.changed === null ? null : Number(row.changed) };
}

/** Null of a server that is away, or silent. */
async function answered<Result>(asked: Promise<Result>): Promise<Result | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), CHECK_PATIENCE_MS);
  });
  try {
    return await Promise.race([asked, late]);
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return null;
  } finally {
    clearTimeout(timer);
  }
}
