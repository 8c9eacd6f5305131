import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { PrintedReport } from "@/lib/domain/report-document";
import type { Block, Grid } from "@/lib/render/block";
import { type LongTables, markRow } from "@/lib/render/docx-long-tables";
import { STYLE, TWIPS_PER_MM } from "@/lib/render/docx-styles";
import { labelPieces } from "@/lib/render/label-pieces";
import { printFigure } from "@/lib/render/print-format";
import { columnWidths, gridWidths, PAGE_WIDTH_MM } from "@/lib/render/table-widths";

/** How wide the page is, and whether what follows the table must stand on the page of its end. */
export type Place = { widthMm: number; keepNext: boolean };

type Cell = { text: string; style: string; colSpan: number; rowSpan: number; isLeft: boolean; lines?: string[] };

const LINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };
/** A plain table of at most this many rows stays on one page where it fits; a longer one would leave a page half empty. */
const SHORT_TABLE_ROWS = 14;
/** So many rows of a longer plain table stay together where it begins and where it ends. */
const ROWS_TOGETHER = 4;
const BEGINNING = ROWS_TOGETHER - 1;
/** "（三）不予公开". */
const GROUP = /^(（.）)(.{1,6})$/;
/** Texts up to this length stand in the middle of their column. */
const CENTERED_CHARACTERS = 12;
const CELL_MARGINS_MM = 1.8;
/** Nine points. */
const HEAD_CHARACTER_MM = 3.18;
/** A plain table of more rows is not made one object a cell. */
const DRAWN_ROWS = 10;
/** From this many rows on a table is set closer, so that the form of section 三 stands on a page with its heading. */
const CLOSE_TABLE_ROWS = 20;

/**
 * A statutory table stays whole on a page: Word cannot say 续表 where it would go on. One that is higher than a page, with
 * figures of many lines, parts between two rows, and its caption and header levels repeat on every page that it reaches.
 */
export function statutoryTable(
  document: PrintedReport,
  { table, layout }: Extract<Block, { kind: "table" }>,
  { widthMm, keepNext }: Place,
): Table {
  const text = (cellKey: string): string => printFigure(document.figures[cellKey] ?? null);
  const caption: Cell[][] =
    table.caption === null
      ? []
      : [[{ ...plain(table.caption, STYLE.tableCaption), colSpan: layout.labelColumns + layout.figureColumns }]];
  const widths = columnWidths(layout, text);
  const narrowestMm = Math.min(...widths.slice(layout.labelColumns)) * Math.min(1, widthMm / PAGE_WIDTH_MM);
  const head = layout.head.map((row) =>
    row.map(
      (cell): Cell => ({
        ...cell,
        style: STYLE.tableHead,
        isLeft: false,
        ...(cell.colSpan === 1 ? { lines: wrapLabel(cell.text, narrowestMm) } : {}),
      }),
    ),
  );
  const body = layout.body.map((row) =>
    row.map((cell): Cell => {
      if (cell.kind === "empty") return plain("", STYLE.tableFigure);
      if (cell.kind === "figure") return plain(text(cell.cellKey), STYLE.tableFigure);
      const label = { ...cell, style: STYLE.tableLabel, isLeft: layout.labelColumns > 1 && cell.rowSpan === 1 };
      // The outermost group stands in a column of three characters.
      const isNarrow = cell.rowSpan > 1 && layout.labelColumns > 2 && !GROUP.test(cell.text);
      return isNarrow ? { ...label, lines: wrapLabel(cell.text, widths[0] ?? 0) } : label;
    }),
  );
  return drawTable([...caption, ...head], body, { widths, widthMm, isRowKept: isKept(body.length, keepNext) });
}

/**
 * A plain table. Of many rows only those are drawn that keep together where it begins and ends; a row of marks stands for
 * those between, which may part anywhere.
 */
