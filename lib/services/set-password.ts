import type { Db } from "@/db/connect";
import { withScope } from "@/db/connect";
import { type CredentialKind, isCredential, updatePassword } from "@/db/queries/credentials";
import { insertEvents } from "@/db/queries/events";
import type { Actor } from "@/lib/domain/access";
import type { Origin } from "@/lib/domain/guessing";
import type { ChangePasswordInput, SetPasswordInput } from "@/lib/domain/inputs/person";
import { Refusal, type RefusalCode } from "@/lib/domain/refusal";
import { listKnownNames, refuseWeakPassword } from "@/lib/services/choose-password";
import { hashLike, hashPassword } from "@/lib/services/password";
import { proveOwnPassword } from "@/lib/services/prove-again";
import { proveIdentity } from "@/lib/services/prove-identity";
import { type Identity, identityOf, ownerOf } from "@/lib/services/sign-in";

/**
 * Sets a password with the one-time code that the administrator handed over; the code is used up and other sessions
 * end. Wrong codes have counters of their own: guessing at a password never shuts them out.
 *
 * @throws Refusal code_wrong_or_expired, slow_down and busy with `seconds`, weak_password with `why`
 */
export async function setPassword(db: Db, input: SetPasswordInput & { origin: Origin }, now: Date): Promise<Identity> {
  const { account, origin } = input;
  const from = origin.deviceId ?? origin.source;
  const attempt = { what: "code" as const, account, origin, now };
  let proof = "";
  const row = await proveIdentity(db, attempt, "code_wrong_or_expired", async (found) => {
    const isInTime = found?.code_expires_at ? found.code_expires_at > now : false;
    proof = await hashLike(found?.code_salt ?? null, normalCode(input.code), from, "code");
    const isRight = await isCredential(db, { ...ownerOf(found), kind: "code", computed: proof });
    return isRight && isInTime && found?.is_active === true;
  });
  const identity = identityOf(row, account);
  const wanted = { password: input.password, from, kind: "code" as const, proof };
  return replacePassword(db, identity, { ...wanted, wrong: "code_wrong_or_expired" }, now);
}

/**
 * Changes one's own password; every other session ends.
 *
 * @throws Refusal wrong_password, slow_down and busy with `seconds`, weak_password with `why`
 */
export async function changePassword(
  db: Db,
  actor: Actor,
  input: ChangePasswordInput & { origin: Origin },
  now: Date,
): Promise<Identity> {
  const { account, userId } = actor;
  const { row, proof } = await proveOwnPassword(db, actor, input, now);
  const identity = identityOf(row, account);
  const wanted = { password: input.password, from: userId, kind: "password" as const, proof };
  return replacePassword(db, identity, { ...wanted, wrong: "wrong_password" }, now);
}

/**
 * `proof` is the hash that allows it: whoever used the code up in between, or a newer one, forbids it.
 *
 * @throws Refusal weak_password with `why`, and `wrong`
 */
export async function replacePassword(
  db: Db,
  identity: Identity,
  wanted: { password: string; from: string; kind: CredentialKind; proof: string; wrong: RefusalCode },
  now: Date,
): Promise<Identity> {
  const { districtId, userId, account, name } = identity;
  const actsFor = { userId, scope: { districtId, units: [] } };
  const names = await withScope(db, actsFor, (tx) => listKnownNames(tx, identity, now));
  refuseWeakPassword(wanted.password, names);
  const passwordHash = await hashPassword(wanted.password, wanted.from);
  const sessionEpoch = await withScope(db, actsFor, async (tx) => {
    const { kind, proof } = wanted;
    const set = await updatePassword(tx, { districtId, userId, kind, proof, passwordHash, now });
    if (!set) throw new Refusal(wanted.wrong);
    const event = { type: "password_set" as const, data: { account } };
    await insertEvents(tx, { districtId, at: now, actor: { userId, name }, records: [{ event }] });
    return set.sessionEpoch;
  });
  return { ...identity, sessionEpoch };
}

/** Codes are read from paper: case and gaps do not matter. */
export function normalCode(code: string): string {
  return code.replace(/[\s-]/g, "").toUpperCase();
}
