import type { Db } from "@/db/connect";
import { isCredential } from "@/db/queries/credentials";
import type { SignInRow } from "@/db/queries/sign-in";
import type { Origin } from "@/lib/domain/guessing";
import { hashLike } from "@/lib/services/password";
import { proveIdentity } from "@/lib/services/prove-identity";

/** Stands in for an unknown account, so that the check takes the same time. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Whose credential is compared with what was typed. */
export function ownerOf(found: SignInRow | null): { districtId: string; userId: string } {
  return { districtId: found?.district_id ?? NOBODY, userId: found?.user_id ?? NOBODY };
}

/** A person who was authenticated; a session may be opened for them. */
export type Identity = { districtId: string; userId: string; account: string; name: string; sessionEpoch: number };

/**
 * Checks an account and password; an account that does not exist answers as a wrong password does.
 *
 * @throws Refusal wrong_password with `left`, slow_down and busy with `seconds`
 */
export async function signIn(
  db: Db,
  input: { account: string; password: string; origin: Origin },
  now: Date,
): Promise<Identity> {
  const { account, password, origin } = input;
  const row = await proveIdentity(db, { what: "password", account, origin, now }, "wrong_password", async (found) => {
    const computed = await hashLike(found?.password_salt ?? null, password, origin.deviceId ?? origin.source);
    const isRight = await isCredential(db, { ...ownerOf(found), kind: "password", computed });
    return isRight && found?.is_active === true;
  });
  return identityOf(row, account);
}

/** The identity behind a looked-up account, for use after its credential was checked; checks nothing itself. */
export function identityOf(row: SignInRow, account: string): Identity {
  const { district_id: districtId, user_id: userId, name, session_epoch: sessionEpoch } = row;
  return { districtId, userId, account, name, sessionEpoch };
}
