import { arrangeEntries, type Delivery, type DeliveryEntry } from "@/lib/domain/delivery";
import type { NoticeKind } from "@/lib/domain/notice";
import { SECTION_IDS } from "@/lib/domain/section-ids";
import { formatDeadline } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { translatorOf } from "@/lib/i18n/translator";
import { routes } from "@/lib/web/routes";

/** A message in the words of its reader. */
export type WordedDelivery = {
  subject: string;
  greeting: string;
  entries: readonly { text: string; url: string }[];
};

/** What leads to the office's own page of a section; the rest leads to the unit's. */
const FOR_REVIEWERS: readonly NoticeKind[] = ["comment_answered"];

/** Puts a message into words: what must be acted on first, and what is the same only once. `origin` is the app's address. */
export async function wordDelivery(
  delivery: Delivery,
  of: { locale: Locale; origin: string; now: Date },
): Promise<WordedDelivery> {
  const [t, common] = await Promise.all([translatorOf(of.locale, "mail"), translatorOf(of.locale, "common")]);
  const valuesOf = ({ year, unitName, sectionIds, dueAt }: DeliveryEntry) => {
    const inOrder = SECTION_IDS.filter((id) => sectionIds.includes(id));
    const sections = inOrder.map((id) => common(`section.${id}`)).join(t("sectionSeparator"));
    const unit = unitName ?? delivery.districtName;
    return {
      year: String(year ?? ""),
      place: sections === "" ? t("placeOfUnit", { unit }) : t("place", { unit, sections }),
      due: dueAt === null ? "none" : formatDeadline(dueAt, of.now, of.locale),
    };
  };
  const arranged = arrangeEntries(delivery.entries);
  const worded = arranged.map((entry) => ({
    text: t(`long.${entry.kind}`, valuesOf(entry)),
    url: new URL(pathOf(entry), of.origin).href,
  }));
  const entries = [...new Map(worded.map((entry) => [`${entry.text} ${entry.url}`, entry])).values()];
  const [first] = arranged;
  const summary = first ? t(`short.${first.kind}`, valuesOf(first)) : "";
  const subject =
    entries.length > 1
      ? t("subject.more", { what: summary, count: entries.length - 1 })
      : t("subject.one", { what: summary });
  return { subject, greeting: t("greeting", { district: delivery.districtName }), entries };
}

function pathOf({ kind, submissionId, reportId }: DeliveryEntry): string {
  if (kind === "published") return reportId ? routes.publicReport(reportId) : routes.publicReports();
  if (kind === "report_offered") return routes.reportsBelow();
  if (kind === "correction_asked") return routes.overview();
  if (!submissionId) return routes.desk();
  return FOR_REVIEWERS.includes(kind) ? routes.review(submissionId) : routes.section(submissionId);
}
