"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { RemoveReturnReasonSchema, SaveReturnReasonSchema } from "@/lib/domain/inputs/review";
import { removeReturnReason, saveReturnReason } from "@/lib/services/manage-return-reasons";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";

export const saveReturnReasonAction = formAction(SaveReturnReasonSchema, async (actor, input, now) => {
  await saveReturnReason(getDb(), actor, input, now);
  revalidatePath("/review", "layout");
  return (await getTranslations("review.reasons"))("saved");
});

export const removeReturnReasonAction = formAction(RemoveReturnReasonSchema, async (actor, input, now) => {
  await removeReturnReason(getDb(), actor, input, now);
  revalidatePath("/review", "layout");
  return (await getTranslations("review.reasons"))("removed");
});
