import { randomBytes, randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { countAccessTokens, insertAccessToken } from "@/db/queries/access-tokens";
import type { Actor } from "@/lib/domain/access";
import { MOST_TOKENS, scopesOpenTo, type TokenScope, tokenText, withReading } from "@/lib/domain/access-token";
import type { MakeTokenInput } from "@/lib/domain/inputs/access-token";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, type RecordEvent, withoutResult } from "@/lib/services/carry-out";
import { hashOfBytes } from "@/lib/services/hash";
import { type ProvenAgain, proveAgain } from "@/lib/services/prove-again";

/** A new token, shown once; null where the request is a repeated one. */
export type MadeToken = { token: string | null };

type NewToken = { name: string; scopes: readonly TokenScope[]; days: string };

/**
 * Makes a token for one's own account. Asks for a proof that it is its person, since a token outlasts the session.
 *
 * @throws Refusal not_permitted where a scope is beyond the person's roles, too_many_tokens with `most`, and what
 * `proveAgain` refuses
 */
export async function makeToken(
  db: Db,
  actor: Actor,
  input: MakeTokenInput & Omit<ProvenAgain, "proof">,
  now: Date,
): Promise<MadeToken> {
  await proveAgain(db, actor, input, now);
  let token: string | null = null;
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const open = scopesOpenTo(actor);
      if (!input.scopes.every((scope) => open.includes(scope))) throw new Refusal("not_permitted");
      const { userId, account } = actor;
      token = await issueToken(tx, actor, { id: userId, account, isSystem: false }, input, now, record);
    },
    withoutResult,
  );
  return { token };
}

/**
 * Makes a token of an account within a transaction that is open already, and gives its text.
 *
 * @throws Refusal too_many_tokens with `most`
 */
export async function issueToken(
  tx: Db,
  actor: Actor,
  owner: { id: string; account: string; isSystem: boolean },
  { name, scopes: chosen, days }: NewToken,
  now: Date,
  record: RecordEvent,
): Promise<string> {
  const { districtId } = actor;
  const held = await countAccessTokens(tx, { districtId, userId: owner.id, now });
  if (held >= MOST_TOKENS) throw new Refusal("too_many_tokens", { most: MOST_TOKENS });
  const token = tokenText(districtId, randomBytes(32).toString("base64url"));
  const scopes = withReading(chosen);
  const expiresAt = new Date(now.getTime() + Number(days) * 86_400_000);
  await insertAccessToken(tx, {
    ...{ districtId, id: randomUUID(), userId: owner.id, isOfSystem: owner.isSystem, name, scopes, expiresAt },
    ...{ tokenHash: hashOfToken(token), madeAt: now, madeByName: actor.name },
  });
  const data = { account: owner.account, name, scopes, until: expiresAt.toISOString() };
  await record({}, { type: "token_made", data });
  return token;
}

/** What the database keeps of a token: its 256 random bits cannot be found from it. */
export function hashOfToken(token: string): string {
  return hashOfBytes(Buffer.from(token));
}