export function gridTable({ head, rows, numeric }: Grid, { widthMm, keepNext }: Place, long: LongTables): Table {
  const drawn =
    rows.length > DRAWN_ROWS
      ? [
          ...rows.slice(0, BEGINNING),
          markRow(long, rows.slice(BEGINNING, -ROWS_TOGETHER)),
          ...rows.slice(-ROWS_TOGETHER),
        ]
      : rows;
  const sides = head.map((_, column) => {
    const isText = rows.some((row) => (row[column] ?? "").length > CENTERED_CHARACTERS);
    return !numeric.includes(column) && (isText || (column === 0 && numeric.length > 0));
  });
  const isShort = 1 + rows.length <= SHORT_TABLE_ROWS;
  return drawTable(
    [head.map((text) => plain(text, STYLE.tableCaption))],
    drawn.map((row) =>
      row.map((text, column): Cell => {
        if (numeric.includes(column)) return plain(text, STYLE.tableFigure);
        return { ...plain(text, STYLE.tableLabel), isLeft: sides[column] ?? false };
      }),
    ),
    {
      widths: gridWidths(head, rows),
      widthMm,
      rowCount: rows.length,
      isRowKept: isKept(drawn.length, keepNext, isShort ? drawn.length : ROWS_TOGETHER),
    },
  );
}

/** Which rows stay on the page of the next one: so many where the table begins and ends, and the last with what follows. */
function isKept(count: number, keepNext: boolean, together = count): (index: number) => boolean {
  return (index) => (index === count - 1 ? keepNext : index < together - 1 || index >= count - together);
}

type Drawing = {
  widths: readonly number[];
  widthMm: number;
  isRowKept: (index: number) => boolean;
  /** How many rows there will be where a row of marks stands for many. */
  rowCount?: number;
};

/** The widths are those of the official page; a narrower page has them all narrower. */
function drawTable(
  head: readonly Cell[][],
  body: readonly Cell[][],
  { widths, widthMm, isRowKept, rowCount = body.length }: Drawing,
): Table {
  const scale = Math.min(1, widthMm / PAGE_WIDTH_MM) * TWIPS_PER_MM;
  const columns = widths.map((width) => Math.round(width * scale));
  const padding = rowCount < CLOSE_TABLE_ROWS ? 40 : 15;
  const draw = (row: readonly Cell[], options: { tableHeader: boolean; keepNext: boolean }): TableRow =>
    new TableRow({ ...options, cantSplit: true, children: row.map(drawCell) });
  return new Table({
    columnWidths: columns,
    width: { size: columns.reduce((total, width) => total + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: BORDERS,
    margins: { top: padding, bottom: padding, left: 50, right: 50, marginUnitType: WidthType.DXA },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [
      ...head.map((row) => draw(row, { tableHeader: true, keepNext: true })),
      ...body.map((row, index) => draw(row, { tableHeader: false, keepNext: isRowKept(index) })),
    ],
  });
}

function drawCell({ text, style, colSpan, rowSpan, isLeft, lines = linesOf(text, rowSpan) }: Cell): TableCell {
  return new TableCell({
    columnSpan: colSpan,
    rowSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style,
        ...(style === STYLE.tableLabel && !isLeft ? { alignment: AlignmentType.CENTER } : {}),
        children: lines.map((line, index) => new TextRun({ text: line, break: index === 0 ? 0 : 1 })),
      }),
    ],
  });
}

/** A column's label breaks between its words: Word would break it anywhere. */
function wrapLabel(text: string, widthMm: number): string[] {
  const room = Math.floor((widthMm - CELL_MARGINS_MM) / HEAD_CHARACTER_MM);
  const lines: string[] = [];
  for (const piece of labelPieces(text)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + piece.length > room) lines.push(piece);
    else lines[lines.length - 1] = last + piece;
  }
  return lines;
}

/** A group's label breaks after its number: "（三）" above "不予公开". */
function linesOf(text: string, rowSpan: number): string[] {
  const group = rowSpan > 1 ? GROUP.exec(text) : null;
  return group ? [group[1] ?? "", group[2] ?? ""] : [text];
}

function plain(text: string, style: string): Cell {
  return { text, style, colSpan: 1, rowSpan: 1, isLeft: false };
}
