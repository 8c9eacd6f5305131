/** A cell as far as its place goes: only a label may span. */
export type SpanCell = { kind: "label"; colSpan: number; rowSpan: number } | { kind: "figure" | "empty" };

/** How many columns and rows a cell of a laid-out table takes; a figure takes one of each. */
export function spanOf(cell: SpanCell): { colSpan: number; rowSpan: number } {
  return cell.kind === "label" ? { colSpan: cell.colSpan, rowSpan: cell.rowSpan } : { colSpan: 1, rowSpan: 1 };
}

/** The column in which each cell of each row stands: the next that no cell from above spans into. */
export function columnsOfCells(rows: readonly (readonly SpanCell[])[]): number[][] {
  const freeFrom: number[] = [];
  return rows.map((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while ((freeFrom[column] ?? 0) > row) column += 1;
      const place = column;
      const { colSpan, rowSpan } = spanOf(cell);
      for (; column < place + colSpan; column += 1) freeFrom[column] = row + rowSpan;
      return place;
    });
  });
}
