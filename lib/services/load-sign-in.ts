import type { Db } from "@/db/connect";
import { getSignInNotice, isSetUp } from "@/db/queries/sign-in";
import type { SignInNotice } from "@/lib/domain/sign-in-notice";
import type { NoInput } from "@/lib/services/no-input";

/** Says whether this installation has a district yet; without one there is nobody who could sign in. */
export async function isInstalled(db: Db, _input: NoInput, _now: Date): Promise<boolean> {
  return isSetUp(db);
}

/** Loads what the sign-in page says of the year under way; `notice` is null where it cannot speak for one district. */
export async function loadSignIn(
  db: Db,
  _input: NoInput,
  _now: Date,
): Promise<{ notice: SignInNotice | null; isInstalled: boolean }> {
  const [notice, isReady] = await Promise.all([getSignInNotice(db), isSetUp(db)]);
  return { notice, isInstalled: isReady };
}
