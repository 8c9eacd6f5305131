import {
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import type { z } from "zod";
import { type Db, withScope } from "@/db/connect";
import { listPasskeys, updatePasskeyUsed } from "@/db/queries/passkeys";
import { getSignInPerson } from "@/db/queries/sign-in";
import { CHALLENGE_SECONDS, type RelyingParty, readUserHandle } from "@/lib/domain/passkey";
import { Refusal } from "@/lib/domain/refusal";
import { type Challenge, isDrawnFor, readAnswer, UsedAnswerSchema } from "@/lib/services/passkey-answers";
import type { Identity } from "@/lib/services/sign-in";

type Somebody = Pick<Identity, "districtId" | "userId">;
type Given = { answer: string; challenge: Challenge | null; relyingParty: RelyingParty };

const actingAs = ({ districtId, userId }: Somebody) => ({ userId, scope: { districtId, units: [] } });

/**
 * Draws what a browser is to ask: of any device of whoever is there, or, as a second step, of those of a person whose
 * password was right.
 */
export async function drawChallenge(
  db: Db,
  { somebody, relyingParty }: { somebody: Somebody | null; relyingParty: RelyingParty },
  now: Date,
): Promise<{ options: PublicKeyCredentialRequestOptionsJSON; challenge: Challenge }> {
  const known = somebody ? await withScope(db, actingAs(somebody), (tx) => listPasskeys(tx, somebody)) : [];
  const options = await generateAuthenticationOptions({
    rpID: relyingParty.id,
    timeout: CHALLENGE_SECONDS * 1000,
    userVerification: somebody ? "preferred" : "required",
    allowCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports: transportsOf(transports) })),
  });
  const userId = somebody?.userId ?? null;
  const purpose = somebody ? ("second_step" as const) : ("sign_in" as const);
  return { options, challenge: { challenge: options.challenge, purpose, userId, drawnAt: now.getTime() } };
}

/**
 * Signs in whoever a passkey names. It has checked its person, which counts as two factors.
 *
 * @throws Refusal passkey_late, passkey_refused
 */
export async function signInByPasskey(db: Db, given: Given, now: Date): Promise<Identity> {
  const { challenge } = given;
  if (!challenge || !isDrawnFor(challenge, "sign_in", null)) throw new Refusal("passkey_late");
  const answer = readAnswer(given.answer, UsedAnswerSchema);
  const handle = Buffer.from(answer?.response.userHandle ?? "", "base64url").toString("hex");
  const somebody = readUserHandle(handle);
  if (!answer || !somebody) throw new Refusal("passkey_refused");
  return withScope(db, actingAs(somebody), async (tx) => {
    const { districtId, userId } = somebody;
    const user = await getSignInPerson(tx, somebody);
    if (!user || user.deactivatedAt) throw new Refusal("passkey_refused");
    await usePasskey(tx, somebody, { answer, challenge, relyingParty: given.relyingParty, isVerified: true }, now);
    const { account, name, sessionEpoch } = user;
    return { districtId, userId, account, name, sessionEpoch };
  });
}

/**
 * Checks a passkey as the second step of somebody whose password was right.
 *
 * @throws Refusal passkey_late, passkey_refused
 */
export async function provePasskey(db: Db, somebody: Somebody, given: Given, now: Date): Promise<void> {
  const { challenge, relyingParty } = given;
  if (!challenge || !isDrawnFor(challenge, "second_step", somebody.userId)) throw new Refusal("passkey_late");
  const answer = readAnswer(given.answer, UsedAnswerSchema);
  if (!answer) throw new Refusal("passkey_refused");
  await withScope(db, actingAs(somebody), (tx) =>
    usePasskey(tx, somebody, { answer, challenge, relyingParty, isVerified: false }, now),
  );
}

type Used = {
  answer: z.output<typeof UsedAnswerSchema>;
  challenge: Challenge;
  relyingParty: RelyingParty;
  /** Whether the device must have checked its person, by a finger, a face or a number. */
  isVerified: boolean;
};

async function usePasskey(tx: Db, somebody: Somebody, used: Used, now: Date): Promise<void> {
  const { answer, challenge, relyingParty } = used;
  const passkey = (await listPasskeys(tx, somebody)).find(({ credentialId }) => credentialId === answer.id);
  if (!passkey) throw new Refusal("passkey_refused");
  const { userHandle: _userHandle, ...response } = answer.response;
  const verified = await verifyAuthenticationResponse({
    response: { ...answer, response, clientExtensionResults: {} },
    expectedChallenge: challenge.challenge,
    expectedOrigin: relyingParty.origin,
    expectedRPID: relyingParty.id,
    requireUserVerification: used.isVerified,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
      counter: passkey.counter,
      transports: transportsOf(passkey.transports),
    },
  }).catch(() => null);
  if (!verified?.verified) throw new Refusal("passkey_refused");
  const { newCounter: counter, credentialBackedUp: isBackedUp } = verified.authenticationInfo;
  const { districtId, userId } = somebody;
  const use = { districtId, userId, id: passkey.id, counter, isBackedUp, challengedAt: new Date(challenge.drawnAt) };
  if (!(await updatePasskeyUsed(tx, { ...use, at: now }))) throw new Refusal("passkey_refused");
}

const TRANSPORTS: readonly AuthenticatorTransport[] = ["ble", "hybrid", "internal", "nfc", "usb"];

function transportsOf(kept: readonly string[]): AuthenticatorTransport[] {
  return TRANSPORTS.filter((transport) => kept.includes(transport));
}
