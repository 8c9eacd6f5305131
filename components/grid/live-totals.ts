import type { CellSaver } from "@/components/saving/cell-saver";
import { computeTotals, type Figures } from "@/lib/domain/cell";
import { cleanTyped } from "@/lib/domain/figure";
import type { CellKey, Format, SectionId } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";

export type LiveTotals = ReturnType<typeof createLiveTotals>;

/** A section's computed cells over what is typed, worked out once for each change however many cells ask. */
export function createLiveTotals(saver: CellSaver, format: Format, sectionId: SectionId) {
  const section = getSection(format, sectionId);
  const alone: Format = { ...format, sections: [section] };
  const inputs = section.tables.flatMap((table) => table.cells.flatMap((cell) => (cell.sumOf ? [] : [cell.key])));
  let workedOutAt = -1;
  let asTyped: Figures = {};
  let asWritten: Figures = {};

  const over = (read: (cellKey: CellKey) => string | null): Figures =>
    computeTotals(alone, Object.fromEntries(inputs.map((key) => [key, read(key)])));
  const typed = (key: CellKey): string => cleanTyped(saver.cell(key).typed);

  function refresh() {
    if (workedOutAt === saver.version()) return;
    workedOutAt = saver.version();
    asTyped = unlessSame(asTyped, over(typed));
    asWritten = unlessSame(
      asWritten,
      over((key) => saver.cell(key).written),
    );
  }

  return {
    of(cellKey: CellKey): string | null {
      refresh();
      return asTyped[cellKey] ?? null;
    },
    /** What the sums would be if these cells were changed. */
    withChanges(changes: readonly { cellKey: CellKey; value: string | null }[]): Figures {
      const changed = new Map(changes.map(({ cellKey, value }) => [cellKey, value]));
      return over((key) => (changed.has(key) ? (changed.get(key) ?? null) : typed(key)));
    },
    /**
     * Every cell of the section as last left, sums included: what the rules look at. The same object as long as no
     * figure has changed, so that the rules run only then.
     */
    written(): Figures {
      refresh();
      return asWritten;
    },
    inputs,
  };
}

function unlessSame(before: Figures, now: Figures): Figures {
  const keys = Object.keys(now);
  const isSame = keys.length === Object.keys(before).length && keys.every((key) => before[key] === now[key]);
  return isSame ? before : now;
}
