import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import type { Db } from "@/db/connect";
import { rateLimitTable } from "@/db/queries/rate-limits";
import { getSignInRow } from "@/db/queries/users";
import { Refusal } from "@/lib/domain/refusal";
import { isPasswordRight } from "@/lib/services/password";

const ATTEMPTS = 5;
const WINDOW_SECONDS = 15 * 60;

/** Who a session is for. */
export type SessionIdentity = { userId: string; sessionEpoch: number };

/**
 * Checks an account and password. Five wrong ones in fifteen minutes close the account's door for the rest of them;
 * an account that does not exist answers as a wrong password does.
 *
 * @throws Refusal wrong_password with `left`, too_many_attempts with `minutes`
 */
export async function signIn(db: Db, input: { account: string; password: string }): Promise<SessionIdentity> {
  const limiter = failedSignIns(db);
  const key = input.account.toLowerCase();
  const before = await limiter.get(key);
  if (before && before.consumedPoints >= ATTEMPTS) throw tooMany(before);

  const row = await getSignInRow(db, { account: input.account });
  const isRight = await isPasswordRight(row?.password_hash ?? null, input.password);
  if (row?.is_active && isRight) {
    await limiter.delete(key);
    return { userId: row.user_id, sessionEpoch: row.session_epoch };
  }
  throw await failedAttempt(limiter, key);
}

/** Counts a failed attempt and gives the refusal that says how many are left. */
export async function failedAttempt(limiter: RateLimiterDrizzle, key: string): Promise<Refusal> {
  try {
    const after = await limiter.consume(key);
    return new Refusal("wrong_password", { left: after.remainingPoints });
  } catch (rejected) {
    if (rejected instanceof RateLimiterRes) return tooMany(rejected);
    throw rejected;
  }
}

export function failedSignIns(db: Db): RateLimiterDrizzle {
  return new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimitTable,
    keyPrefix: "sign-in",
    points: ATTEMPTS,
    duration: WINDOW_SECONDS,
    clearExpiredByTimeout: false,
  });
}

export function tooMany(state: RateLimiterRes): Refusal {
  return new Refusal("too_many_attempts", { minutes: Math.max(1, Math.ceil(state.msBeforeNext / 60_000)) });
}
