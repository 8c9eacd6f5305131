import { lt } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { rateLimits } from "@/db/schema";

/** The table that rate-limiter-flexible keeps its counters in; it writes the statements itself. */
export const rateLimitTable = rateLimits;

/** Removes the counters whose time is over: the library only stops counting them. Gives how many there were. */
export async function deleteExpiredLimits(db: Db, params: { now: Date }): Promise<number> {
  const { rowCount } = await db.delete(rateLimits).where(lt(rateLimits.expire, params.now));
  return rowCount ?? 0;
}
