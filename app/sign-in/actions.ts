"use server";

import { redirect } from "next/navigation";
import { SignInSchema } from "@/lib/domain/inputs/person";
import { endSession } from "@/lib/services/end-sessions";
import { signIn } from "@/lib/services/sign-in";
import { findActor } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";
import { openFormAction } from "@/lib/web/form-action";
import { routes, safeNext } from "@/lib/web/routes";
import { forgetSession, readOrigin, readSession, startSessionOrSecondStep } from "@/lib/web/session";

export const signInAction = openFormAction(SignInSchema, async ({ account, password, next }, now) => {
  const origin = await readOrigin(account);
  const step = await startSessionOrSecondStep(await signIn(getDb(), { account, password, origin }, now));
  redirect(step === "session" ? safeNext(next) : routes.secondStep({ next: safeNext(next) }));
});

export async function signOutAction(): Promise<void> {
  const [actor, session] = await Promise.all([findActor(), readSession()]);
  if (actor && session) await endSession(getDb(), actor, session, new Date());
  await forgetSession();
  redirect(routes.signIn({ reason: "signed_out" }));
}
