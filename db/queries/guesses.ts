import { and, eq, lte, type SQL, sql } from "drizzle-orm";
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
  const later = (seconds: number) => new Date(params.now.getTime() + seconds * 1000);
  const forget = sql`${later(pace.forgetSeconds).toISOString()}::timestamptz`;
  // When the next try may come, by the number of failures; moments, since a cluster takes no sum of a time in an update.
  const moments = waitsOf(pace).map((wait) => (wait > 0 ? later(wait) : AT_ONCE).toISOString());
  const failures = sql`case when g.forget_at <= ${now} then 1 else g.failures + 1 end`;
  const { rows } = await db.execute<{ failures: number }>(sql`
    insert into guesses as g (key, failures, next_at, forget_at)
    values (${key}, 1, ${moments[0]}::timestamptz, ${forget})
    on conflict (key) do update set failures = ${failures}, forget_at = ${forget}, next_at = ${momentAfter(failures, moments)}
    where g.next_at <= ${now} or g.forget_at <= ${now}
    returning failures`);
  const counted = rows[0];
  if (!counted) return { isTaken: false, nextAt: (await getNextTryAt(db, params)) ?? params.now };
  if (counted.failures === 1) await deleteForgotten(db, params.now);
  return { isTaken: true, failures: counted.failures };
}

/** The moment of a number of failures; the last one holds for all that follow. */
function momentAfter(failures: SQL, moments: readonly string[]): SQL {
  const last = sql`${moments.at(-1)}::timestamptz`;
  const choices = moments.flatMap((moment, index) =>
    moment === (moments[index + 1] ?? moment)
      ? []
      : [sql`when ${failures} <= ${index + 1}::integer then ${moment}::timestamptz`],
  );
  return choices.length === 0 ? last : sql`case ${sql.join(choices, sql` `)} else ${last} end`;
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

/** One at a time: two who sweep at once wait for no more than a row, and a cluster asks one machine for each. */
async function deleteForgotten(db: Db, now: Date): Promise<void> {
  const isForgotten = lte(guesses.forgetAt, now);
  const rows = await db
    .select({ key: guesses.key })
    .from(guesses)
    .where(isForgotten)
    .orderBy(guesses.forgetAt)
    .limit(SWEPT);
  for (const { key } of rows) await db.delete(guesses).where(and(eq(guesses.key, key), isForgotten));
}
