import type { Db } from "@/db/connect";
import { updateTokensEnded } from "@/db/queries/access-tokens";
import { getAccountName } from "@/db/queries/users";
import { type Actor, may } from "@/lib/domain/access";
import type { EndTokenInput } from "@/lib/domain/inputs/access-token";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, type RecordEvent, withoutResult } from "@/lib/services/carry-out";

/**
 * Ends a token at once: one's own, or as an administrator anybody's.
 *
 * @throws Refusal not_found
 */
export async function endToken(db: Db, actor: Actor, input: EndTokenInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const { districtId, userId } = actor;
      const whose = may(actor, "person:manage") ? {} : { ofUserId: userId };
      const [ended] = await updateTokensEnded(tx, { districtId, id: input.tokenId, at: now, ...whose });
      if (!ended) throw new Refusal("not_found");
      const account = await getAccountName(tx, { districtId, id: ended.userId });
      if (account === null) throw new Refusal("not_found");
      await record({}, { type: "token_ended", data: { account, name: ended.name } });
    },
    withoutResult,
  );
}

/** Ends all tokens of an account within a transaction that is open already: they do not come back with the account. */
export async function endTokensOf(
  tx: Db,
  { districtId, userId, account }: { districtId: string; userId: string; account: string },
  now: Date,
  record: RecordEvent,
): Promise<void> {
  for (const { name } of await updateTokensEnded(tx, { districtId, ofUserId: userId, at: now })) {
    await record({}, { type: "token_ended", data: { account, name } });
  }
}
