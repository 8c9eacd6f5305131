"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { AddSystemSchema, EndSystemSchema, MakeSystemTokenSchema } from "@/lib/domain/inputs/access-token";
import { env } from "@/lib/env";
import { addSystem, endSystem, makeSystemToken } from "@/lib/services/manage-systems";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";
import { readOrigin } from "@/lib/web/session";

export const addSystemAction = formAction(AddSystemSchema, async (actor, input, now) => {
  await addSystem(getDb(), actor, input, now);
  revalidatePath(routes.connections());
  return (await getTranslations("connections.page"))("added");
});

export const makeSystemTokenAction = formAction(MakeSystemTokenSchema, async (actor, input, now) => {
  const given = { ...input, appSecret: env().NEXTAUTH_SECRET, origin: await readOrigin(actor.account) };
  const { token } = await makeSystemToken(getDb(), actor, given, now);
  revalidatePath(routes.connections());
  return { message: (await getTranslations("connections.form"))("made"), given: token === null ? {} : { token } };
});

export const endSystemAction = formAction(EndSystemSchema, async (actor, input, now) => {
  await endSystem(getDb(), actor, input, now);
  revalidatePath(routes.connections());
  return (await getTranslations("connections.page"))("systemEnded");
});
