"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { makeView } from "@/app/(public)/checkup/make-view";
import { ReadReportSchema, TakeOverPastReportSchema } from "@/lib/domain/inputs/past-report";
import { nameOrganisation } from "@/lib/domain/subject-of-interchange";
import { readLocale } from "@/lib/i18n/locale";
import { importPublishedReport } from "@/lib/services/import-published-report";
import { readPastReport } from "@/lib/services/read-past-report";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";
import { sentReportOf } from "@/lib/web/sent-report";

/** Shows what was read, before anything is taken over. Nothing is stored yet. */
export const readPastReportAction = formAction(ReadReportSchema, async (actor, input, now) => {
  const t = await getTranslations("intake");
  const document = await sentReportOf(input);
  if (!document) return { fieldErrors: { file: [t("reading.nothingSent")] } };
  const read = await readPastReport(getDb(), actor, { document }, now);
  if (!read.ok) return { fieldErrors: { [input.file ? "file" : "text"]: [t(`problems.${read.problem}`)] } };
  const view = await makeView(read, document.fileName || t("checkup.pasted"), readLocale(await getLocale()));
  return {
    message: t("past.read", { title: view.title }),
    given: {
      view: JSON.stringify(view),
      report: JSON.stringify(read.report),
      year: String(read.report.year),
      organisation: nameOrganisation(read.report),
    },
  };
});

/** Takes a report that was looked at into the district's published years. */
export const takeOverPastReportAction = formAction(TakeOverPastReportSchema, async (actor, input, now) => {
  const t = await getTranslations("intake.past");
  const { requestId, report, publishedOn } = input;
  if (publishedOn > now) return { fieldErrors: { publishedOn: [t("in_future")] } };
  await importPublishedReport(getDb(), actor, { requestId, report, publishedAt: publishedOn }, now);
  revalidatePath(routes.pastReports());
  return t("taken", { title: report.title });
});
