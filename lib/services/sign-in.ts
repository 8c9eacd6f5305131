import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import type { Db } from "@/db/connect";
import { rateLimitTable } from "@/db/queries/rate-limits";
import { getSignInRow } from "@/db/queries/users";
import { Refusal, type RefusalCode } from "@/lib/domain/refusal";
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
  return guarded(db, input.account, "wrong_password", async () => {
    const row = await getSignInRow(db, { account: input.account });
    const isRight = await isPasswordRight(row?.password_hash ?? null, input.password);
    return row?.is_active && isRight ? { userId: row.user_id, sessionEpoch: row.session_epoch } : null;
  });
}

/**
 * Lets `attempt` prove something about an account, at most five times in vain. An attempt counts before it is made, so
 * that many at once are no way around; one that succeeds takes the count back.
 */
export async function guarded<Result>(
  db: Db,
  account: string,
  refusal: RefusalCode,
  attempt: () => Promise<Result | null>,
): Promise<Result> {
  const limiter = failedSignIns(db);
  const key = account.toLowerCase();
  const counted = await limiter.consume(key).catch((rejected: unknown) => {
    throw rejected instanceof RateLimiterRes ? tooMany(rejected) : rejected;
  });
  const result = await attempt();
  if (result === null) throw new Refusal(refusal, { left: counted.remainingPoints });
  await limiter.delete(key);
  return result;
}

function failedSignIns(db: Db): RateLimiterDrizzle {
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
