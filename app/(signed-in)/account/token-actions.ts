"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { MakeTokenSchema } from "@/lib/domain/inputs/access-token";
import { env } from "@/lib/env";
import { makeToken } from "@/lib/services/make-token";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";
import { readOrigin } from "@/lib/web/session";

export const makeTokenAction = formAction(MakeTokenSchema, async (actor, input, now) => {
  const given = { ...input, appSecret: env().NEXTAUTH_SECRET, origin: await readOrigin(actor.account) };
  const { token } = await makeToken(getDb(), actor, given, now);
  revalidatePath(routes.account());
  return { message: (await getTranslations("connections.form"))("made"), given: token === null ? {} : { token } };
});
