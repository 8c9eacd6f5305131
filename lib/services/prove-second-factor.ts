import { type Db, withScope } from "@/db/connect";
import { insertEvents } from "@/db/queries/events";
import { countPasskeys } from "@/db/queries/passkeys";
import { countRecoveryCodes, updateRecoveryCodeUsed } from "@/db/queries/recovery-codes";
import { getSecondFactor, updateLastStep } from "@/db/queries/second-factors";
import type { Origin } from "@/lib/domain/guessing";
import { readSecondCode } from "@/lib/domain/second-factor";
import { decryptText } from "@/lib/services/encrypted-text";
import { proveIdentity } from "@/lib/services/prove-identity";
import type { Identity } from "@/lib/services/sign-in";
import { recoveryDigest, stepOfCode } from "@/lib/services/totp";

export const SECOND_FACTOR_PURPOSE = "second factor";

type Somebody = Pick<Identity, "districtId" | "userId" | "account" | "name">;
type Given = { code: string; origin: Origin; appSecret: string };

const actingAs = ({ userId, districtId }: Pick<Somebody, "districtId" | "userId">) => ({
  userId,
  scope: { districtId, units: [] },
});

/** Which second steps somebody has who has given the right password. */
export async function listSecondSteps(
  db: Db,
  somebody: Pick<Somebody, "districtId" | "userId">,
  _now: Date,
): Promise<{ hasDevice: boolean; hasPasskey: boolean }> {
  return withScope(db, actingAs(somebody), async (tx) => {
    const [factor, passkeys] = await Promise.all([getSecondFactor(tx, somebody), countPasskeys(tx, somebody)]);
    return { hasDevice: factor?.confirmedAt != null, hasPasskey: passkeys > 0 };
  });
}

/** Whether somebody who has given the right password is asked for a second step. */
export async function needsSecondFactor(db: Db, somebody: Somebody, now: Date): Promise<boolean> {
  const { hasDevice, hasPasskey } = await listSecondSteps(db, somebody, now);
  return hasDevice || hasPasskey;
}

/**
 * Checks a code of somebody's device, or one of those on paper, and uses it up. Tries are slowed as those at a password
 * are, and counted apart from them.
 *
 * @throws Refusal wrong_second_code with `left`, slow_down with `seconds`
 */
export async function proveSecondFactor(db: Db, somebody: Somebody, given: Given, now: Date): Promise<void> {
  const attempt = { what: "second_factor" as const, account: somebody.account, origin: given.origin, now };
  await proveIdentity(db, attempt, "wrong_second_code", async (row) => {
    if (row?.user_id !== somebody.userId || !row.is_active) return false;
    return withScope(db, actingAs(somebody), (tx) => useCode(tx, somebody, given, now));
  });
}

/** True of a right code that was not used before; it is used then. */
async function useCode(tx: Db, somebody: Somebody, { code: typed, appSecret }: Given, now: Date): Promise<boolean> {
  const { districtId, userId, account } = somebody;
  const factor = await getSecondFactor(tx, { districtId, userId });
  const { kind, code } = readSecondCode(typed);
  if (kind === "device") {
    if (!factor?.confirmedAt) return false;
    const secret = decryptText(factor.sealedSecret, { appSecret, purpose: SECOND_FACTOR_PURPOSE, place: userId });
    const step = secret === null ? null : stepOfCode(secret, code, now);
    return step !== null && (await updateLastStep(tx, { districtId, userId, step }));
  }
  const digest = recoveryDigest(code, { userId, appSecret });
  if (!(await updateRecoveryCodeUsed(tx, { districtId, userId, digest, at: now }))) return false;
  const left = await countRecoveryCodes(tx, { districtId, userId });
  const event = { type: "recovery_code_used" as const, data: { account, left } };
  await insertEvents(tx, { districtId, at: now, actor: somebody, records: [{ event }] });
  return true;
}
