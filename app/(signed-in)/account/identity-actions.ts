"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { RemoveOwnIdentitySchema } from "@/lib/domain/inputs/identity";
import { env } from "@/lib/env";
import { removeOwnIdentity } from "@/lib/services/settle-identity";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";
import { readOrigin } from "@/lib/web/session";

export const removeOwnIdentityAction = formAction(RemoveOwnIdentitySchema, async (actor, input, now) => {
  const given = { origin: await readOrigin(actor.account), appSecret: env().NEXTAUTH_SECRET };
  await removeOwnIdentity(getDb(), actor, { ...input, ...given }, now);
  revalidatePath(routes.account());
  return (await getTranslations("setup.account"))("identityRemoved");
});
