import type { Grid } from "@/lib/render/block";
import type { HeaderedTable } from "@/lib/render/pdf-row-headers";
import { heightOfRows, mostLines, type RowLines, roomOf } from "@/lib/render/pdf-row-heights";
import {
  CENTERED_CHARACTERS,
  LONG_RUN,
  PAGE_SIZE_PT,
  ROWS_TOGETHER,
  SHORT_TABLE_ROWS,
  TABLE_SIZES,
  TOGETHER_PT,
} from "@/lib/render/pdf-table-sizes";
import { gridWidths } from "@/lib/render/table-widths";

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

const GRID_INSET_PT = 4;
const GRID_PADDING_PT = 4.5;

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
