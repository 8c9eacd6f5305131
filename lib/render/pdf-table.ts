import type { PrintedReport } from "@/lib/domain/report-document";
import type { Block, Grid } from "@/lib/render/block";
import { columnsOfCells, spanOf } from "@/lib/render/cell-columns";
import { labelPieces } from "@/lib/render/label-pieces";
import type { HeaderedTable } from "@/lib/render/pdf-row-headers";
import {
  type CellText,
  heightOfRows,
  linesOfRows,
  mostLines,
  type RowLines,
  roomOf,
} from "@/lib/render/pdf-row-heights";
import { printFigure } from "@/lib/render/print-format";
import { columnWidths, gridWidths } from "@/lib/render/table-widths";

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

/** A cell that is a list of characters may break between any two of them. */
export type PdfGrid = {
  head: string[];
  rows: (string | string[])[][];
  widths: number[];
  sides: ("left" | "center")[];
  /** How each row stands, the head first: surely one line high, never cut in two, or free to part. */
  lines: ("one" | "whole" | "free")[];
  /** So many rows at the end stand on one page, and so many points are needed below a heading to begin the table. */
  together: number;
  need: number;
  /** Surely less than a page high: it stays on one, so that no row of it stands alone. */
  isShort: boolean;
};

/** The sizes of texts in a table, as shares of the page's 16 points. */
export const TABLE_SIZES = { head: 0.5625, label: 0.625, figure: 0.656 } as const;
const PAGE_SIZE_PT = 16;
const SHORT_TABLE_ROWS = 14;
export const TABLE_STEPS: readonly Step[] = [
  { padding: 4.5, scale: 1 },
  { padding: 3.4, scale: 1 },
  { padding: 2.6, scale: 0.95 },
];
/** The template's space beside a text in a statutory table and in a plain one. */
const TABLE_INSET_PT = 2.5;
const GRID_INSET_PT = 4;
const GRID_PADDING_PT = 4.5;
/** A table of this height fits on a page with its heading: the type area is 637 points high. */
const SURE_HEIGHT_PT = 605;

/** A table of so many rows may leave a page half empty when it is kept together. */
const LONG_TABLE_ROWS = 12;
/** So many rows of a plain table stand together where it begins and where it ends, if they are not higher than this. */
const ROWS_TOGETHER = 3;
const TOGETHER_PT = 200;

/** What is wider than a narrow column of a plain table. */
const LONG_RUN = /[!-~\u2212]{14,}/;
/** Texts up to this length stand in the middle of their column. */
const CENTERED_CHARACTERS = 12;

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

/**
 * A table of an annex or an erratum laid out for Typst, with what may part at the end of a page (`PdfGrid` says each).
 */
export function gridTable({ head, rows, numeric }: Grid): PdfGrid {
  const widths = gridWidths(head, rows);
  const rooms = widths.map((_, column) => roomOf(widths, column, 1, GRID_INSET_PT));
  const points = TABLE_SIZES.label * PAGE_SIZE_PT;
  const measured = [head, ...rows].map((row) => ({
    points,
    lines: Math.max(...row.map((text, column) => mostLines({ text, pieces: [], points }, rooms[column] ?? 0))),
  }));
  const height = (some: readonly RowLines[]): number => heightOfRows(some, GRID_PADDING_PT);
  const together = [ROWS_TOGETHER, 2, 1].find((count) => height(measured.slice(-count)) <= TOGETHER_PT);
  const beginning = height(measured.slice(0, ROWS_TOGETHER + 1));
  const isShort = rows.length <= SHORT_TABLE_ROWS && measured.every(({ lines }) => lines === 1);
  return {
    head,
    rows: rows.map((row) => row.map((text) => (LONG_RUN.test(text) ? text.split("") : text))),
    widths,
    sides: head.map((_, column) => {
      const isLong = rows.some((row) => (row[column] ?? "").length > CENTERED_CHARACTERS);
      // What names the rows stands at the left where there is more to a row than its name.
      const isName = column === 0 && numeric.length > 0;
      return (isLong || isName) && !numeric.includes(column) ? "left" : "center";
    }),
    lines: measured.map((row) => {
      if (row.lines === 1) return "one";
      return height([row]) <= TOGETHER_PT ? "whole" : "free";
    }),
    together: Math.min(together ?? 0, rows.length - 1),
    need: isShort || beginning > TOGETHER_PT ? 0 : beginning,
    isShort,
  };
}

/** A plain table as far as its headers go. */
export function headersOfGrid({ head, rows }: PdfGrid): HeaderedTable {
  const label = { kind: "label", colSpan: 1, rowSpan: 1 } as const;
  return {
    caption: [],
    head: [head.map(() => label)],
    body: rows.map((row) => row.map((_, column) => (column === 0 ? label : { kind: "figure" }))),
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
