import type { Row } from "@/lib/intake/block";
import { isExactRow, isHeadLabel } from "@/lib/intake/match-label";
import { isNumberLike, isValue } from "@/lib/intake/value-text";

/**
 * The end of a page can cut a row in two: （七）总 without figures at the foot of one page, 计 with them at the head of the
 * next. The two are one row where their words together are a row's label and neither is one alone.
 */
export function joinCutRows(rows: readonly Row[]): Row[] {
  const joined: Row[] = [];
  for (const row of rows) {
    const before = joined.at(-1);
    const whole = before && joinTwo(before, row);
    if (whole) joined.splice(-1, 1, whole);
    else joined.push(row);
  }
  return joined;
}

function joinTwo(before: Row, row: Row): Row | null {
  const above = before.map((cell) => cell.text).filter((text) => text !== "");
  const firstFilled = row.findIndex((cell) => cell.text !== "");
  const first = row[firstFilled];
  if (above.length === 0 || !first || before.some((cell) => isNumberLike(cell.text))) return null;
  if (!row.some((cell) => isNumberLike(cell.text))) return null;
  const begun = above.at(-1) ?? "";
  const isLabelled = !isValue(first.text);
  const whole = begun + (isLabelled ? first.text : "");
  if (!isExactRow(whole) || (isLabelled && (isExactRow(first.text) || isExactRow(begun)))) return null;
  // A head that ends with 总计 stands above figures, too.
  if (!isLabelled && (row.length - firstFilled < 2 || above.filter(isHeadLabel).length > 1)) return null;
  const label = { ...first, text: whole };
  return isLabelled
    ? row.map((cell, index) => (index === firstFilled ? label : cell))
    : [label, ...row.slice(firstFilled)];
}
