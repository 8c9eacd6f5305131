import { type Db, withActor } from "@/db/connect";
import { isCredential } from "@/db/queries/credentials";
import type { SignInRow } from "@/db/queries/sign-in";
import { hasPassword } from "@/db/queries/users";
import type { Actor } from "@/lib/domain/access";
import type { Origin } from "@/lib/domain/guessing";
import { hashLike } from "@/lib/services/password";
import { proveIdentity } from "@/lib/services/prove-identity";
import { needsSecondFactor, proveSecondFactor } from "@/lib/services/prove-second-factor";
import { ownerOf } from "@/lib/services/sign-in";

export type ProvenAgain = { proof: string; origin: Origin; appSecret: string };

/** By what somebody shows that it is them; nothing where they have neither a second step nor a password. */
export type ProvesBy = "code" | "password" | "nothing";

/** What `proveAgain` asks of somebody. */
export async function getProof(db: Db, actor: Actor, now: Date): Promise<ProvesBy> {
  if (await needsSecondFactor(db, actor, now)) return "code";
  return (await withActor(db, actor, (tx) => hasPassword(tx, actor))) ? "password" : "nothing";
}

/**
 * Has somebody who is signed in show once more that it is them, before what outlasts their session: by a code of the second
 * step, or by the password where there is none.
 *
 * @throws Refusal wrong_second_code or wrong_password with `left`, slow_down and busy with `seconds`
 */
export async function proveAgain(db: Db, actor: Actor, given: ProvenAgain, now: Date): Promise<void> {
  if (await needsSecondFactor(db, actor, now)) {
    await proveSecondFactor(db, actor, { ...given, code: given.proof }, now);
    return;
  }
  await proveOwnPassword(db, actor, { current: given.proof, origin: given.origin }, now);
}

/**
 * Proves the password of somebody who is signed in; gives its hash, which allows changing it.
 *
 * @throws Refusal wrong_password with `left`, slow_down and busy with `seconds`
 */
export async function proveOwnPassword(
  db: Db,
  { account, userId }: Pick<Actor, "account" | "userId">,
  { current, origin }: { current: string; origin: Origin },
  now: Date,
): Promise<{ row: SignInRow; proof: string }> {
  const attempt = { what: "current_password" as const, account, origin, now };
  let proof = "";
  const row = await proveIdentity(db, attempt, "wrong_password", async (found) => {
    proof = await hashLike(found?.password_salt ?? null, current, userId);
    return isCredential(db, { ...ownerOf(found), kind: "password", computed: proof });
  });
  return { row, proof };
}
