"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import {
  ImportUnitReportSchema,
  ReadReportSchema,
  SettleUnitReportSchema,
  WithdrawUnitReportSchema,
} from "@/lib/domain/inputs/past-report";
import { decideUnitReport, withdrawUnitReport } from "@/lib/services/decide-unit-report";
import { importUnitReport } from "@/lib/services/import-unit-report";
import { readUnitReport } from "@/lib/services/read-unit-report";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";
import { sentReportOf } from "@/lib/web/sent-report";
import { foundReportOf } from "./found-report";

/** Shows what was read, before anything is taken in. Nothing is stored yet. */
export const readUnitReportAction = formAction(ReadReportSchema, async (actor, input, now) => {
  const t = await getTranslations("intake");
  const document = await sentReportOf(input);
  if (!document) return { fieldErrors: { file: [t("reading.nothingSent")] } };
  const read = await readUnitReport(getDb(), actor, { document }, now);
  if (!read.ok) return { fieldErrors: { [input.file ? "file" : "text"]: [t(`problems.${read.problem}`)] } };
  return { message: "", given: { view: JSON.stringify(foundReportOf(read.report)) } };
});

export const importUnitReportAction = formAction(ImportUnitReportSchema, async (actor, input, now) => {
  const outcome = await importUnitReport(getDb(), actor, input, now);
  revalidatePath(routes.published());
  return (await getTranslations("intake.take"))(outcome === "taken" ? "doneUnit" : "doneProposed");
});

export const decideUnitReportAction = formAction(SettleUnitReportSchema, async (actor, input, now) => {
  await decideUnitReport(getDb(), actor, input, now);
  revalidatePath(routes.published());
  return (await getTranslations("intake.proposed"))(`${input.decision}Done`);
});

export const withdrawUnitReportAction = formAction(WithdrawUnitReportSchema, async (actor, input, now) => {
  await withdrawUnitReport(getDb(), actor, input, now);
  revalidatePath(routes.published());
  return (await getTranslations("intake.proposed"))("withdrawDone");
});
