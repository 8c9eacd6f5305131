import { plainCell, type Row } from "@/lib/intake/block";
import { matchApplicant, matchColumn, matchRow } from "@/lib/intake/match-label";

/**
 * Cells that stand one a line without any mark of their rows: a row begins where a label follows values. Running text
 * between tables is left out; it holds no figures of theirs.
 */
export function rowsOfLines(lines: readonly string[]): Row[] {
  const rows: string[][] = [];
  let open: string[] = [];
  let hasValues = false;
  for (const line of lines) {
    const cells = line.includes("  ") || /^\S+(?: \S+){3,}$/.test(line) ? line.split(/ +/) : [line];
    for (const cell of cells) {
      const isLabel =
        matchRow(cell) !== null || matchColumn(cell) !== null || matchApplicant(cell) !== null || isWord(cell);
      if (isLabel && hasValues) {
        rows.push(open);
        open = [];
        hasValues = false;
      }
      if (!isLabel && /\p{Script=Han}/u.test(cell) && cell.length > 12) continue;
      open.push(cell);
      if (!isLabel) hasValues = true;
    }
  }
  if (open.length > 0) rows.push(open);
  return rows.map((row) => row.map(plainCell));
}

function isWord(cell: string): boolean {
  return /^\D*\p{Script=Han}\D*$/u.test(cell) && cell.length <= 30;
}
