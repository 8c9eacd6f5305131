"use server";

import { redirect } from "next/navigation";
import { SetPasswordSchema } from "@/lib/domain/inputs/person";
import { setPassword } from "@/lib/services/set-password";
import { getDb } from "@/lib/web/database";
import { openFormAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";
import { readOrigin, startSessionOrSecondStep } from "@/lib/web/session";

export const setPasswordAction = openFormAction(SetPasswordSchema, async (input, now) => {
  const origin = await readOrigin(input.account);
  const step = await startSessionOrSecondStep(await setPassword(getDb(), { ...input, origin }, now));
  redirect(step === "session" ? routes.home() : routes.secondStep());
});
