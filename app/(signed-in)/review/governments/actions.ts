"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { TakeReportSchema } from "@/lib/domain/inputs/government";
import { takeReport } from "@/lib/services/take-report";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";

export const takeReportAction = formAction(TakeReportSchema, async (actor, input, now) => {
  const { sections } = await takeReport(getDb(), actor, input, now);
  revalidatePath("/review", "layout");
  return (await getTranslations("governments.offer"))("done", { sections });
});
