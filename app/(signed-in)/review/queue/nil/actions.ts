"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { ApproveNilSchema } from "@/lib/domain/inputs/review";
import { SECTION_IDS } from "@/lib/domain/section-ids";
import { approveNilSections } from "@/lib/services/approve-nil-sections";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";

export const approveNilAction = formAction(ApproveNilSchema, async (actor, input, now) => {
  const { approved, left } = await approveNilSections(getDb(), actor, input, now);
  revalidatePath("/review", "layout");
  const [t, section] = await Promise.all([getTranslations("review.nil"), getTranslations("common.section")]);
  const named = left.map(({ unitName, sectionId, obstacle }) => {
    const part = SECTION_IDS.find((id) => id === sectionId);
    return t("leftOne", { unit: unitName, section: part ? section(part) : "", why: t(`obstacle.${obstacle}`) });
  });
  return [t("done", { count: approved }), ...named].join("\n");
});
