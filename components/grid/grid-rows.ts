import type { EmptyCell, FigureCell, LabelCell, TableLayout } from "@/lib/domain/table-layout";

/** A row label with the label column in which it begins: 0 is the outermost. */
export type GridLabel = LabelCell & { level: number };

export type GridRow = {
  labels: GridLabel[];
  places: (FigureCell | EmptyCell)[];
  /** Columns that a sentence under this row takes; the labels beside several rows, this one among them, keep theirs. */
  sentenceSpan: number;
};

/**
 * The rows of a table in which sentences stand under some rows. A label that reaches over such a row reaches over its
 * sentence as well, so that the columns stay in line.
 */
export function layoutRows(layout: TableLayout, sentences: ReadonlySet<number>, extraColumns: number): GridRow[] {
  const figures = layout.figureColumns + extraColumns;
  /** The last row, counted without sentences, that each label column is taken up to. */
  const reachesTo = Array<number>(layout.labelColumns).fill(-1);
  return layout.body.map((cells, row) => {
    const found = cells.filter((cell) => cell.kind === "label");
    const leafLevel = layout.labelColumns - (found.at(-1)?.colSpan ?? 0);
    const labels = found.map((cell, index): GridLabel => {
      const level = leafLevel - (found.length - 1 - index);
      const last = row + cell.rowSpan - 1;
      if (cell.rowSpan > 1) reachesTo[level] = last;
      const within =
        cell.rowSpan > 1 ? [...sentences].filter((sentence) => sentence >= row && sentence <= last).length : 0;
      return { ...cell, level, rowSpan: cell.rowSpan + within };
    });
    const spannedLabels = reachesTo.filter((last) => last >= row).length;
    return {
      labels,
      places: cells.filter((cell) => cell.kind !== "label"),
      sentenceSpan: figures + layout.labelColumns - spannedLabels,
    };
  });
}
