"use server";

import { redirect } from "next/navigation";
import { UsePasskeySchema } from "@/lib/domain/inputs/passkey";
import { Refusal } from "@/lib/domain/refusal";
import { drawChallenge, provePasskey, signInByPasskey } from "@/lib/services/prove-passkey";
import { getDb } from "@/lib/web/database";
import { openFormAction } from "@/lib/web/form-action";
import { requireRelyingParty } from "@/lib/web/relying-party";
import { safeNext } from "@/lib/web/routes";
import { finishSecondStep, readPending, startSession } from "@/lib/web/session";
import { keepChallenge, takeChallenge } from "@/lib/web/sign-in-attempt";

/** What the browser asks its device on the first page: of anybody, also of whoever has given a password a moment ago. */
export async function drawSignInChallengeAction() {
  return drawFor(null);
}

/** What it asks as the second step, of whoever has given a password. */
export async function drawSecondChallengeAction() {
  return drawFor(await readPending());
}

async function drawFor(somebody: Awaited<ReturnType<typeof readPending>>) {
  const of = { somebody, relyingParty: requireRelyingParty() };
  const { options, challenge } = await drawChallenge(getDb(), of, new Date());
  await keepChallenge(challenge);
  return options;
}

export const signInByPasskeyAction = openFormAction(UsePasskeySchema, async ({ answer, next }, now) => {
  const given = { answer, challenge: await takeChallenge(), relyingParty: requireRelyingParty() };
  const identity = await signInByPasskey(getDb(), given, now);
  await startSession(identity, { by: "passkey", isProvedTwice: true });
  redirect(safeNext(next));
});

export const passPasskeyAction = openFormAction(UsePasskeySchema, async ({ answer, next }, now) => {
  const pending = await readPending();
  if (!pending) throw new Refusal("second_step_late");
  const given = { answer, challenge: await takeChallenge(), relyingParty: requireRelyingParty() };
  await provePasskey(getDb(), pending, given, now);
  await finishSecondStep(pending);
  redirect(safeNext(next));
});
