import { addDecimals, compareDecimals } from "@/lib/domain/decimal";
import { type DecimalText, readFigure } from "@/lib/domain/figure";
import type { CellKey, FormatCell } from "@/lib/domain/format";
import type { PrintedReport } from "@/lib/domain/report-document";
import { layoutTable } from "@/lib/domain/table-layout";
import { LOOK } from "@/lib/render/xlsx-look";
import { addressOf, exactNumber, figureCell, newSheet, put, putMerged, type SheetDraft } from "@/lib/render/xlsx-sheet";

/** Where a figure stands in the workbook. */
export type Place = { sheet: string; row: number; column: number };
export type Places = ReadonlyMap<CellKey, Place>;

const LABEL_WIDTHS: readonly (readonly number[])[] = [[], [30], [20, 40], [7, 12, 34]];
const FIGURE_WIDTH = 8;
const LINE_POINTS = 15;

/** One sheet for the tables of each section, in the look of the form. */
export function statutorySheets(document: PrintedReport): { sheets: SheetDraft[]; places: Places } {
  const places = new Map<CellKey, Place>();
  const sections = document.format.sections.filter((section) => section.tables.length > 0);
  const sheets = sections.map((section) => {
    const sheet = newSheet(`表${section.number}`, { summary: section.title });
    const layouts = section.tables.map((table) => ({ table, layout: layoutTable(table) }));
    const width = Math.max(...layouts.map(({ layout }) => layout.labelColumns + layout.figureColumns));
    putMerged(
      sheet,
      { row: 0, column: 0, rowSpan: 1, colSpan: width },
      {
        value: `${section.number}、${section.title}`,
        style: LOOK.title,
      },
    );

    let row = 1;
    for (const { table, layout } of layouts) {
      if (table.caption !== null) {
        putMerged(sheet, { row, column: 0, rowSpan: 1, colSpan: width }, { value: table.caption, style: LOOK.caption });
        row += 1;
      }
      const grid = [...layout.head, ...layout.body];
      const takenNames = new Set<string>();
      for (const [index, cells] of grid.entries()) {
        let column = 0;
        for (const cell of cells) {
          while (takenNames.has(`${index} ${column}`)) column += 1;
          const { colSpan, rowSpan } = cell.kind === "label" ? cell : { colSpan: 1, rowSpan: 1 };
          for (let down = 0; down < rowSpan; down += 1) {
            for (let right = 0; right < colSpan; right += 1) takenNames.add(`${index + down} ${column + right}`);
          }
          const at = { row: row + index, column, rowSpan, colSpan };
          if (cell.kind === "label") {
            const isLeft = cell.role === "row" && layout.labelColumns > 1 && rowSpan === 1;
            const style = cell.role === "row" ? (isLeft ? LOOK.label : LOOK.centered) : LOOK.head;
            putMerged(sheet, at, { value: cell.text, style });
          } else if (cell.kind === "figure") {
            places.set(cell.cellKey, { sheet: sheet.name, row: at.row, column });
            put(sheet, at.row, column, figureCell(document.figures[cell.cellKey] ?? null));
          } else put(sheet, at.row, column, { value: null, style: LOOK.centered });
        }
        for (let column = layout.labelColumns + layout.figureColumns; column < width; column += 1) {
          put(sheet, row + index, column, { value: null, style: LOOK.centered });
        }
      }
      row += grid.length;
    }

    const labelColumns = Math.max(...layouts.map(({ layout }) => layout.labelColumns));
    const labels = LABEL_WIDTHS[labelColumns] ?? [];
    sheet.widths = Array.from({ length: width }, (_, column) => labels[column] ?? widthOfFigures(sheet, column));
    sheet.isLandscape = labelColumns === 0;
    // Small tables that follow each other have heads of their own; only a single one's heads stay in sight.
    const [single, ...others] = layouts;
    const heads =
      single && others.length === 0 ? (single.table.caption === null ? 0 : 1) + single.layout.head.length : 0;
    sheet.headRows = 1 + heads;
    sheet.frozenColumns = others.length === 0 ? labelColumns : 0;
    setHeights(sheet);
    return sheet;
  });

  const bySheet = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  for (const section of sections) {
    for (const table of section.tables) {
      for (const cell of table.cells) addFormula(document, cell, places, bySheet);
    }
  }
  return { sheets, places };
}

