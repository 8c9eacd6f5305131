"use server";

import { redirect } from "next/navigation";
import { getDb } from "@/db/client";
import { SignInSchema } from "@/lib/domain/inputs/person";
import { signIn } from "@/lib/services/sign-in";
import { openFormAction } from "@/lib/web/form-action";
import { routes, safeNext } from "@/lib/web/routes";
import { endSession, startSession } from "@/lib/web/session";

export const signInAction = openFormAction(SignInSchema, async ({ account, password, next }) => {
  await startSession(await signIn(getDb(), { account, password }));
  redirect(safeNext(next));
});

export async function signOutAction(): Promise<void> {
  await endSession();
  redirect(routes.signIn({ reason: "signed_out" }));
}
