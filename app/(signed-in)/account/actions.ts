"use server";

import { getTranslations } from "next-intl/server";
import { getDb } from "@/db/client";
import { ChangePasswordSchema } from "@/lib/domain/inputs/person";
import { changePassword } from "@/lib/services/set-password";
import { formAction } from "@/lib/web/form-action";
import { startSession } from "@/lib/web/session";

export const changePasswordAction = formAction(ChangePasswordSchema, async (actor, input, now) => {
  await startSession(await changePassword(getDb(), actor, input, now));
  return (await getTranslations("setup.account"))("changed");
});
