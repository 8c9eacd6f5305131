import type { Cell, CellStyle, MergeRange, WriteSheet } from "hucre";
import { cellAddress, columnLetters } from "@/lib/domain/cell-address";
import { readFigure } from "@/lib/domain/figure";
import { LOOK } from "@/lib/render/xlsx-look";

/** A cell on its way into a workbook. A formula brings the value that it gives. */
export type SheetCell = { value: string | number | null; formula?: string; style: CellStyle };

/** A sheet as it is filled: cells by place, merged areas, widths. Rows and columns count from 0. */
export type SheetDraft = {
  name: string;
  /** Cells by row and column; a place without one stays empty. */
  rows: (SheetCell | undefined)[][];
  merges: MergeRange[];
  widths: number[];
  heights: Map<number, number>;
  headRows: number | null;
  frozenColumns: number;
  isLandscape: boolean;
  summary: string;
  /** The rows with which a printed page begins, where the pages are counted and not left to the program. */
  pageStarts: number[] | null;
  /** Rows that follow, made one after the other while the file is written (`xlsx-streamed-rows.ts`). */
  below: RowsBelow | null;
};

/** `rows` is gone through twice: once for the looks of the cells and once for the cells. */
export type RowsBelow = { rowCount: number; columnCount: number; rows: () => Iterable<SheetCell[]> };

/** Numbers of more digits than a spreadsheet program holds would be rounded by it. */
const EXACT_DIGITS = 15;

/** Percent of its size at which a sheet of 86 characters is printed on A4. */
export const COUNTED_SCALE = 78;

const PROTECTION = {
  sheet: true,
  objects: true,
  scenarios: true,
  formatColumns: true,
  formatRows: true,
} as const;

/** The height of a sheet's first row, which holds its title. */
const TITLE_POINTS = 32;

/** An empty sheet as all of a workbook begin; widths are characters, heights points. */
export function newSheet(name: string, of: Partial<Omit<SheetDraft, "name">> = {}): SheetDraft {
  return {
    name,
    rows: [],
    merges: [],
    widths: [],
    heights: new Map([[0, TITLE_POINTS]]),
    headRows: null,
    frozenColumns: 0,
    isLandscape: false,
    summary: name,
    pageStarts: null,
    below: null,
    ...of,
  };
}

/** Writes a cell at a row and column counted from 0. Text is written as text, even where it begins like a formula. */
export function put(sheet: SheetDraft, row: number, column: number, cell: SheetCell): void {
  const value = typeof cell.value === "string" ? literalText(cell.value) : cell.value;
  while (sheet.rows.length <= row) sheet.rows.push([]);
  const cells = sheet.rows[row] ?? [];
  while (cells.length < column) cells.push(undefined);
  cells[column] = value === cell.value ? cell : { ...cell, value };
}

/** Spreadsheet programs read "_x0041_" as "A"; the underscore written as such a code itself keeps the text. */
export function literalText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/** One cell over several places; each place has the look, so that its lines are drawn all around. */
export function putMerged(
  sheet: SheetDraft,
  at: { row: number; column: number; rowSpan: number; colSpan: number },
  cell: SheetCell,
): void {
  for (let row = at.row; row < at.row + at.rowSpan; row += 1) {
    for (let column = at.column; column < at.column + at.colSpan; column += 1) {
      put(sheet, row, column, row === at.row && column === at.column ? cell : { value: null, style: cell.style });
    }
  }
  if (at.rowSpan === 1 && at.colSpan === 1) return;
  const endRow = at.row + at.rowSpan - 1;
  sheet.merges.push({ startRow: at.row, startCol: at.column, endRow, endCol: at.column + at.colSpan - 1 });
}

/** The number that a spreadsheet holds exactly; null where it cannot, and the text is written instead. */
export function exactNumber(found: string | null): number | null {
  const figure = readFigure(found);
  if (figure.kind !== "number") return null;
  const digits = figure.value.replace(/[-.]/g, "").replace(/^0+/, "");
  return digits.length <= EXACT_DIGITS ? Number(figure.value) : null;
}

/** A figure's cell: a number with the places it was reported with, or the text that stood there. */
export function figureCell(found: string | null, formula?: string): SheetCell {
  const number = exactNumber(found);
  if (number === null) return { value: found, style: LOOK.centered };
  const places = /\.(\d+)$/.exec(found ?? "")?.[1]?.length ?? 0;
  const style = styleOfFigure(places);
  return formula === undefined ? { value: number, style } : { value: number, formula, style };
}

