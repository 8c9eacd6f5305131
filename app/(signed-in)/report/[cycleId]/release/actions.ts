"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { AnswerCorrectionSchema } from "@/lib/domain/inputs/government";
import {
  BeginErratumSchema,
  CallOffErratumSchema,
  FinaliseReportSchema,
  PublishReportSchema,
  UnlockReportSchema,
} from "@/lib/domain/inputs/report";
import { answerCorrection } from "@/lib/services/answer-correction";
import { beginErratum } from "@/lib/services/begin-erratum";
import { callOffErratum } from "@/lib/services/call-off-erratum";
import { finaliseReport, publishReport, unlockReport } from "@/lib/services/release-report";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";

const ANY_REPORT_PAGE = "/report/[cycleId]";

export const finaliseReportAction = formAction(FinaliseReportSchema, async (actor, input, now) => {
  await finaliseReport(getDb(), actor, input, now);
  revalidatePath(ANY_REPORT_PAGE, "layout");
  const t = await getTranslations("release.finalise");
  return t("isDone");
});

export const unlockReportAction = formAction(UnlockReportSchema, async (actor, input, now) => {
  await unlockReport(getDb(), actor, input, now);
  revalidatePath(ANY_REPORT_PAGE, "layout");
  const t = await getTranslations("release.unlock");
  return t("isDone");
});

export const publishReportAction = formAction(PublishReportSchema, async (actor, input, now) => {
  await publishReport(getDb(), actor, input, now);
  revalidatePath(ANY_REPORT_PAGE, "layout");
  const t = await getTranslations("release.publish");
  return t("isDone");
});

export const callOffErratumAction = formAction(CallOffErratumSchema, async (actor, input, now) => {
  await callOffErratum(getDb(), actor, input, now);
  revalidatePath(ANY_REPORT_PAGE, "layout");
});

export const beginErratumAction = formAction(BeginErratumSchema, async (actor, input, now) => {
  await beginErratum(getDb(), actor, input, now);
  revalidatePath(ANY_REPORT_PAGE, "layout");
});

export const answerCorrectionAction = formAction(AnswerCorrectionSchema, async (actor, input, now) => {
  await answerCorrection(getDb(), actor, input, now);
  revalidatePath(ANY_REPORT_PAGE, "layout");
  return (await getTranslations("governments.asked"))("done");
});
