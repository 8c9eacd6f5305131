import { columnsOfCells, type SpanCell, spanOf } from "@/lib/render/cell-columns";

/** A text in a cell: its size in points, and the pieces that its lines break between; without any it breaks as text does. */
export type CellText = { text: string; pieces: readonly string[]; points: number };

/** At most so many lines of this size stand in a row; a row of one line has exactly this height. */
export type RowLines = { points: number; lines: number };

const POINTS_PER_MM = 72 / 25.4;
/** The template's space between two lines of a cell. */
const LEADING_PT = 3.5;
/** No sign is wider than this share of its size, in any face. */
const WIDEST = { digit: 0.65, chinese: 1, other: 1.25, dash: 3 } as const;
const DIGIT = /^[\d.,]$/;
/** Dashes of two and three characters. */
const DASH = /^[\u2e3a\u2e3b]$/;
const FIRST_CHINESE = "\u3000";
/** What is not broken: a run of letters and digits, or one Chinese character. */
const UNBROKEN = /[!-~\u2212]+|[\s\S]/gu;

/**
 * The most lines that a text can take in a column. Said of one line it is certain; of several it is a bound, because a
 * mark that may not begin a line takes the character before it along.
 */
export function mostLines({ text, pieces, points }: CellText, widthPt: number): number {
  if (widthOf(text, points) <= widthPt) return 1;
  const parts = pieces.length > 0 ? pieces : (text.match(UNBROKEN) ?? []);
  const room = Math.max(pieces.length > 0 ? widthPt : widthPt - points, points);
  let lines = 1;
  let filled = 0;
  for (const part of parts) {
    const width = widthOf(part, points);
    if (filled > 0 && filled + width > room) {
      lines += 1;
      filled = 0;
    }
    const ownHeights = Math.max(Math.ceil(width / room), 1);
    lines += ownHeights - 1;
    filled += width - (ownHeights - 1) * room;
  }
  return Math.max(lines, 2);
}

/** The points that a cell over these columns has for its text. */
export function roomOf(widthsMm: readonly number[], column: number, colSpan: number, insetPt: number): number {
  const width = widthsMm.slice(column, column + colSpan).reduce((total, widthMm) => total + widthMm, 0);
  return width * POINTS_PER_MM - 2 * insetPt;
}

/** The most lines of each row. What a label over several rows needs beyond them is counted to the last of them. */
export function linesOfRows<Cell extends SpanCell>(
  rows: readonly (readonly Cell[])[],
  linesOf: (cell: Cell, row: number, column: number) => RowLines,
): RowLines[] {
  const columns = columnsOfCells(rows);
  const found = rows.map((cells, row) => cells.map((cell, index) => linesOf(cell, row, columns[row]?.[index] ?? 0)));
  const measured = found.map((cells, row): RowLines => {
    const ownHeights = cells.filter((_, index) => isOfOneRow(rows[row]?.[index]));
    return {
      points: Math.max(0, ...ownHeights.map(({ points }) => points)),
      lines: Math.max(1, ...ownHeights.map(({ lines }) => lines)),
    };
  });
  for (const [row, cells] of rows.entries()) {
    for (const [index, cell] of cells.entries()) {
      const { rowSpan } = spanOf(cell);
      const needs = found[row]?.[index];
      const last = measured[row + rowSpan - 1];
      if (rowSpan === 1 || !needs || !last) continue;
      const spanned = measured
        .slice(row, row + rowSpan)
        .reduce((total, measuredRow) => total + heightOf(measuredRow), 0);
      const missing = heightOf(needs) - spanned;
      if (missing > 0) last.lines += Math.ceil(missing / (last.points + LEADING_PT));
    }
  }
  return measured;
}

/** At most so high is a table of these rows, with this much space above and below each text. */
export function heightOfRows(rows: readonly RowLines[], paddingPt: number): number {
  return rows.reduce((total, row) => total + heightOf(row) + 2 * paddingPt, 0);
}

function heightOf({ points, lines }: RowLines): number {
  return lines * points + (lines - 1) * LEADING_PT;
}

function isOfOneRow(cell: SpanCell | undefined): boolean {
  return cell !== undefined && spanOf(cell).rowSpan === 1;
}

function widthOf(text: string, points: number): number {
  let shares = 0;
  for (const character of text) shares += widestShare(character);
  return shares * points;
}

function widestShare(character: string): number {
  if (character >= FIRST_CHINESE) return WIDEST.chinese;
  if (DIGIT.test(character)) return WIDEST.digit;
  return DASH.test(character) ? WIDEST.dash : WIDEST.other;
}
