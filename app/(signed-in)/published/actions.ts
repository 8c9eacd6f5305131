"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { TakeState } from "@/components/intake/take-report-form";
import {
  ImportUnitReportSchema,
  SettleUnitReportSchema,
  WithdrawUnitReportSchema,
} from "@/lib/domain/inputs/past-report";
import { Refusal } from "@/lib/domain/refusal";
import { readSentReport, type SentFile } from "@/lib/services/check-up";
import { importUnitReport } from "@/lib/services/import-unit-report";
import { settleUnitReport, withdrawUnitReport } from "@/lib/services/settle-unit-report";
import { requirePermission } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";
import { importPreviewOf } from "./import-preview";

/** Reads what was sent and shows what was found in it. Nothing is stored yet. */
export async function readPublishedAction(_state: TakeState, form: FormData): Promise<TakeState> {
  const actor = await requirePermission("submission:fill", "cycle:manage");
  const t = await getTranslations("intake");
  const pasted = form.get("text");
  const text = typeof pasted === "string" ? pasted : "";
  const document = (await fileOf(form.get("file"))) ?? pastedFile(text);
  if (!document) return { status: "refused", message: t("checkup.nothing_sent"), text };
  try {
    const read = await readSentReport(getDb(), actor, { document }, new Date());
    return read.ok
      ? { status: "read", view: importPreviewOf(read.report) }
      : { status: "refused", message: t(`problems.${read.problem}`), text };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refusals = await getTranslations("refusals");
    return { status: "refused", message: refusals(error.code, { ...error.details }), text };
  }
}

export const importUnitReportAction = formAction(ImportUnitReportSchema, async (actor, input, now) => {
  const outcome = await importUnitReport(getDb(), actor, input, now);
  revalidatePath(routes.published());
  return (await getTranslations("intake.take"))(outcome === "taken" ? "doneUnit" : "doneProposed");
});

export const settleUnitReportAction = formAction(SettleUnitReportSchema, async (actor, input, now) => {
  await settleUnitReport(getDb(), actor, input, now);
  revalidatePath(routes.published());
  return (await getTranslations("intake.proposed"))(`${input.decision}Done`);
});

export const withdrawUnitReportAction = formAction(WithdrawUnitReportSchema, async (actor, input, now) => {
  await withdrawUnitReport(getDb(), actor, input, now);
  revalidatePath(routes.published());
  return (await getTranslations("intake.proposed"))("withdrawDone");
});

/** An empty file field is sent as a file without a name. */
async function fileOf(value: FormDataEntryValue | null): Promise<SentFile | null> {
  if (!(value instanceof File) || value.size === 0) return null;
  return { bytes: new Uint8Array(await value.arrayBuffer()), fileName: value.name };
}

function pastedFile(text: string): SentFile | null {
  return text.trim() === "" ? null : { bytes: new TextEncoder().encode(text), fileName: "" };
}
