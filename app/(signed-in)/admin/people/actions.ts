"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { lastDay, withSlip } from "@/app/(signed-in)/admin/with-slip";
import { LinkIdentitySchema, SettleIdentitySchema } from "@/lib/domain/inputs/identity";
import {
  AddPersonSchema,
  ChangePersonEmailSchema,
  ChangePersonSchema,
  DeactivatePersonSchema,
  EndRoleSchema,
  GiveCodeSchema,
  GrantRoleSchema,
  HandOverSchema,
  InviteAllSchema,
  InvitePersonSchema,
  RemovePersonSchema,
} from "@/lib/domain/inputs/person";
import { DropSecondFactorSchema, SetSignInRuleSchema } from "@/lib/domain/inputs/second-factor";
import { invitationExpiry } from "@/lib/domain/invitation";
import { env, mailEnv } from "@/lib/env";
import { addPerson } from "@/lib/services/add-person";
import { changePersonEmail } from "@/lib/services/change-notices";
import { endRole, grantRole } from "@/lib/services/change-roles";
import { dropSecondFactor } from "@/lib/services/change-second-factor";
import { handOver } from "@/lib/services/hand-over";
import { type InvitationChannel, inviteAll, invitePerson } from "@/lib/services/invite-people";
import { changePerson, deactivatePerson, issueCode, reactivatePerson } from "@/lib/services/manage-people";
import { removePerson } from "@/lib/services/remove-person";
import { setSignInRule } from "@/lib/services/set-sign-in-rule";
import { linkIdentity, refuseIdentity, removeIdentity } from "@/lib/services/settle-identity";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

export const addPersonAction = formAction(AddPersonSchema, async (actor, input, now) => {
  const { code } = await addPerson(getDb(), actor, { ...input, channel: channel() }, now);
  revalidatePath(routes.people());
  const t = await getTranslations("admin.people");
  if (input.isInvited) return t("invite.added", { name: input.name, until: await lastDay(invitationExpiry(now), now) });
  return withSlip({ account: input.account, name: input.name, code }, t("added", { name: input.name }), now);
});

export const handOverAction = formAction(HandOverSchema, async (actor, input, now) => {
  const issued = await handOver(getDb(), actor, input, now);
  revalidatePath(routes.people());
  const t = await getTranslations("admin.people");
  return withSlip(issued, t("handedOver", { name: issued.name }), now);
});

export const giveCodeAction = formAction(GiveCodeSchema, async (actor, { isReturning, ...input }, now) => {
  const issued = await (isReturning ? reactivatePerson : issueCode)(getDb(), actor, input, now);
  revalidatePath(routes.people());
  const t = await getTranslations("admin.people");
  return withSlip(issued, t(isReturning ? "reactivated" : "codeIssued", { name: issued.name }), now);
});

export const invitePersonAction = formAction(InvitePersonSchema, async (actor, input, now) => {
  await invitePerson(getDb(), actor, { ...input, ...channel() }, now);
  revalidatePath(routes.people());
  const until = await lastDay(invitationExpiry(now), now);
  return (await getTranslations("admin.people.invite"))("sent", { until });
});

export const inviteAllAction = formAction(InviteAllSchema, async (actor, input, now) => {
  const { count } = await inviteAll(getDb(), actor, { ...input, ...channel() }, now);
  revalidatePath(routes.people());
  const until = await lastDay(invitationExpiry(now), now);
  return (await getTranslations("admin.people.invite"))("allSent", { count, until });
});

export const grantRoleAction = formAction(GrantRoleSchema, async (actor, input, now) => {
  await grantRole(getDb(), actor, input, now);
  revalidatePath(routes.people());
  return (await getTranslations("admin.people"))("roleGranted");
});

export const endRoleAction = formAction(EndRoleSchema, async (actor, input, now) => {
  await endRole(getDb(), actor, input, now);
  revalidatePath(routes.people());
  return (await getTranslations("admin.people"))("roleEnded");
});

export const changePersonAction = formAction(ChangePersonSchema, async (actor, input, now) => {
  await changePerson(getDb(), actor, input, now);
  revalidatePath(routes.people());
  return (await getTranslations("admin.people"))("renamed");
});

export const changePersonEmailAction = formAction(ChangePersonEmailSchema, async (actor, input, now) => {
  const { endsInvitation } = await changePersonEmail(getDb(), actor, input, now);
  revalidatePath(routes.people());
  return (await getTranslations("admin.people"))(endsInvitation ? "emailSavedInvitationEnded" : "emailSaved");
});

export const deactivatePersonAction = formAction(DeactivatePersonSchema, async (actor, input, now) => {
  await deactivatePerson(getDb(), actor, input, now);
  revalidatePath(routes.people());
  return (await getTranslations("admin.people"))("deactivated");
});

export const dropSecondFactorAction = formAction(DropSecondFactorSchema, async (actor, input, now) => {
  await dropSecondFactor(getDb(), actor, input, now);
  revalidatePath(routes.people());
  return (await getTranslations("second"))("dropped");
});

export const setSignInRuleAction = formAction(SetSignInRuleSchema, async (actor, input, now) => {
  await setSignInRule(getDb(), actor, input, now);
  revalidatePath(routes.people());
  return (await getTranslations("second"))("ruleSet");
});

export const linkIdentityAction = formAction(LinkIdentitySchema, async (actor, input, now) => {
  await linkIdentity(getDb(), actor, input, now);
  revalidatePath(routes.people());
  return (await getTranslations("admin.people.identity"))("linkDone");
});

export const refuseIdentityAction = formAction(SettleIdentitySchema, async (actor, input, now) => {
  await refuseIdentity(getDb(), actor, input, now);
  revalidatePath(routes.people());
  return (await getTranslations("admin.people.identity"))("refuseDone");
});

export const removeIdentityAction = formAction(SettleIdentitySchema, async (actor, input, now) => {
  await removeIdentity(getDb(), actor, input, now);
  revalidatePath(routes.people());
  return (await getTranslations("admin.people.identity"))("removeDone");
});

export const removePersonAction = formAction(RemovePersonSchema, async (actor, input, now) => {
  await removePerson(getDb(), actor, input, now);
  revalidatePath(routes.people());
  redirect(routes.people());
});

/** The code goes to the page that asked for it, once; without one there is only the sentence. */
function channel(): InvitationChannel {
  return { appSecret: env().NEXTAUTH_SECRET, isMailSent: mailEnv() !== null };
}
