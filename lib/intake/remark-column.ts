import type { Row } from "@/lib/intake/block";
import { isNumberLike } from "@/lib/intake/value-text";

/** What heads a column that is not of the form and stands behind all that are. */
const REMARK = /^[（(]?(?:备注|说明|附注|注)[）)]?$/u;
const MAX_COLUMNS = 60;

/** The rows without a last column of remarks, and those of its remarks that hold a number. */
export function splitRemarks(rows: readonly Row[]): { rows: readonly Row[]; remarks: readonly string[] } {
  const head = rows.findIndex((row) => REMARK.test(plain(row.at(-1)?.text ?? "")) && row.length > 1);
  if (head < 0) return { rows, remarks: [] };
  const reach = reachOf(rows);
  const width = reach.reduce((most, column) => Math.max(most, column), 0);
  const remarks: string[] = [];
  const without = rows.map((row, index) => {
    const last = row.at(-1);
    // A row that does not reach the last column has its remark hanging down from above, or no cell for one.
    if (!last || index < head || row.length < 2 || (index > head && reach[index] !== width)) return row;
    if (isNumberLike(last.text)) remarks.push(last.text);
    return row.slice(0, -1);
  });
  return { rows: without, remarks };
}

/** The column in which the last own cell of each row ends. */
function reachOf(rows: readonly Row[]): number[] {
  let hanging: number[] = [];
  return rows.map((row) => {
    const next = hanging.map((left) => Math.max(0, left - 1));
    let column = 0;
    for (const cell of row) {
      while ((hanging[column] ?? 0) > 0) column += 1;
      for (let index = 0; index < cell.colSpan && column + index < MAX_COLUMNS; index += 1)
        next[column + index] = cell.rowSpan - 1;
      column += cell.colSpan;
    }
    hanging = next;
    return column;
  });
}

function plain(text: string): string {
  return text.replace(/\s+/g, "");
}
