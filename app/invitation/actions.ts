"use server";

import { redirect } from "next/navigation";
import { AcceptInvitationSchema } from "@/lib/domain/inputs/person";
import { Refusal } from "@/lib/domain/refusal";
import { env } from "@/lib/env";
import { acceptInvitation, loadInvitation } from "@/lib/services/accept-invitation";
import { getDb } from "@/lib/web/database";
import { openFormAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";
import { readOrigin, startSessionOrSecondStep } from "@/lib/web/session";

export const acceptInvitationAction = openFormAction(AcceptInvitationSchema, async ({ token, password }, now) => {
  const given = { token, appSecret: env().NEXTAUTH_SECRET };
  const invitation = await loadInvitation(getDb(), given, now);
  if (!invitation) throw new Refusal("invitation_void");
  const origin = await readOrigin(invitation.account);
  const step = await startSessionOrSecondStep(await acceptInvitation(getDb(), { ...given, password, origin }, now));
  redirect(step === "session" ? routes.home() : routes.secondStep());
});
