import type { Db } from "@/db/connect";
import { getTokenActor } from "@/db/queries/access-tokens";
import type { Actor } from "@/lib/domain/access";
import { districtOfToken, limitToScopes, type TokenScope, tokenLimits } from "@/lib/domain/access-token";
import { hashOfToken } from "@/lib/services/make-token";

/** Who works with a token, as the database knows them now: no more than the token's scopes leave. */
export type TokenHolder = { tokenId: string; scopes: readonly TokenScope[]; actor: Actor };

/** Finds out whose token this is, and notes its use; null where it is none, has ended or expired. Asks one district alone. */
export async function authenticateToken(db: Db, input: { token: string }, now: Date): Promise<TokenHolder | null> {
  const districtId = districtOfToken(input.token);
  if (districtId === null) return null;
  const { notedSince } = tokenLimits(now);
  const found = await getTokenActor(db, { districtId, tokenHash: hashOfToken(input.token), now, notedSince });
  if (!found) return null;
  const { id: tokenId, scopes, name: byToken } = found;
  return { tokenId, scopes, actor: { ...limitToScopes(found.actor, scopes), byToken } };
}
