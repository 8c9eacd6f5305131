import { guardFormula } from "@/lib/domain/csv-text";
import type { CellKey, FormatTable } from "@/lib/domain/format";
import { type LabelCell, layoutTable } from "@/lib/domain/table-layout";
import { type GridSelection, placesIn } from "./grid-block";
import type { GridMap } from "./grid-map";

/** What goes onto the clipboard: spreadsheet programs take the HTML, others the text. */
export type CopiedBlock = { text: string; html: string };

type ReadValue = (cellKey: CellKey) => string | null;
type CopiedCell = { text: string; colSpan: number; rowSpan: number; isHead: boolean };

/** The figures of a block as they stand, sums included, without their labels. */
export function copyBlock(map: GridMap, selection: GridSelection, readValue: ReadValue): CopiedBlock {
  const rows = placesIn(map, selection).map((places) =>
    places.map((place) => plainCell(place ? shown(readValue(place.cellKey)) : "")),
  );
  return { text: toText(rows), html: toHtml([rows]) };
}

/** The tables of a section as the form has them, labels, headers and sums included. */
export function copyTables(tables: readonly FormatTable[], readValue: ReadValue): CopiedBlock {
  const copied = tables.map((table) => rowsOf(table, readValue));
  return { text: copied.map(toText).join("\n\n"), html: toHtml(copied) };
}

function rowsOf(table: FormatTable, readValue: ReadValue): CopiedCell[][] {
  const layout = layoutTable(table);
  const width = layout.labelColumns + layout.figureColumns;
  const caption = layout.caption === null ? [] : [[{ ...plainCell(layout.caption), colSpan: width, isHead: true }]];
  const head = layout.head.map((level) => level.map(labelCell));
  const body = layout.body.map((cells) =>
    cells.map((cell) => {
      if (cell.kind === "label") return labelCell(cell);
      return plainCell(cell.kind === "figure" ? shown(readValue(cell.cellKey)) : "");
    }),
  );
  return [...caption, ...head, ...body];
}

function labelCell({ text, colSpan, rowSpan }: LabelCell): CopiedCell {
  return { text: guardFormula(text), colSpan, rowSpan, isHead: true };
}

function plainCell(text: string): CopiedCell {
  return { text, colSpan: 1, rowSpan: 1, isHead: false };
}

/** A figure as a program reads it: plain digits. What is no number and begins like a formula stays a text. */
function shown(value: string | null): string {
  return guardFormula(value ?? "");
}

/** Rows of tab-separated fields; a cell that spans several leaves the others blank, as spreadsheet programs do. */
function toText(rows: readonly (readonly CopiedCell[])[]): string {
  const lines: string[][] = rows.map(() => []);
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (lines[row]?.[column] !== undefined) column += 1;
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let across = 0; across < cell.colSpan; across += 1) {
          const line = lines[row + down];
          if (line) line[column + across] = down === 0 && across === 0 ? quoted(cell.text) : "";
        }
      }
      column += cell.colSpan;
    }
  }
  return lines.map((line) => line.join("\t")).join("\n");
}

function quoted(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toHtml(tables: readonly (readonly (readonly CopiedCell[])[])[]): string {
  const drawn = tables.map(
    (rows) => `<table border="1">${rows.map((row) => `<tr>${row.map(cellHtml).join("")}</tr>`).join("")}</table>`,
  );
  return `<meta charset="utf-8">${drawn.join("<br>")}`;
}

function cellHtml({ text, colSpan, rowSpan, isHead }: CopiedCell): string {
  const tag = isHead ? "th" : "td";
  const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ""}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ""}`;
  // Excel turns a label like (1) into −1 unless it is told that it is a text.
  const style = isHead ? ` style="mso-number-format:'\\@'"` : "";
  return `<${tag}${spans}${style}>${escaped(text)}</${tag}>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>");
}
