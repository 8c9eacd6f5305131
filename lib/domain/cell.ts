import { addDecimals } from "@/lib/domain/decimal";
import { type DecimalText, readFigure } from "@/lib/domain/figure";
import type { CellKey, Format, FormatCell, FormatTable, SectionId } from "@/lib/domain/format";
import { listCells } from "@/lib/domain/format-cells";

/** Cell key → text as found; null is blank. The interchange form of figures. */
export type Figures = Readonly<Record<CellKey, string | null>>;

export type LocatedCell = { cell: FormatCell; table: FormatTable; sectionId: SectionId };

/** Finds cells by key; made once for a format and kept by the caller. */
export function indexCells(format: Format): ReadonlyMap<CellKey, LocatedCell> {
  return new Map(
    format.sections.flatMap((section) =>
      section.tables.flatMap((table) =>
        table.cells.map((cell): [CellKey, LocatedCell] => [cell.key, { cell, table, sectionId: section.id }]),
      ),
    ),
  );
}

/** "6.属于四类过程性信息·自然人": how a sentence names a cell. The caption leads where several tables share a section. */
export function describeCell(located: LocatedCell): string {
  const { cell, table } = located;
  const row = table.rows.find((candidate) => candidate.key === cell.row);
  const column = table.columns.find((candidate) => candidate.key === cell.column);
  const rowLabel = (row?.label ?? cell.row).replace(/（区分处理的.*）$/, "");
  const columnLabel = [...(column?.above.slice(1) ?? []), column?.label ?? cell.column].join("·");
  if (table.rows.length === 1 && table.id === "litigation")
    return [...(column?.above ?? []), column?.label ?? ""].join("·");
  return `${rowLabel}·${columnLabel}`;
}

/**
 * Fills in every computed cell from its parts. A total whose parts are not all numbers is blank: a missing figure is
 * not zero. Cells that the format does not know are left out.
 */
export function computeTotals(format: Format, figures: Figures): Record<CellKey, string | null> {
  const result: Record<CellKey, string | null> = {};
  const cells = listCells(format);
  for (const cell of cells) if (!cell.sumOf) result[cell.key] = figures[cell.key] ?? null;
  const pending = new Map(cells.filter((cell) => cell.sumOf).map((cell) => [cell.key, cell]));

  const resolve = (key: CellKey): string | null => {
    const total = pending.get(key);
    if (!total?.sumOf) return result[key] ?? null;
    pending.delete(key);
    const parts = total.sumOf.map((part) => readFigure(resolve(part)));
    const numbers: DecimalText[] = parts.flatMap((part) => (part.kind === "number" ? [part.value] : []));
    const sum = numbers.length === parts.length ? addDecimals(numbers) : null;
    result[key] = sum;
    return sum;
  };

  for (const cell of cells) if (cell.sumOf) resolve(cell.key);
  return result;
}
