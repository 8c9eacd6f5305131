import { readFigure } from "@/lib/domain/figure";
import type { PrintedReport } from "@/lib/domain/report-document";
import { WORDS } from "@/lib/render/words";

/** A figure as documents print it: its digits as they are, with a real minus sign; other text as it was found. */
export function printFigure(found: string | null): string {
  if (found === null) return "";
  return readFigure(found).kind === "number" ? found.replace("-", "−") : found;
}

/** The title as files name themselves: what is no record says so. */
export function titleWithMark({ title, state }: Pick<PrintedReport, "title" | "state">): string {
  const mark = markOf(state);
  return mark === "" ? title : `${title}（${mark}）`;
}

/** "草稿" or "数据排版件"; empty for a record. */
export function markOf(state: PrintedReport["state"]): string {
  if (state === null) return WORDS.rendering;
  return state === "draft" ? WORDS.draft : "";
}

/** The ISO date that the document bears: when it was published, else when it was made. Null where it tells none. */
export function dayOf(document: Pick<PrintedReport, "publishedOn" | "date">): string | null {
  return (document.publishedOn ?? document.date)?.slice(0, 10) ?? null;
}

/** "2020-02-18" as "2020年2月18日". */
export function printFullDay(isoDate: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate);
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : isoDate;
}

/** The day that the document bears, as it is printed; null where it tells none. */
export function printedDay(document: Pick<PrintedReport, "publishedOn" | "date">): string | null {
  const day = dayOf(document);
  return day === null ? null : printFullDay(day);
}
