"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { ExplainFindingSchema } from "@/lib/domain/inputs/section";
import { SectionStepsSchema, SignSectionsSchema } from "@/lib/domain/inputs/section-steps";
import { declareNilTogether, withdrawNil } from "@/lib/services/declare-nil";
import { explainFinding } from "@/lib/services/explain-finding";
import { signSubmissions } from "@/lib/services/sign-submission";
import { submitSections } from "@/lib/services/submit-section";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

/** What is done here is seen on the desk as well. */
function showAfresh(): void {
  revalidatePath(routes.desk());
  revalidatePath(routes.handIn());
}

export const declareNilTogetherAction = formAction(SectionStepsSchema, async (actor, input, now) => {
  const count = await declareNilTogether(getDb(), actor, input, now);
  showAfresh();
  return (await getTranslations("handin.nil"))("done", { count });
});

export const withdrawNilAction = formAction(SectionStepsSchema, async (actor, input, now) => {
  await withdrawNil(getDb(), actor, input, now);
  showAfresh();
  return (await getTranslations("handin.nil"))("withdrawn");
});

export const submitSectionsAction = formAction(SectionStepsSchema, async (actor, input, now) => {
  const { count, awaitSignature } = await submitSections(getDb(), actor, input, now);
  showAfresh();
  const t = await getTranslations("handin.done");
  return awaitSignature === count ? t("toHead", { count }) : t("submitted", { count });
});

export const signSubmissionsAction = formAction(SignSectionsSchema, async (actor, input, now) => {
  const count = await signSubmissions(getDb(), actor, input, now);
  showAfresh();
  return (await getTranslations("handin.done"))("signed", { count });
});

export const explainTogetherAction = formAction(ExplainFindingSchema, async (actor, input, now) => {
  await explainFinding(getDb(), actor, input, now);
  showAfresh();
});
