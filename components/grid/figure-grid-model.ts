import type { CellKey, FormatCell, FormatColumn, FormatSection, FormatTable } from "@/lib/domain/format";
import { layoutTable, type TableLayout } from "@/lib/domain/table-layout";

export type GridCell = { key: CellKey; cell: FormatCell; isComputed: boolean; name: string; column: number };

export type GridRow = {
  key: string;
  label: string;
  /** One entry for each column; null where the form has no cell. */
  cells: (GridCell | null)[];
  /** True where every figure is computed: the row that adds the others up. */
  isSum: boolean;
  law: string | null;
};

export type GridTable = {
  table: FormatTable;
  layout: TableLayout;
  rows: GridRow[];
  /** The one column that adds the others up; null where there is none, or one for each of several groups. */
  totalColumn: number | null;
  /** How it stands on a phone: one column at a time, or each row as a list. */
  phone: "one" | "list";
  /** Columns that sibling tables have and this one has not, so that all stand in line. */
  missingColumns: number;
};

/** The tables of a section as the form draws them; `comma` stands between row and column in the name of a cell. */
export function layoutGrid(section: FormatSection, comma = "，"): GridTable[] {
  const widest = Math.max(0, ...section.tables.map((table) => table.columns.length));
  return section.tables.map((table) => {
    const layout = layoutTable(table);
    const rows = layout.body.map((line, index) => gridRow(table, line, index, comma));
    const totals = table.columns.flatMap((_, index) => (isAllComputed(rows, index) ? [index] : []));
    const totalColumn = totals.length === 1 ? (totals[0] ?? null) : null;
    return {
      table,
      layout,
      rows,
      totalColumn,
      phone: totalColumn !== null && rows.length > 1 ? "one" : "list",
      missingColumns: widest - table.columns.length,
    };
  });
}

function gridRow(table: FormatTable, line: TableLayout["body"][number], index: number, comma: string): GridRow {
  const row = table.rows[index];
  const byKey = new Map(table.cells.map((cell) => [cell.key, cell]));
  const places = line.filter((place) => place.kind !== "label");
  const cells = places.map((place, column): GridCell | null => {
    const cell = place.kind === "figure" ? byKey.get(place.cellKey) : undefined;
    if (!cell) return null;
    const name = nameOf(table, row?.label ?? "", table.columns[column], comma);
    return { key: cell.key, cell, isComputed: cell.sumOf !== undefined, name, column };
  });
  return {
    key: row?.key ?? String(index),
    label: row?.label ?? "",
    cells,
    isSum: cells.every((cell) => cell === null || cell.isComputed),
    law: row?.law ?? null,
  };
}

/** "row，column"; where rows have no labels, the headers above the column. */
function nameOf(table: FormatTable, rowLabel: string, column: FormatColumn | undefined, comma: string): string {
  if (!column) return rowLabel;
  if (table.corner === "") return [...column.above, column.label].join(comma);
  return [rowLabel, column.label].join(comma);
}

function isAllComputed(rows: readonly GridRow[], column: number): boolean {
  return rows.every((row) => row.cells[column]?.isComputed ?? false);
}

/** The id of a cell's input, for links and for moving the focus. */
export function cellId(key: CellKey): string {
  return `cell-${key.replaceAll(".", "-")}`;
}

/** Every cell of the section in the order of reading, computed ones too. */
export function readingOrder(tables: readonly GridTable[]): CellKey[] {
  return tables.flatMap((table) => table.rows.flatMap((row) => row.cells.flatMap((cell) => (cell ? [cell.key] : []))));
}

/** The next of `marked` in the order of reading, from the top again after the last. */
export function nextMarked(
  order: readonly CellKey[],
  marked: ReadonlySet<CellKey>,
  from: CellKey | null,
): CellKey | null {
  const start = from === null ? -1 : order.indexOf(from);
  const around = [...order.slice(start + 1), ...order.slice(0, start + 1)];
  return around.find((key) => marked.has(key)) ?? null;
}
