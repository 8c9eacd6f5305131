import type { ReportDocument } from "@/lib/domain/report-document";
import type { LabelCell } from "@/lib/domain/table-layout";
import { labelPieces } from "@/lib/render/label-pieces";
import type { HeaderedTable } from "@/lib/render/pdf-row-headers";
import { printFigure } from "@/lib/render/printed";
import type { Block, Grid } from "@/lib/render/report-blocks";
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

export type PdfTable = {
  caption: PdfCell[];
  head: PdfCell[][];
  body: PdfCell[][];
  widths: number[];
  /** True when it surely fits on a page. */
  surelyFits: boolean;
  /** Points of space above and below. */
  gapBefore: number;
  gapAfter: number;
};

/** A cell that is a list of characters may break between any two of them. */
export type PdfGrid = { head: string[]; rows: (string | string[])[][]; widths: number[]; sides: ("left" | "center")[] };

/** What is wider than a narrow column of a plain table. */
const LONG_RUN = /[!-~\u2212]{14,}/;
/** Texts up to this length stand in the middle of their column. */
const CENTERED_CHARACTERS = 12;

const POINTS_PER_MM = 2.835;
/** The template's sizes in a table: a character, the space between lines, the space above and below a text. */
const CELL_CHARACTER_PT = 10.2;
const CELL_LEADING_PT = 3.5;
const CELL_PADDING_PT = 6;
/** A table of this height fits on a page with its heading: the type area is 638 points high. */
const SURE_HEIGHT_PT = 585;

export function statutoryTable(
  document: ReportDocument,
  { table, layout }: Extract<Block, { kind: "table" }>,
): PdfTable {
  const text = (cellKey: string): string => printFigure(document.figures[cellKey] ?? null);
  const width = layout.labelColumns + layout.figureColumns;
  const widths = columnWidths(layout, text);
  const head = layout.head.map((row) => row.map((cell) => labelOf(cell)));
  const rows = layout.body.map((row) =>
    row.map((cell): PdfCell => {
      if (cell.kind === "empty") return { kind: "empty" };
      if (cell.kind === "figure") return { kind: "figure", text: text(cell.cellKey) };
      return labelOf(cell, layout.labelColumns > 1 && cell.rowSpan === 1);
    }),
  );
  return {
    caption: table.caption === null ? [] : [{ ...plainLabel(table.caption), colSpan: width, isStrong: true }],
    head,
    widths,
    gapBefore: 6,
    gapAfter: 12,
    body: rows,
    surelyFits: heightOfRows([...head, ...rows], widths) < SURE_HEIGHT_PT,
  };
}

export function gridTable({ head, rows, numeric }: Grid): PdfGrid {
  return {
    head,
    rows: rows.map((row) => row.map((text) => (LONG_RUN.test(text) ? text.split("") : text))),
    widths: gridWidths(head, rows),
    sides: head.map((_, column) => {
      const isLong = rows.some((row) => (row[column] ?? "").length > CENTERED_CHARACTERS);
      // What names the rows stands at the left where there is more to a row than its name.
      const isName = column === 0 && numeric.length > 0;
      return (isLong || isName) && !numeric.includes(column) ? "left" : "center";
    }),
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

/** About how high the rows are: each by the text that needs most lines. */
function heightOfRows(rows: readonly PdfCell[][], widths: readonly number[]): number {
  return rows.reduce((total, row) => {
    // What stands in front of a row because a label spans into it is missing in its list.
    const first =
      widths.length - row.reduce((columns, cell) => columns + (cell.kind === "label" ? cell.colSpan : 1), 0);
    let column = first;
    let lines = 1;
    for (const cell of row) {
      const span = cell.kind === "label" ? cell.colSpan : 1;
      const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0) * POINTS_PER_MM - 5;
      const needed = cell.kind === "empty" || (cell.kind === "label" && cell.rowSpan > 1) ? 0 : widthOfText(cell.text);
      lines = Math.max(lines, Math.ceil(needed / Math.max(width, CELL_CHARACTER_PT)));
      column += span;
    }
    return total + lines * (CELL_CHARACTER_PT + CELL_LEADING_PT) + CELL_PADDING_PT;
  }, 0);
}

function widthOfText(text: string): number {
  return [...text].reduce((total, one) => total + (one < "\u0100" ? CELL_CHARACTER_PT * 0.55 : CELL_CHARACTER_PT), 0);
}

/** A group's label breaks after its number: "（三）" above "不予公开". Other labels break between words. */
function labelOf(cell: LabelCell, isLeft = false): PdfCell {
  const group = cell.rowSpan > 1 ? /^(（.）)(.{1,6})$/.exec(cell.text) : null;
  // A single row's label is running text; only heads and groups are narrow enough to need breaks between words.
  const pieces = isLeft ? [] : group ? [group[1] ?? "", group[2] ?? ""] : labelPieces(cell.text);
  return { ...plainLabel(cell.text), pieces, colSpan: cell.colSpan, rowSpan: cell.rowSpan, isLeft };
}

function plainLabel(text: string): Extract<PdfCell, { kind: "label" }> {
  return { kind: "label", text, pieces: labelPieces(text), colSpan: 1, rowSpan: 1, isLeft: false, isStrong: false };
}
