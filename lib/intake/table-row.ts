import type { Row } from "@/lib/intake/block";
import { type KnownRow, matchApplicant, matchColumn, matchRow } from "@/lib/intake/match-label";
import { type SpareSide, spareSide } from "@/lib/intake/take-values";
import { isNumberLike } from "@/lib/intake/value-text";

/** A row's label, which is the last one before its figures, and the cells behind it. */
export function splitRow(texts: readonly string[]): { known: KnownRow | null; values: readonly string[] } {
  const at = texts.findLastIndex((text, index) => matchRow(text) !== null && !isValueColumn(texts, index));
  return { known: at < 0 ? null : matchRow(texts[at] ?? ""), values: texts.slice(at + 1) };
}

/** 其他 among the applicants is a column's label, not a row's: it stands beside other columns. */
function isValueColumn(texts: readonly string[], index: number): boolean {
  return (
    matchApplicant(texts[index] ?? "") !== null && texts.filter((text) => matchApplicant(text) !== null).length >= 2
  );
}

/** True for a row of heads: no number in it, and at least two labels of columns or applicants. */
export function isHead(texts: readonly string[]): boolean {
  if (texts.some(isNumberLike)) return false;
  return texts.filter((text) => matchApplicant(text) !== null || matchColumn(text) !== null).length >= 2;
}

type RequestRow = { texts: readonly string[]; values: readonly string[] };

/** The rows that belong to table three by their label, with the values beside it; heads are left out. */
export function requestRows(rows: readonly Row[]): RequestRow[] {
  return rows.flatMap((row) => {
    const texts = row.map((cell) => cell.text);
    const { known, values } = splitRow(texts);
    return known?.tableId === "requests" && !isHead(texts) ? [{ texts, values }] : [];
  });
}

/** At which end the rows of table 三 have cells to spare, where all that tell say the same. */
export function usualSpareSide(rows: readonly RequestRow[], count: number): SpareSide | null {
  const sides = new Set(rows.flatMap(({ values }) => spareSide(values, count) ?? []));
  const [side] = sides;
  return sides.size === 1 && side !== undefined ? side : null;
}
