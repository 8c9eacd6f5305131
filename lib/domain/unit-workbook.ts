import type { Figures } from "@/lib/domain/cell";
import type { FigureType } from "@/lib/domain/figure";
import type { CellKey, Format, SectionId } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import { type LabelCell, layoutTable } from "@/lib/domain/table-layout";

export const WORKBOOK_SCHEMA = "nianbao.unit-workbook/1";

/** The hidden sheet that says whose workbook it is. */
export const IDENTITY_SHEET = "年报汇";

/** Whose workbook it is; the hidden sheet holds it, and it is held against this when the workbook comes back. */
export type WorkbookIdentity = {
  unitId: string;
  unit: string;
  year: number;
  formatId: string;
  /** Of the year's frozen format: a row more is another form. */
  formatHash: string;
  sectionId: SectionId;
};

export type WorkbookContent = {
  identity: WorkbookIdentity;
  format: Format;
  /** What stands in the section now, computed cells included. */
  figures: Figures;
  previous: { year: number; figures: Figures } | null;
  /** Carried over and not typed. */
  locked: ReadonlySet<CellKey>;
};

/** A place of the table sheet by its row and column, counted from 0. */
export type WorkbookCell =
  | { kind: "fixed"; text: string; look: "title" | "caption" | "head" | "label" | "centered" }
  | { kind: "input"; cellKey: CellKey; type: FigureType; value: string | null }
  | { kind: "locked"; cellKey: CellKey; value: string | null }
  | { kind: "sum"; cellKey: CellKey; parts: readonly CellKey[]; value: string | null }
  | { kind: "before"; value: string | null };

export type WorkbookMerge = { row: number; column: number; rowSpan: number; colSpan: number };

/** The table sheet as it is written, and as it has to come back. */
export type WorkbookPlan = {
  sheetName: string;
  cells: ReadonlyMap<string, WorkbookCell>;
  merges: readonly WorkbookMerge[];
  /** Where each figure stands. */
  places: ReadonlyMap<CellKey, { row: number; column: number }>;
  labelColumns: number;
  width: number;
};

/** The key of a place in a sheet, its row and column counted from 0. */
export const placeKey = (row: number, column: number): string => `${row},${column}`;

/**
 * The sheet of a section: its tables one below the other as the form has them, last year's figures right of each, one
 * column between. The same plan writes the workbook and checks it when it comes back.
 */
export function planWorkbook(content: WorkbookContent): WorkbookPlan {
  const { format, identity, previous } = content;
  const section = getSection(format, identity.sectionId);
  const layouts = section.tables.map((table) => ({ table, layout: layoutTable(table) }));
  const ownWidth = Math.max(...layouts.map(({ layout }) => layout.labelColumns + layout.figureColumns));
  const labelColumns = Math.max(...layouts.map(({ layout }) => layout.labelColumns));
  const lastYearAt = ownWidth + 1;
  const width = previous ? lastYearAt + ownWidth - labelColumns : ownWidth;

  const cells = new Map<string, WorkbookCell>();
  const merges: WorkbookMerge[] = [];
  const places = new Map<CellKey, { row: number; column: number }>();
  const put = (at: WorkbookMerge, cell: WorkbookCell) => {
    cells.set(placeKey(at.row, at.column), cell);
    if (at.rowSpan > 1 || at.colSpan > 1) merges.push(at);
  };
  const text = (row: number, column: number, colSpan: number, words: string, look: "title" | "caption") =>
    put({ row, column, rowSpan: 1, colSpan }, { kind: "fixed", text: words, look });

  text(0, 0, ownWidth, `${identity.unit}${identity.year}年　${section.number}、${section.title}`, "title");
  if (previous) text(0, lastYearAt, ownWidth - labelColumns, `${previous.year}年（对照）`, "title");
  let row = 1;
  for (const { table, layout } of layouts) {
    if (layout.caption !== null) {
      text(row, 0, layout.labelColumns + layout.figureColumns, layout.caption, "caption");
      row += 1;
    }
    const typeOf = new Map(table.cells.map((cell) => [cell.key, cell]));
    const grid = [...layout.head, ...layout.body];
    for (const { at, cell } of placeCells(grid)) {
      const here = { ...at, row: row + at.row };
      const beside = { ...here, column: lastYearAt + here.column - layout.labelColumns };
      if (cell.kind === "label") {
        put(here, { kind: "fixed", text: cell.text, look: lookOf(cell, layout.labelColumns) });
        if (previous && cell.role === "column") put(beside, { kind: "fixed", text: cell.text, look: "head" });
      } else if (cell.kind === "figure") {
        const known = typeOf.get(cell.cellKey);
        const value = content.figures[cell.cellKey] ?? null;
        places.set(cell.cellKey, here);
        put(here, figureOf(cell.cellKey, known?.type ?? "count", known?.sumOf, value, content.locked));
        if (previous) put(beside, { kind: "before", value: previous.figures[cell.cellKey] ?? null });
      } else put(here, { kind: "fixed", text: "", look: "centered" });
    }
    row += grid.length;
  }
  return { sheetName: `表${section.number}`, cells, merges, places, labelColumns, width };
}

function figureOf(
  cellKey: CellKey,
  type: FigureType,
  sumOf: readonly CellKey[] | undefined,
  value: string | null,
  locked: ReadonlySet<CellKey>,
): WorkbookCell {
  if (sumOf) return { kind: "sum", cellKey, parts: sumOf, value };
  return locked.has(cellKey) ? { kind: "locked", cellKey, value } : { kind: "input", cellKey, type, value };
}

function lookOf({ role, rowSpan }: LabelCell, labelColumns: number): "head" | "label" | "centered" {
  if (role !== "row") return "head";
  return labelColumns > 1 && rowSpan === 1 ? "label" : "centered";
}

type Laid = ReturnType<typeof layoutTable>["body"][number][number];

/** Each cell of rows with spans at the row and column in which it begins. */
function placeCells(grid: readonly (readonly Laid[])[]): { at: WorkbookMerge; cell: Laid }[] {
  const taken = new Set<string>();
  return grid.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken.has(placeKey(row, column))) column += 1;
      const { colSpan, rowSpan } = cell.kind === "label" ? cell : { colSpan: 1, rowSpan: 1 };
      for (let down = 0; down < rowSpan; down += 1) {
        for (let across = 0; across < colSpan; across += 1) taken.add(placeKey(row + down, column + across));
      }
      return { at: { row, column, rowSpan, colSpan }, cell };
    });
  });
}

/** The rows of the hidden sheet: whose workbook it is, and what stood in each input when it was written. */
export function identityRows(content: WorkbookContent, hash: (value: unknown) => string): [string, string][] {
  const { identity, figures } = content;
  const inputs = [...planWorkbook(content).cells.values()].flatMap((cell) =>
    cell.kind === "input" ? [cell.cellKey] : [],
  );
  const rows: [string, string][] = [
    ["schema", WORKBOOK_SCHEMA],
    ["unitId", identity.unitId],
    ["unit", identity.unit],
    ["year", String(identity.year)],
    ["formatId", identity.formatId],
    ["formatHash", identity.formatHash],
    ["sectionId", identity.sectionId],
    ...inputs.map((key): [string, string] => [key, figures[key] ?? ""]),
  ];
  return [...rows, ["hash", hash(rows)]];
}
