import type { TableLayout } from "@/lib/domain/table-layout";

/** The type area of the page, in millimetres. */
export const PAGE_WIDTH_MM = 156;

const LABEL_WIDTHS_MM: readonly (readonly number[])[] = [[], [44], [30, 50], [12.5, 16, 47]];
/** What the labels may shrink to when figures need the room. */
const NARROW_LABEL_SHARE = 0.72;
const DIGIT_MM = 2;

/**
 * The widths of a statutory table's columns in millimetres. Figures share their room equally; a column with long
 * figures gets more of it, and the labels give way up to a point.
 */
export function columnWidths(layout: TableLayout, textOf: (cellKey: string) => string): number[] {
  const labels = [...(LABEL_WIDTHS_MM[layout.labelColumns] ?? Array.from({ length: layout.labelColumns }, () => 24))];
  const labelsTotal = sum(labels);
  const room = PAGE_WIDTH_MM - labelsTotal;
  const equal = room / layout.figureColumns;
  const needed = longestByColumn(layout, textOf).map((length) => Math.max(equal, length * DIGIT_MM + 3));
  if (sum(needed) <= room) return [...labels, ...needed];

  const share = Math.max(NARROW_LABEL_SHARE, (PAGE_WIDTH_MM - sum(needed)) / Math.max(labelsTotal, 1));
  const narrow = labels.map((width) => width * share);
  const rest = PAGE_WIDTH_MM - sum(narrow);
  const scale = rest / sum(needed);
  return [...narrow, ...needed.map((width) => width * scale)];
}

/** The widths of a plain table: by the longest text of each column, none narrower than its head. */
export function gridWidths(head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const wantedWidths = head.map((text, column) => {
    const longest = Math.max(text.length, ...rows.map((row) => row[column]?.length ?? 0));
    return Math.min(Math.max(longest, text.length + 1, 5), 24);
  });
  const scale = PAGE_WIDTH_MM / sum(wantedWidths);
  return wantedWidths.map((width) => width * scale);
}

function longestByColumn(layout: TableLayout, textOf: (cellKey: string) => string): number[] {
  const longest = Array.from({ length: layout.figureColumns }, () => 0);
  for (const row of layout.body) {
    const figures = row.filter((cell) => cell.kind !== "label");
    for (const [column, cell] of figures.entries()) {
      if (cell.kind === "figure") longest[column] = Math.max(longest[column] ?? 0, textOf(cell.cellKey).length);
    }
  }
  return longest;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
