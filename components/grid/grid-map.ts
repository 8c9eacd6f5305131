import type { CellKey, FormatTable } from "@/lib/domain/format";

/** Where a figure stands; null is a place that the form does not ask about. */
export type GridPlace = { cellKey: CellKey; isInput: boolean } | null;

/** The figures of a section row by row, its tables one below the other. */
export type GridMap = readonly (readonly GridPlace[])[];

export type Direction = "up" | "down" | "left" | "right";

const STEPS: Readonly<Record<Direction, { down: number; across: number }>> = {
  up: { down: -1, across: 0 },
  down: { down: 1, across: 0 },
  left: { down: 0, across: -1 },
  right: { down: 0, across: 1 },
};

/** `locked` cells are shown and added up, but not typed into. */
export function mapTables(tables: readonly FormatTable[], locked: ReadonlySet<CellKey> = new Set()): GridMap {
  return tables.flatMap((table) => {
    const cellAt = new Map(table.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
    return table.rows.map((row) =>
      table.columns.map((column): GridPlace => {
        const cell = cellAt.get(`${row.key} ${column.key}`);
        return cell ? { cellKey: cell.key, isInput: !cell.sumOf && !locked.has(cell.key) } : null;
      }),
    );
  });
}

export function locate(map: GridMap, cellKey: CellKey): { row: number; column: number } | null {
  for (const [row, places] of map.entries()) {
    const column = places.findIndex((place) => place?.cellKey === cellKey);
    if (column >= 0) return { row, column };
  }
  return null;
}

/** The next input in a direction, over computed and locked cells; null at the edge. */
export function neighbour(map: GridMap, cellKey: CellKey, direction: Direction): CellKey | null {
  const start = locate(map, cellKey);
  if (!start) return null;
  const { down, across } = STEPS[direction];
  let { row, column } = start;
  for (;;) {
    row += down;
    column += across;
    const places = map[row];
    if (!places || (across !== 0 && (column < 0 || column >= places.length))) return null;
    const place = places[column];
    if (place?.isInput) return place.cellKey;
  }
}
