"use server";

import { redirect } from "next/navigation";
import { SetPasswordSchema } from "@/lib/domain/inputs/person";
import { setPassword } from "@/lib/services/set-password";
import { getDb } from "@/lib/web/database";
import { openFormAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";
import { readOrigin, startSession } from "@/lib/web/session";

export const setPasswordAction = openFormAction(SetPasswordSchema, async (input, now) => {
  await startSession(await setPassword(getDb(), input, await readOrigin(input.account), now));
  redirect(routes.home());
});
