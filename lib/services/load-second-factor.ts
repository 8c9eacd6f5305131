import { type Db, withActor } from "@/db/connect";
import { countRecoveryCodes } from "@/db/queries/recovery-codes";
import { getSecondFactor } from "@/db/queries/second-factors";
import type { Actor } from "@/lib/domain/access";
import type { SecondFactorStanding } from "@/lib/domain/second-factor";
import { decryptText } from "@/lib/services/encrypted-text";
import { SECOND_FACTOR_PURPOSE } from "@/lib/services/prove-second-factor";
import { drawTotpQr } from "@/lib/services/totp";

/** How a person stands with the second step of signing in; while it is set up, what their device is to read. */
export async function loadSecondFactor(
  db: Db,
  actor: Actor,
  { appSecret }: { appSecret: string },
  _now: Date,
): Promise<SecondFactorStanding> {
  const { userId, account } = actor;
  return withActor(db, actor, async (tx) => {
    const factor = await getSecondFactor(tx, actor);
    if (!factor) return { state: "none" };
    if (factor.confirmedAt) {
      const recoveryCodesLeft = await countRecoveryCodes(tx, actor);
      return { state: "confirmed", since: factor.confirmedAt, recoveryCodesLeft };
    }
    const key = decryptText(factor.sealedSecret, { appSecret, purpose: SECOND_FACTOR_PURPOSE, place: userId });
    // Begun under another secret of the app: it has to be begun anew.
    return key === null ? { state: "none" } : { state: "pending", key, qr: drawTotpQr(key, account) };
  });
}
