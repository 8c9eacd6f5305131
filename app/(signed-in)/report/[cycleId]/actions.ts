"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import {
  DecideAdjustmentSchema,
  ProposeAdjustmentSchema,
  RevokeAdjustmentSchema,
  WithdrawAdjustmentSchema,
} from "@/lib/domain/inputs/report";
import {
  decideAdjustment,
  proposeAdjustment,
  revokeAdjustment,
  withdrawAdjustment,
} from "@/lib/services/adjust-roll-up";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";

const ANY_REPORT_PAGE = "/report/[cycleId]";

export const proposeAdjustmentAction = formAction(ProposeAdjustmentSchema, async (actor, input, now) => {
  await proposeAdjustment(getDb(), actor, input, now);
  revalidatePath(ANY_REPORT_PAGE, "layout");
  const t = await getTranslations("rollup.adjustment");
  return t("isProposed");
});

export const decideAdjustmentAction = formAction(DecideAdjustmentSchema, async (actor, input, now) => {
  await decideAdjustment(getDb(), actor, input, now);
  revalidatePath(ANY_REPORT_PAGE, "layout");
  const t = await getTranslations("rollup.adjustment");
  return t(input.decision === "signed" ? "isSigned" : "isDeclined");
});

export const withdrawAdjustmentAction = formAction(WithdrawAdjustmentSchema, async (actor, input, now) => {
  await withdrawAdjustment(getDb(), actor, input, now);
  revalidatePath(ANY_REPORT_PAGE, "layout");
  const t = await getTranslations("rollup.adjustment");
  return t("isWithdrawn");
});

export const revokeAdjustmentAction = formAction(RevokeAdjustmentSchema, async (actor, input, now) => {
  await revokeAdjustment(getDb(), actor, input, now);
  revalidatePath(ANY_REPORT_PAGE, "layout");
  const t = await getTranslations("rollup.adjustment");
  return t("isRevoked");
});
