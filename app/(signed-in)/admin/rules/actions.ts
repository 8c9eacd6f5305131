"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { ProposeRuleSettingSchema, SettleRuleSettingSchema, WithdrawRuleSettingSchema } from "@/lib/domain/inputs/rule";
import { proposeRuleSetting, settleRuleSetting, withdrawRuleSetting } from "@/lib/services/set-rule";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

export const proposeRuleSettingAction = formAction(ProposeRuleSettingSchema, async (actor, input, now) => {
  await proposeRuleSetting(getDb(), actor, input, now);
  revalidatePath(routes.rules());
  return (await getTranslations("admin.rules"))("proposed");
});

export const settleRuleSettingAction = formAction(SettleRuleSettingSchema, async (actor, input, now) => {
  await settleRuleSetting(getDb(), actor, input, now);
  revalidatePath(routes.rules());
  return (await getTranslations("admin.rules"))(input.decision === "confirm" ? "confirmed" : "declined");
});

export const withdrawRuleSettingAction = formAction(WithdrawRuleSettingSchema, async (actor, input, now) => {
  await withdrawRuleSetting(getDb(), actor, input, now);
  revalidatePath(routes.rules());
  return (await getTranslations("admin.rules"))("withdrawn");
});
