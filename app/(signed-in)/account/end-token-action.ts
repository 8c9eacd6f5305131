"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { EndTokenSchema } from "@/lib/domain/inputs/access-token";
import { endToken } from "@/lib/services/end-token";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

export const endTokenAction = formAction(EndTokenSchema, async (actor, input, now) => {
  await endToken(getDb(), actor, input, now);
  revalidatePath(routes.account());
  revalidatePath(routes.connections());
  return (await getTranslations("connections.form"))("ended");
});
