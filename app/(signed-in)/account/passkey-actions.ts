"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/domain/access";
import { AddPasskeySchema, PreparePasskeySchema, RemovePasskeySchema } from "@/lib/domain/inputs/passkey";
import { env } from "@/lib/env";
import { addPasskey, preparePasskey, removePasskey } from "@/lib/services/change-passkeys";
import { getDb } from "@/lib/web/database";
import { callAction, formAction } from "@/lib/web/form-action";
import { requireRelyingParty } from "@/lib/web/relying-party";
import { routes } from "@/lib/web/routes";
import { readOrigin } from "@/lib/web/session";
import { keepChallenge, takeChallenge } from "@/lib/web/sign-in-attempt";

/** What a proof is held against, beside the proof itself. */
async function askedBy({ account }: Actor) {
  return { origin: await readOrigin(account), appSecret: env().NEXTAUTH_SECRET };
}

export const preparePasskeyAction = callAction(PreparePasskeySchema, async (actor, { proof }, now) => {
  const given = { proof, ...(await askedBy(actor)), relyingParty: requireRelyingParty() };
  const { options, challenge } = await preparePasskey(getDb(), actor, given, now);
  await keepChallenge(challenge);
  return options;
});

export const addPasskeyAction = formAction(AddPasskeySchema, async (actor, input, now) => {
  const given = { challenge: await takeChallenge(), relyingParty: requireRelyingParty() };
  const { codes } = await addPasskey(getDb(), actor, { ...input, ...given, appSecret: env().NEXTAUTH_SECRET }, now);
  revalidatePath(routes.account());
  const message = (await getTranslations("passkey"))("added");
  return codes.length === 0 ? message : { message, given: { codes: codes.join(" ") } };
});

export const removePasskeyAction = formAction(RemovePasskeySchema, async (actor, input, now) => {
  await removePasskey(getDb(), actor, { ...input, ...(await askedBy(actor)) }, now);
  revalidatePath(routes.account());
  return (await getTranslations("passkey"))("removed");
});