/**
 * A total becomes a formula where its figure is the sum of its parts. Where a published total is not, or a part is no
 * number, the figure stays as reported: the sheet of checks says so, and nothing is corrected in silence.
 */
function addFormula(
  document: PrintedReport,
  cell: FormatCell,
  places: Places,
  sheets: ReadonlyMap<string, SheetDraft>,
): void {
  const place = places.get(cell.key);
  const sheet = place && sheets.get(place.sheet);
  const value = document.figures[cell.key] ?? null;
  if (!cell.sumOf || !place || !sheet || !isSumOf(document, value, cell.sumOf)) return;
  const parts = cell.sumOf.flatMap((key) => places.get(key) ?? []);
  put(sheet, place.row, place.column, figureCell(value, `SUM(${rangeOf(parts)})`));
}

function isSumOf(document: PrintedReport, value: string | null, parts: readonly CellKey[]): boolean {
  const numbers = decimalsOf(document, parts);
  const total = readFigure(value);
  if (
    !numbers?.every((number) => exactNumber(number) !== null) ||
    total.kind !== "number" ||
    exactNumber(value) === null
  )
    return false;
  return compareDecimals(addDecimals(numbers), total.value) === 0;
}

/** All numbers, however long; null as soon as one figure is none. */
export function decimalsOf(document: PrintedReport, keys: readonly CellKey[]): DecimalText[] | null {
  const figures = keys.map((key) => readFigure(document.figures[key]));
  const numbers = figures.flatMap((figure) => (figure.kind === "number" ? [figure.value] : []));
  return numbers.length === keys.length ? numbers : null;
}

/** "B5:G5" where the places are a line without gaps, else one after the other. */
export function rangeOf(places: readonly Place[], of: (place: Place) => string = localAddress): string {
  const [first] = places;
  const last = places.at(-1);
  if (!first || !last) return "0";
  const isRow = places.every((place, index) => place.row === first.row && place.column === first.column + index);
  const isColumn = places.every((place, index) => place.column === first.column && place.row === first.row + index);
  if (places.length > 1 && (isRow || isColumn)) return `${of(first)}:${localAddress(last)}`;
  return places.map(of).join(",");
}

function localAddress(place: Place): string {
  return addressOf(place.row, place.column);
}

/** An address that other sheets and names can use. */
export function fullAddress(place: Place, isFixed = false): string {
  return `'${place.sheet}'!${addressOf(place.row, place.column, isFixed)}`;
}

/** A merged cell does not make its row higher by itself, so each row gets the height that its texts need. */
export function setHeights(sheet: SheetDraft): void {
  const spanAt = new Map(sheet.merges.map((merge) => [`${merge.startRow},${merge.startCol}`, merge]));
  const lines = new Map<number, number>();
  const cells = sheet.rows.flatMap((found, row) =>
    found.map((cell, column) => ({ row, column, value: cell?.value ?? null })),
  );
  for (const { row, column, value } of cells) {
    const merge = spanAt.get(`${row},${column}`);
    if (value === null || row === 0 || (merge && merge.endRow > merge.startRow)) continue;
    const width = sheet.widths.slice(column, (merge?.endCol ?? column) + 1).reduce((total, width) => total + width, 0);
    lines.set(row, Math.max(lines.get(row) ?? 1, Math.ceil(widthOfText(String(value)) / (width - 1))));
  }
  for (const [row, count] of lines) sheet.heights.set(row, count * LINE_POINTS + 4);
}

/** A Chinese character is two digits wide. */
function widthOfText(text: string): number {
  return [...text].reduce((total, character) => total + (character > "\u2e7f" || character === "—" ? 2 : 1), 0);
}

function widthOfFigures(sheet: SheetDraft, column: number): number {
  const lengths = sheet.rows.flatMap((row) => {
    const cell = row[column];
    const isFigure = cell && (typeof cell.value === "number" || cell.style === LOOK.centered);
    return isFigure ? [String(cell.value ?? "").length] : [];
  });
  return Math.max(sheet.name === "表二" ? 18 : FIGURE_WIDTH, Math.min(Math.max(...lengths, 0) + 3, 40));
}
