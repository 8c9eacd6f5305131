"use server";

import { getLocale, getTranslations } from "next-intl/server";
import type { CheckUpState } from "@/components/checkup/checkup-form";
import { Refusal } from "@/lib/domain/refusal";
import { readLocale } from "@/lib/i18n/locale";
import { checkUp } from "@/lib/services/check-up";
import { getDb } from "@/lib/web/database";
import { chosenFile, sentReportOf } from "@/lib/web/sent-report";
import { readSource } from "@/lib/web/source";
import { makeView } from "./make-view";

/** Checks what was pasted or dropped. Nothing is stored: the answer goes back to the page that sent it. */
export async function checkUpAction(_state: CheckUpState, form: FormData): Promise<CheckUpState> {
  const t = await getTranslations("intake");
  const pasted = form.get("text");
  const text = typeof pasted === "string" ? pasted : "";
  const document = await sentReportOf({ file: chosenFile(form.get("file")), text });
  if (!document) return { status: "refused", message: t("checkup.nothing_sent"), text };
  const [from, previous] = await Promise.all([
    readSource(),
    sentReportOf({ file: chosenFile(form.get("previous")), text: "" }),
  ]);
  try {
    const checked = await checkUp(getDb(), { document, previous, from }, new Date());
    if (!checked.ok) {
      const reason = t(`problems.${checked.problem}`);
      return {
        status: "refused",
        message: checked.isPrevious ? t("checkup.previous_unreadable", { reason }) : reason,
        text,
      };
    }
    const source = document.fileName === "" ? t("checkup.pasted") : document.fileName;
    return { status: "done", view: await makeView(checked, source, readLocale(await getLocale())) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refusals = await getTranslations("refusals");
    return { status: "refused", message: refusals(error.code, { ...error.details }), text };
  }
}
