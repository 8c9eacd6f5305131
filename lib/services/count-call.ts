import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import type { Db } from "@/db/connect";
import { rateLimitTable } from "@/db/queries/rate-limits";

const WINDOW_SECONDS = 60;
/** Calls a minute of one token, and of one address without a token. */
export const CALLS_A_MINUTE = { token: 600, source: 300 } as const;
export type CallerKind = keyof typeof CALLS_A_MINUTE;

/** How many calls are left in this minute; `isOver` where this one is one too many. */
export type CallCount = { limit: number; windowSeconds: number; left: number; resetSeconds: number; isOver: boolean };

/** Counts a call by whoever makes it, over all processes. */
export async function countCall(
  db: Db,
  { kind, id }: { kind: CallerKind; id: string },
  _now: Date,
): Promise<CallCount> {
  const limit = CALLS_A_MINUTE[kind];
  const limiter = new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimitTable,
    keyPrefix: "",
    points: limit,
    duration: WINDOW_SECONDS,
    clearExpiredByTimeout: false,
  });
  const describe = ({ msBeforeNext, remainingPoints }: RateLimiterRes, isOver: boolean): CallCount => ({
    ...{ limit, windowSeconds: WINDOW_SECONDS, left: remainingPoints, isOver },
    resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  });
  try {
    return describe(await limiter.consume(`api ${kind} ${id}`), false);
  } catch (rejected) {
    if (!(rejected instanceof RateLimiterRes)) throw rejected;
    return describe(rejected, true);
  }
}
