import { randomUUID } from "node:crypto";
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type VerifiedRegistrationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { type Db, withActor } from "@/db/connect";
import { countPasskeys, deletePasskey, insertPasskey, listPasskeys } from "@/db/queries/passkeys";
import { deleteRecoveryCodes } from "@/db/queries/recovery-codes";
import { getSecondFactor } from "@/db/queries/second-factors";
import type { Actor } from "@/lib/domain/access";
import type { AddPasskeyInput, RemovePasskeyInput } from "@/lib/domain/inputs/passkey";
import { CHALLENGE_SECONDS, MOST_PASSKEYS, type Passkey, type RelyingParty, userHandleOf } from "@/lib/domain/passkey";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import type { NoInput } from "@/lib/services/no-input";
import { type Challenge, isDrawnFor, MadeAnswerSchema, readAnswer } from "@/lib/services/passkey-answers";
import { getProof, type ProvenAgain, proveAgain } from "@/lib/services/prove-again";
import { replaceCodes } from "@/lib/services/recovery-codes";

/** ES256, RS256 and EdDSA, by their COSE numbers: what every device has one of. */
const ALGORITHMS = [-7, -257, -8];

/** Loads one's own passkeys. */
export async function loadPasskeys(db: Db, actor: Actor, _input: NoInput, _now: Date): Promise<Passkey[]> {
  const rows = await withActor(db, actor, (tx) => listPasskeys(tx, actor));
  return rows.map(({ id, name, madeAt, usedAt, isBackedUp }) => ({ id, name, madeAt, usedAt, isBackedUp }));
}

/**
 * Begins to add a passkey: what the browser is to ask its person's device. It is one that is found without an account and
 * that checks its person, so that it can stand for a password as well. It outlasts the session: whoever begins shows once
 * more that it is them, and without the question that is drawn here none is added.
 *
 * @throws Refusal passkeys_full and what `proveAgain` refuses
 */
export async function preparePasskey(
  db: Db,
  actor: Actor,
  { relyingParty, ...given }: { relyingParty: RelyingParty } & ProvenAgain,
  now: Date,
): Promise<{ options: PublicKeyCredentialCreationOptionsJSON; challenge: Challenge }> {
  const { userId, account, name } = actor;
  if ((await getProof(db, actor, now)) !== "nothing") await proveAgain(db, actor, given, now);
  const known = await withActor(db, actor, (tx) => listPasskeys(tx, actor));
  if (known.length >= MOST_PASSKEYS) throw new Refusal("passkeys_full", { count: MOST_PASSKEYS });
  const options = await generateRegistrationOptions({
    rpName: "年报汇",
    rpID: relyingParty.id,
    userID: new Uint8Array(Buffer.from(userHandleOf(actor), "hex")),
    userName: account,
    userDisplayName: name,
    timeout: CHALLENGE_SECONDS * 1000,
    attestationType: "none",
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ credentialId: id }) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const { challenge } = options;
  return { options, challenge: { challenge, purpose: "add", userId, drawnAt: now.getTime() } };
}

/**
 * Adds the passkey that a device has made. Whoever has no other second factor is given codes for paper, shown once: a
 * repeated request gives none.
 *
 * @throws Refusal passkey_late, passkey_refused, passkeys_full
 */
export async function addPasskey(
  db: Db,
  actor: Actor,
  input: AddPasskeyInput & { challenge: Challenge | null; relyingParty: RelyingParty; appSecret: string },
  now: Date,
): Promise<{ codes: readonly string[] }> {
  const { districtId, userId, account } = actor;
  const { name, appSecret } = input;
  const made = await verifyMade(input, userId);
  let codes: string[] = [];
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const count = await countPasskeys(tx, actor);
      if (count >= MOST_PASSKEYS) throw new Refusal("passkeys_full", { count: MOST_PASSKEYS });
      const { credential, credentialDeviceType, credentialBackedUp: isBackedUp } = made;
      const isNew = await insertPasskey(tx, {
        ...{ districtId, userId, id: randomUUID(), name, madeAt: now, isBackedUp },
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString("base64url"),
        counter: credential.counter,
        transports: [...(credential.transports ?? [])],
        isMultiDevice: credentialDeviceType === "multiDevice",
      });
      if (!isNew) throw new Refusal("passkey_refused");
      const isFirst = count === 0 && !(await getSecondFactor(tx, actor))?.confirmedAt;
      if (isFirst) codes = await replaceCodes(tx, actor, appSecret);
      await record({}, { type: "passkey_added", data: { account, name } });
    },
    withoutResult,
  );
  return { codes };
}

/**
 * Removes one of one's own passkeys; with the last second factor the codes on paper are void too. As for
 * adding one, they show once more that it is them.
 *
 * @throws Refusal not_found and what `proveAgain` refuses
 */
export async function removePasskey(
  db: Db,
  actor: Actor,
  input: Omit<RemovePasskeyInput, "proof"> & ProvenAgain,
  now: Date,
): Promise<void> {
  if ((await getProof(db, actor, now)) !== "nothing") await proveAgain(db, actor, input, now);
  const { account } = actor;
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const name = await deletePasskey(tx, { ...actor, id: input.passkeyId });
      if (name === null) throw new Refusal("not_found");
      const isLast = (await countPasskeys(tx, actor)) === 0 && !(await getSecondFactor(tx, actor))?.confirmedAt;
      if (isLast) await deleteRecoveryCodes(tx, actor);
      await record({}, { type: "passkey_removed", data: { account, name } });
    },
    withoutResult,
  );
}

type Made = NonNullable<VerifiedRegistrationResponse["registrationInfo"]>;

async function verifyMade(
  input: { answer: string; challenge: Challenge | null; relyingParty: RelyingParty },
  userId: string,
): Promise<Made> {
  const { challenge, relyingParty } = input;
  if (!challenge || !isDrawnFor(challenge, "add", userId)) throw new Refusal("passkey_late");
  const answer = readAnswer(input.answer, MadeAnswerSchema);
  if (!answer) throw new Refusal("passkey_refused");
  const { transports: _transports, ...response } = answer.response;
  const verified = await verifyRegistrationResponse({
    response: { ...answer, response, clientExtensionResults: {} },
    expectedChallenge: challenge.challenge,
    expectedOrigin: relyingParty.origin,
    expectedRPID: relyingParty.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null);
  if (!verified?.verified) throw new Refusal("passkey_refused");
  return verified.registrationInfo;
}
