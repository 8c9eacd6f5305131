import { eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { guesses } from "@/db/schema";
import { type Pace, waitsOf } from "@/lib/domain/guessing";

export type CountedGuess = { isTaken: true; failures: number } | { isTaken: false; nextAt: Date };

/**
 * For a counter that nobody has to wait for. A moment that somebody's clock read would refuse whoever came just before it
 * and is counted just after: two who sign in at once.
 */
const AT_ONCE = new Date(0);

/** How many expired counters are deleted when a new one is inserted. */
const SWEPT = 20;

/**
 * Counts one try as failed before it is made, so that many at once are no way around the pace. A try that comes before
 * its time is not taken and changes nothing.
 */
export async function countGuess(db: Db, params: { key: string; pace: Pace; now: Date }): Promise<CountedGuess> {
  const { key, pace } = params;
  const now = sql`${params.now.toISOString()}::timestamptz`;
  const waits = sql`${sql.param(waitsOf(pace))}::integer[]`;
  const forget = sql`${now} + make_interval(secs => ${pace.forgetSeconds}::integer)`;
  const nextAfter = (wait: SQL) =>
    sql`case when ${wait} > 0 then ${now} + make_interval(secs => ${wait}) else ${AT_ONCE.toISOString()}::timestamptz end`;
  const failures = sql`case when g.forget_at <= ${now} then 1 else g.failures + 1 end`;
  const { rows } = await db.execute<{ failures: number }>(sql`
    insert into guesses as g (key, failures, next_at, forget_at)
    values (${key}, 1, ${nextAfter(sql`(${waits})[1]`)}, ${forget})
    on conflict (key) do update set failures = ${failures}, forget_at = ${forget},
      next_at = ${nextAfter(sql`(${waits})[least(${failures}, cardinality(${waits}))]`)}
    where g.next_at <= ${now} or g.forget_at <= ${now}
    returning failures`);
  const counted = rows[0];
  if (!counted) return { isTaken: false, nextAt: (await getNextTryAt(db, params)) ?? params.now };
  if (counted.failures === 1) await deleteForgotten(db, params.now);
  return { isTaken: true, failures: counted.failures };
}

/** When the next try may be made; null when it may be made now. */
export async function getNextTryAt(db: Db, params: { key: string; now: Date }): Promise<Date | null> {
  const rows = await db.select({ nextAt: guesses.nextAt }).from(guesses).where(eq(guesses.key, params.key));
  const nextAt = rows[0]?.nextAt;
  return nextAt && nextAt > params.now ? nextAt : null;
}

/** Takes back one counted try that was right, or that was not made after all. */
export async function updateGuessUncounted(db: Db, params: { key: string }): Promise<void> {
  await db
    .update(guesses)
    .set({ failures: sql`greatest(0, ${guesses.failures} - 1)`, nextAt: AT_ONCE })
    .where(eq(guesses.key, params.key));
}

export async function deleteGuesses(db: Db, params: { key: string }): Promise<void> {
  await db.delete(guesses).where(eq(guesses.key, params.key));
}

async function deleteForgotten(db: Db, now: Date): Promise<void> {
  await db.execute(sql`
    delete from guesses where key in (
      select key from guesses where forget_at <= ${now.toISOString()}::timestamptz
      order by forget_at limit ${SWEPT} for update skip locked)`);
}
