"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { AddWebhookSchema, RemoveWebhookSchema, ResendCallSchema } from "@/lib/domain/inputs/webhook";
import { env } from "@/lib/env";
import { addWebhook, removeWebhook, resendCall } from "@/lib/services/change-webhooks";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

export const addWebhookAction = formAction(AddWebhookSchema, async (actor, input, now) => {
  const { secret } = await addWebhook(getDb(), actor, { ...input, appSecret: env().NEXTAUTH_SECRET }, now);
  revalidatePath(routes.connections());
  const message = (await getTranslations("connections.webhooks"))("added");
  return { message, given: secret === null ? {} : { token: secret } };
});

export const removeWebhookAction = formAction(RemoveWebhookSchema, async (actor, input, now) => {
  await removeWebhook(getDb(), actor, input, now);
  revalidatePath(routes.connections());
  return (await getTranslations("connections.webhooks"))("removed");
});

export const resendCallAction = formAction(ResendCallSchema, async (actor, input, now) => {
  await resendCall(getDb(), actor, input, now);
  revalidatePath(routes.connections());
  return (await getTranslations("connections.webhooks"))("resent");
});
