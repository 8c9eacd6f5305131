import { APPLICANT_COLUMNS } from "@/lib/formats/statutory-tables";
import type { Row } from "@/lib/intake/block";
import { matchApplicant, matchColumn } from "@/lib/intake/match-label";
import { isNumberLike } from "@/lib/intake/value-text";

/** The columns of a small table as its head names them: which cells of the row they are, and of how many. */
export type ActiveHead = { columns: readonly (string | null)[]; from: number; width: number };

/** The usual order of the applicant columns. */
export const APPLICANTS: readonly string[] = [...APPLICANT_COLUMNS.map((column) => column.key), "total"];
const MAX_HEAD_ROWS = 6;
const MAX_COLUMNS = 40;

/**
 * The columns that a row of heads of tables one and two names, from the first known one to the last; null for a row
 * with numbers or without a known head.
 */
export function readActiveHead(texts: readonly string[]): ActiveHead | null {
  if (texts.some(isNumberLike)) return null;
  const columns = texts.map(matchColumn);
  const from = columns.findIndex((column) => column !== null);
  if (from < 0) return null;
  const last = columns.findLastIndex((column) => column !== null);
  return { columns: columns.slice(from, last + 1), from, width: texts.length };
}

/**
 * The applicant columns from left to right, out of a head whose labels hang over one another; a column of the report's own
 * is null. Null when the rows do not say where each column stands.
 */
export function readApplicants(rows: readonly Row[]): (string | null)[] | null {
  const lowest: (string | undefined)[] = [];
  let hanging: number[] = [];
  let isInside = false;
  for (const row of rows.slice(0, MAX_HEAD_ROWS)) {
    if (row.some((cell) => isNumberLike(cell.text))) break;
    const next: number[] = hanging.map((rowsLeft) => Math.max(0, rowsLeft - 1));
    let column = 0;
    for (const cell of row) {
      while ((hanging[column] ?? 0) > 0) column += 1;
      if (column + cell.colSpan > MAX_COLUMNS) return null;
      for (let index = 0; index < cell.colSpan; index += 1) {
        next[column + index] = cell.rowSpan - 1;
        if (cell.text !== "") lowest[column + index] = `${cell.text}\n${column}`;
      }
      column += cell.colSpan;
    }
    const group = row.find((cell) => cell.text.includes("法人"));
    // A group over one column only has lost its width, and with it the order of what stands below.
    if (group?.colSpan === 1) return null;
    isInside = isInside || group !== undefined;
    hanging = next;
  }
  const labels = [...new Set(lowest.filter((label) => label !== undefined))].map((label) => label.split("\n")[0] ?? "");
  const columns = labels.map(matchApplicant);
  const from = columns.findIndex((column) => column !== null);
  const found = from < 0 ? [] : columns.slice(from, columns.findLastIndex((column) => column !== null) + 1);
  const known = found.filter((column) => column !== null);
  const isWhole = known.length === APPLICANTS.length && new Set(known).size === APPLICANTS.length;
  return isWhole && (isInside || found.length === APPLICANTS.length) ? found : null;
}
