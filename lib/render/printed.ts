import { readFigure } from "@/lib/domain/figure";

/** A figure as documents print it: its digits as they are, with a real minus sign; other text as it was found. */
export function printFigure(found: string | null): string {
  if (found === null) return "";
  return readFigure(found).kind === "number" ? found.replace("-", "−") : found;
}

/** "2020-02-18" as "2020年2月18日". */
export function printFullDay(isoDate: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate);
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : isoDate;
}
