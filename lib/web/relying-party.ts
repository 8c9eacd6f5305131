import "server-only";
import { type RelyingParty, relyingPartyOf } from "@/lib/domain/passkey";
import { Refusal } from "@/lib/domain/refusal";
import { env } from "@/lib/env";

/** What passkeys of this installation are bound to; null where browsers offer none. */
export function relyingParty(): RelyingParty | null {
  return relyingPartyOf(env().NEXTAUTH_URL);
}

/**
 * As `relyingParty`, where there has to be one.
 *
 * @throws Refusal passkey_refused
 */
export function requireRelyingParty(): RelyingParty {
  const found = relyingParty();
  if (!found) throw new Refusal("passkey_refused");
  return found;
}
