"use server";

import { redirect } from "next/navigation";
import { PassSecondFactorSchema } from "@/lib/domain/inputs/second-factor";
import { Refusal } from "@/lib/domain/refusal";
import { env } from "@/lib/env";
import { proveSecondFactor } from "@/lib/services/prove-second-factor";
import { getDb } from "@/lib/web/database";
import { openFormAction } from "@/lib/web/form-action";
import { safeNext } from "@/lib/web/routes";
import { finishSecondStep, readOrigin, readPending } from "@/lib/web/session";

export const passSecondFactorAction = openFormAction(PassSecondFactorSchema, async ({ code, next }, now) => {
  const identity = await readPending();
  if (!identity) throw new Refusal("second_step_late");
  const origin = await readOrigin(identity.account);
  await proveSecondFactor(getDb(), identity, { code, origin, appSecret: env().NEXTAUTH_SECRET }, now);
  await finishSecondStep(identity);
  redirect(safeNext(next));
});
