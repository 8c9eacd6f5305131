"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { PrepareSecondFactorSchema, SecondCodeSchema } from "@/lib/domain/inputs/second-factor";
import { env } from "@/lib/env";
import {
  confirmSecondFactor,
  prepareSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  stopSecondFactor,
} from "@/lib/services/change-second-factor";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";
import { readOrigin } from "@/lib/web/session";

export const prepareSecondFactorAction = formAction(PrepareSecondFactorSchema, async (actor, input, now) => {
  await prepareSecondFactor(getDb(), actor, { ...input, appSecret: env().NEXTAUTH_SECRET }, now);
  revalidatePath(routes.account());
  return (await getTranslations("second"))("prepared");
});

export const stopSecondFactorAction = formAction(PrepareSecondFactorSchema, async (actor, input, now) => {
  await stopSecondFactor(getDb(), actor, input, now);
  revalidatePath(routes.account());
  return (await getTranslations("second"))("stopped");
});

export const confirmSecondFactorAction = formAction(SecondCodeSchema, async (actor, input, now) => {
  const { codes } = await confirmSecondFactor(getDb(), actor, { ...input, appSecret: env().NEXTAUTH_SECRET }, now);
  revalidatePath(routes.account());
  return { message: (await getTranslations("second"))("confirmed"), given: { codes: codes.join(" ") } };
});

export const renewRecoveryCodesAction = formAction(SecondCodeSchema, async (actor, input, now) => {
  const given = { ...input, appSecret: env().NEXTAUTH_SECRET, origin: await readOrigin(actor.account) };
  const { codes } = await renewRecoveryCodes(getDb(), actor, given, now);
  revalidatePath(routes.account());
  return { message: (await getTranslations("second"))("renewed"), given: { codes: codes.join(" ") } };
});

export const removeSecondFactorAction = formAction(SecondCodeSchema, async (actor, input, now) => {
  const given = { ...input, appSecret: env().NEXTAUTH_SECRET, origin: await readOrigin(actor.account) };
  await removeSecondFactor(getDb(), actor, given, now);
  revalidatePath(routes.account());
  return (await getTranslations("second"))("removed");
});
