import { computeTotals, type Figures } from "@/lib/domain/cell";
import { cleanTyped } from "@/lib/domain/figure";
import { type CellKey, type Format, getSection, type SectionId } from "@/lib/domain/format";
import type { CellSaver } from "./cell-saver";

export type LiveTotals = ReturnType<typeof createLiveTotals>;

/** A section's computed cells over what is typed, worked out once for each change however many cells ask. */
export function createLiveTotals(saver: CellSaver, format: Format, sectionId: SectionId) {
  const section = getSection(format, sectionId);
  const alone: Format = { ...format, sections: [section] };
  const inputs = section.tables.flatMap((table) => table.cells.flatMap((cell) => (cell.sumOf ? [] : [cell.key])));
  let workedOutAt = -1;
  let totals: Figures = {};

  const over = (read: (cellKey: CellKey) => string | null): Figures =>
    computeTotals(alone, Object.fromEntries(inputs.map((key) => [key, read(key)])));
  const typed = (key: CellKey): string => cleanTyped(saver.cell(key).typed);

  return {
    of(cellKey: CellKey): string | null {
      if (workedOutAt !== saver.version()) {
        totals = over(typed);
        workedOutAt = saver.version();
      }
      return totals[cellKey] ?? null;
    },
    /** What the sums would be if these cells were changed. */
    withChanges(changes: readonly { cellKey: CellKey; value: string | null }[]): Figures {
      const changed = new Map(changes.map(({ cellKey, value }) => [cellKey, value]));
      return over((key) => (changed.has(key) ? (changed.get(key) ?? null) : typed(key)));
    },
    /** Every cell of the section as last left, sums included: what the rules look at. */
    written: (): Figures => over((key) => saver.cell(key).written),
    inputs,
  };
}
