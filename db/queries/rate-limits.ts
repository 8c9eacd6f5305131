import { lt } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { rateLimits } from "@/db/schema";

/** The table of rate-limiter-flexible, which writes its statements itself. */
export const rateLimitTable = rateLimits;

/** Deletes expired counters, which the library leaves in place; returns how many there were. */
export async function deleteExpiredLimits(db: Db, params: { now: Date }): Promise<number> {
  const { rowCount } = await db.delete(rateLimits).where(lt(rateLimits.expire, params.now));
  return rowCount ?? 0;
}
