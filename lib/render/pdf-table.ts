import type { PrintedReport } from "@/lib/domain/report-document";
import type { Block } from "@/lib/render/block";
import { columnsOfCells, spanOf } from "@/lib/render/cell-columns";
import { labelPieces } from "@/lib/render/label-pieces";
import { type CellText, heightOfRows, linesOfRows, mostLines, roomOf } from "@/lib/render/pdf-row-heights";
import { PAGE_SIZE_PT, TABLE_SIZES } from "@/lib/render/pdf-table-sizes";
import { printFigure } from "@/lib/render/print-format";
import { columnWidths } from "@/lib/render/table-widths";

/** A cell as the template draws it; `pieces` are what a line may break between. */
type PdfCell =
  | {
      kind: "label";
      text: string;
      pieces: string[];
      colSpan: number;
      rowSpan: number;
      isLeft: boolean;
      isStrong: boolean;
    }
  | { kind: "figure"; text: string }
  | { kind: "empty" };

/** What a table may give up to stand on one page: space above and below each text, then a little of its size. */
type Step = { padding: number; scale: number };

export type PdfTable = {
  caption: PdfCell[];
  head: PdfCell[][];
  body: PdfCell[][];
  widths: number[];
  /** The size of a row's one line, as a share of the page's; null where the row may need more lines. */
  lines: (number | null)[];
  /** What to try, the first first; one alone surely fits. */
  steps: readonly Step[];
  /** True for a table that may go on upon the next page. */
  isLong: boolean;
  /** Points of space above and below. */
  gapBefore: number;
  gapAfter: number;
};

export const TABLE_STEPS: readonly Step[] = [
  { padding: 4.5, scale: 1 },
  { padding: 3.4, scale: 1 },
  { padding: 2.6, scale: 0.95 },
];

/** The template's space beside a text in a statutory table and in a plain one. */
const TABLE_INSET_PT = 2.5;

/** A table of this height fits on a page with its heading: the type area is 637 points high. */
const SURE_HEIGHT_PT = 605;

/** A table of so many rows may leave a page half empty when it is kept together. */
const LONG_TABLE_ROWS = 12;

/**
 * An official table laid out for Typst: heads, rows, the widths of the columns, and the sizes to try until it fits
 * (`PdfTable` says each).
 */
export function statutoryTable(
  document: PrintedReport,
  { table, layout }: Extract<Block, { kind: "table" }>,
): PdfTable {
  const text = (cellKey: string): string => printFigure(document.figures[cellKey] ?? null);
  const width = layout.labelColumns + layout.figureColumns;
  const widths = columnWidths(layout, text);
  const caption = table.caption === null ? [] : [[{ ...labelOf(table.caption, width), isStrong: true }]];
  const heads = [
    ...caption,
    ...layout.head.map((row) => row.map((cell) => labelOf(cell.text, cell.colSpan, cell.rowSpan))),
  ];
  const body = layout.body.map((row) =>
    row.map((cell): PdfCell => {
      if (cell.kind === "empty") return { kind: "empty" };
      if (cell.kind === "figure") return { kind: "figure", text: text(cell.cellKey) };
      const isLeft = layout.labelColumns > 1 && cell.rowSpan === 1;
      return { ...labelOf(cell.text, cell.colSpan, cell.rowSpan), isLeft };
    }),
  );
  const { rows, lines } = fitted([...heads, ...body], heads.length, widths);
  const sure = TABLE_STEPS.find(({ padding }) => heightOfRows(lines, padding) <= SURE_HEIGHT_PT);
  return {
    caption: rows.slice(0, caption.length).flat(),
    head: rows.slice(caption.length, heads.length),
    body: rows.slice(heads.length),
    widths,
    lines: lines.map((row) => (row.lines === 1 ? row.points / PAGE_SIZE_PT : null)),
    steps: sure && body.length < LONG_TABLE_ROWS ? [sure] : TABLE_STEPS,
    isLong: body.length >= LONG_TABLE_ROWS,
    gapBefore: 6,
    gapAfter: 12,
  };
}

/** The rows with each label that is wider than its place in pieces, and how many lines that makes at most. */
function fitted(rows: readonly PdfCell[][], headRows: number, widths: readonly number[]) {
  const textOf = (cell: PdfCell, row: number): CellText => {
    if (cell.kind === "empty") return { text: "", pieces: [], points: 0 };
    if (cell.kind === "figure") return { text: cell.text, pieces: [], points: TABLE_SIZES.figure * PAGE_SIZE_PT };
    return { ...cell, points: TABLE_SIZES[row < headRows ? "head" : "label"] * PAGE_SIZE_PT };
  };
  const columns = columnsOfCells(rows);
  const roomFor = (cell: PdfCell, column: number) => roomOf(widths, column, spanOf(cell).colSpan, TABLE_INSET_PT);
  const inPieces = rows.map((cells, row) =>
    cells.map((cell, index): PdfCell => {
      const room = roomFor(cell, columns[row]?.[index] ?? 0);
      // A single row's label is running text; only heads and groups are narrow enough to need breaks between words.
      if (cell.kind !== "label" || cell.isLeft || mostLines(textOf(cell, row), room) === 1) return cell;
      return { ...cell, pieces: piecesOf(cell) };
    }),
  );
  const lines = linesOfRows(inPieces, (cell, row, column) => {
    const text = textOf(cell, row);
    return { points: text.points, lines: mostLines(text, roomFor(cell, column)) };
  });
  return { rows: inPieces, lines };
}

/** A group's label breaks after its number: "（三）" above "不予公开". Other labels break between words. */
function piecesOf({ text, rowSpan }: Extract<PdfCell, { kind: "label" }>): string[] {
  const group = rowSpan > 1 ? /^(（.）)(.{1,6})$/.exec(text) : null;
  return group ? [group[1] ?? "", group[2] ?? ""] : labelPieces(text);
}

function labelOf(text: string, colSpan: number, rowSpan = 1): Extract<PdfCell, { kind: "label" }> {
  return { kind: "label", text, pieces: [], colSpan, rowSpan, isLeft: false, isStrong: false };
}