/** One for each number of places: a large district's workbook has a million figures. */
const FIGURE_STYLES: CellStyle[] = [];

function styleOfFigure(places: number): CellStyle {
  FIGURE_STYLES[places] ??= { ...LOOK.centered, numFmt: places === 0 ? "0" : `0.${"0".repeat(places)}` };
  return FIGURE_STYLES[places];
}

/** "$D$5" or "D5" for a place. */
export function addressOf(row: number, column: number, isFixed = false): string {
  return isFixed ? `$${columnLetters(column)}$${row + 1}` : cellAddress(row, column);
}

/** The sheet as the library wants it, ready to print on A4. */
export function finishSheet(sheet: SheetDraft): WriteSheet {
  const rowCount = sheet.rows.length + (sheet.below?.rowCount ?? 0);
  const columnCount = sheet.rows.reduce((most, row) => Math.max(most, row.length), sheet.below?.columnCount ?? 1);
  const styles = Array.from({ length: columnCount }, (_, column) => styleOfColumn(sheet, column));
  // A cell that looks like its column needs nothing but its value: the library holds every other one several times.
  const cells = new Map<string, Partial<Cell>>();
  const rows = Array.from({ length: sheet.rows.length }, (_, row): (string | number | null)[] =>
    Array.from({ length: columnCount }, (_, column) => {
      const cell = sheet.rows[row]?.[column];
      if (!cell) return null;
      if (cell.formula !== undefined || cell.style !== styles[column]) cells.set(`${row},${column}`, finishCell(cell));
      return cell.value;
    }),
  );
  const looks = stylesBelow(sheet);
  for (const [column, style] of looks.entries()) cells.set(`${rows.length},${column}`, { value: null, style });
  if (looks.length > 0) rows.push(looks.map(() => null));
  return {
    name: sheet.name,
    rows,
    cells,
    merges: sheet.merges,
    columns: Array.from({ length: Math.max(columnCount, sheet.widths.length) }, (_, column) => ({
      ...(sheet.widths[column] === undefined ? {} : { width: sheet.widths[column] }),
      ...(styles[column] === undefined ? {} : { style: styles[column] }),
    })),
    rowDefs: new Map([...sheet.heights].map(([row, height]) => [row, { height }])),
    ...(sheet.headRows === null ? {} : { freezePane: { rows: sheet.headRows, columns: sheet.frozenColumns } }),
    pageSetup: {
      paperSize: "a4",
      orientation: sheet.isLandscape ? "landscape" : "portrait",
      // A sheet that is fitted to the page has no page breaks of its own.
      ...(sheet.pageStarts ? { scale: COUNTED_SCALE } : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
      horizontalCentered: true,
      margins: { top: 0.98, bottom: 0.98, left: 0.79, right: 0.79, header: 0.4, footer: 0.5 },
      printArea: `$A$1:${addressOf(Math.max(rowCount - 1, 0), columnCount - 1, true)}`,
      ...(sheet.headRows === null ? {} : { printTitlesRow: `$1:$${sheet.headRows}` }),
    },
    ...(sheet.pageStarts ? { rowBreaks: sheet.pageStarts.map((row) => row - 1) } : {}),
    // Without a password: whoever means to change a figure can, and nobody does by mistake.
    protection: PROTECTION,
    headerFooter: { oddFooter: "&C— &P —" },
    view: { showGridLines: false },
    a11y: { summary: sheet.summary },
  };
}

/** The look of the column's last cell, where every row has a cell in it: it would be drawn in a place without one. */
function styleOfColumn({ rows, below }: SheetDraft, column: number): CellStyle | undefined {
  if (below) return undefined;
  for (let row = 0; row < rows.length; row += 1) if (rows[row]?.[column] === undefined) return undefined;
  return rows.at(-1)?.[column]?.style;
}

const looksBelow = new WeakMap<RowsBelow, CellStyle[]>();

/** Each look of the rows below once: a row that shows them stands in their place until they are put there. */
export function stylesBelow({ below }: SheetDraft): CellStyle[] {
  if (!below) return [];
  const known = looksBelow.get(below);
  if (known) return known;
  const styles = new Set<CellStyle>();
  for (const row of below.rows()) for (const { style } of row) styles.add(style);
  looksBelow.set(below, [...styles]);
  return [...styles];
}

function finishCell({ value, formula, style }: SheetCell): Partial<Cell> {
  if (formula === undefined) return { value, style };
  return { value: null, formula, formulaResult: value, style };
}
