import type { Db } from "@/db/connect";
import { countPasskeys, deletePasskeys } from "@/db/queries/passkeys";
import { deleteRecoveryCodes } from "@/db/queries/recovery-codes";
import {
  deletePendingSecondFactor,
  deleteSecondFactor,
  getSecondFactor,
  updateLastStep,
  updateSecondFactorConfirmed,
  upsertSecondFactor,
} from "@/db/queries/second-factors";
import { getUserForUpdate } from "@/db/queries/users";
import { type Actor, may } from "@/lib/domain/access";
import type { Origin } from "@/lib/domain/guessing";
import { Refusal } from "@/lib/domain/refusal";
import { readSecondCode } from "@/lib/domain/second-factor";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { decryptText, encryptText } from "@/lib/services/encrypted-text";
import { proveSecondFactor, SECOND_FACTOR_PURPOSE } from "@/lib/services/prove-second-factor";
import { replaceCodes } from "@/lib/services/recovery-codes";
import { newTotpSecret, stepOfCode } from "@/lib/services/totp";

type Requested = { requestId: string; appSecret: string };
type WithCode = Requested & { code: string };
/** Codes for paper, shown once: a repeated request gives none. */
type Issued = { codes: readonly string[] };

/**
 * Begins to set up a second step with a new secret, which the account page shows until it is confirmed.
 *
 * @throws Refusal wrong_state where there is a confirmed one
 */
export async function prepareSecondFactor(db: Db, actor: Actor, input: Requested, now: Date): Promise<void> {
  const { districtId, userId } = actor;
  const seal = { appSecret: input.appSecret, purpose: SECOND_FACTOR_PURPOSE, place: userId };
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx) => {
      const sealedSecret = encryptText(newTotpSecret(), seal);
      if (!(await upsertSecondFactor(tx, { districtId, userId, sealedSecret, madeAt: now }))) {
        throw new Refusal("wrong_state");
      }
    },
    withoutResult,
  );
}

/** Forgets the secret of a second step that is being set up; one that is confirmed stays. */
export async function stopSecondFactor(db: Db, actor: Actor, input: { requestId: string }, now: Date): Promise<void> {
  const { districtId, userId } = actor;
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx) => deletePendingSecondFactor(tx, { districtId, userId }),
    withoutResult,
  );
}

/**
 * Confirms the second step by a code of the device, so that nobody is shut out by one that was never read. From then on
 * signing in asks for it.
 *
 * @throws Refusal wrong_state, wrong_second_code
 */
export async function confirmSecondFactor(db: Db, actor: Actor, input: WithCode, now: Date): Promise<Issued> {
  const { districtId, userId, account } = actor;
  const { appSecret } = input;
  let codes: string[] = [];
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const factor = await getSecondFactor(tx, { districtId, userId });
      if (!factor || factor.confirmedAt) throw new Refusal("wrong_state");
      const secret = decryptText(factor.sealedSecret, { appSecret, purpose: SECOND_FACTOR_PURPOSE, place: userId });
      const step = secret === null ? null : stepOfCode(secret, readSecondCode(input.code).code, now);
      if (step === null) throw new Refusal("wrong_second_code", { left: 0 });
      await updateLastStep(tx, { districtId, userId, step });
      await updateSecondFactorConfirmed(tx, { districtId, userId, at: now });
      codes = await replaceCodes(tx, actor, appSecret);
      await record({}, { type: "second_factor_set_up", data: { account } });
    },
    withoutResult,
  );
  return { codes };
}

/**
 * Makes new codes for paper; those that there were are void. Asks for a code, so that somebody at an open screen cannot.
 *
 * @throws Refusal wrong_second_code with `left`, slow_down with `seconds`
 */
export async function renewRecoveryCodes(
  db: Db,
  actor: Actor,
  input: WithCode & { origin: Origin },
  now: Date,
): Promise<Issued> {
  await proveSecondFactor(db, actor, input, now);
  let codes: string[] = [];
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      codes = await replaceCodes(tx, actor, input.appSecret);
      await record({}, { type: "recovery_codes_made", data: { account: actor.account } });
    },
    withoutResult,
  );
  return { codes };
}

/**
 * Takes one's own second step away; asks for a code.
 *
 * @throws Refusal wrong_second_code with `left`, slow_down with `seconds`
 */
export async function removeSecondFactor(
  db: Db,
  actor: Actor,
  input: WithCode & { origin: Origin },
  now: Date,
): Promise<void> {
  await proveSecondFactor(db, actor, input, now);
  const { userId, account } = actor;
  await endSecondFactor(db, actor, { requestId: input.requestId, userId, account }, now);
}

/**
 * Takes the second step of somebody away who has lost device and paper, and their passkeys; their password alone lets them
 * in again.
 *
 * @throws Refusal not_permitted, own_account, not_found, wrong_state where there is none
 */
export async function dropSecondFactor(
  db: Db,
  actor: Actor,
  input: { requestId: string; userId: string },
  now: Date,
): Promise<void> {
  if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
  if (input.userId === actor.userId) throw new Refusal("own_account");
  await endSecondFactor(db, actor, { ...input, account: null }, now);
}

async function endSecondFactor(
  db: Db,
  actor: Actor,
  of: { requestId: string; userId: string; account: string | null },
  now: Date,
): Promise<void> {
  const { districtId } = actor;
  const { requestId, userId } = of;
  await carryOut(
    db,
    actor,
    { requestId, now },
    async (tx, record) => {
      const account = of.account ?? (await getUserForUpdate(tx, { districtId, id: userId }))?.account;
      if (account === undefined) throw new Refusal("not_found");
      const isOwn = of.account !== null;
      const isGone = await deleteSecondFactor(tx, { districtId, userId });
      const passkeys = isOwn ? 0 : await deletePasskeys(tx, { districtId, userId });
      if (!isGone && passkeys === 0) throw new Refusal("wrong_state");
      // Whoever has a passkey still has a use for the codes on paper.
      if (!isOwn || (await countPasskeys(tx, { districtId, userId })) === 0) {
        await deleteRecoveryCodes(tx, { districtId, userId });
      }
      await record({}, { type: "second_factor_removed", data: { account } });
    },
    withoutResult,
  );
}
