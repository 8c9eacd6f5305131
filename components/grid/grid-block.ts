import type { CellKey } from "@/lib/domain/format";
import { type Direction, type GridMap, type GridPlace, locate } from "./grid-map";

/** A place by its row and column in the map; it may be one that the form does not ask about. */
export type GridPoint = { row: number; column: number };

/** A rectangle that somebody marked: where it was begun, and the corner that moves. */
export type GridSelection = { from: GridPoint; to: GridPoint };

/** Where a key moves the focus, beside the four directions. */
export type Jump = "row_start" | "row_end" | "first" | "last" | "page_up" | "page_down";

/** This many rows fit on a screen of 768 pixels below the head of the table. */
const PAGE_ROWS = 10;

const STEPS: Readonly<Record<Direction, GridPoint>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

/** The places of a rectangle, row by row; a row that is shorter than the rectangle gives what it has. */
export function placesIn(map: GridMap, { from, to }: GridSelection): GridPlace[][] {
  const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
  const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
  return map.slice(top, bottom + 1).map((row) => row.slice(left, right + 1));
}

export function keysIn(map: GridMap, selection: GridSelection): CellKey[] {
  return placesIn(map, selection).flatMap((row) => row.flatMap((place) => place?.cellKey ?? []));
}

export function isOnePlace({ from, to }: GridSelection): boolean {
  return from.row === to.row && from.column === to.column;
}

/** Every place of the section. */
export function wholeOf(map: GridMap): GridSelection {
  return { from: { row: 0, column: 0 }, to: { row: map.length - 1, column: widthOf(map) - 1 } };
}

/** Where the moving corner goes; at an edge it stays. Unlike the cursor, it passes over no cell. */
export function moveCorner(map: GridMap, at: GridPoint, to: Direction | Jump): GridPoint {
  const last = { row: map.length - 1, column: widthOf(map) - 1 };
  const within = ({ row, column }: GridPoint): GridPoint => ({
    row: Math.min(Math.max(row, 0), last.row),
    column: Math.min(Math.max(column, 0), last.column),
  });
  switch (to) {
    case "row_start":
      return { ...at, column: 0 };
    case "row_end":
      return within({ ...at, column: (map[at.row]?.length ?? 1) - 1 });
    case "first":
      return { row: 0, column: 0 };
    case "last":
      return last;
    case "page_up":
      return within({ ...at, row: at.row - PAGE_ROWS });
    case "page_down":
      return within({ ...at, row: at.row + PAGE_ROWS });
    default:
      return within({ row: at.row + STEPS[to].row, column: at.column + STEPS[to].column });
  }
}

/** The input that a jump leads to from a cell; null where there is no other. */
export function jumpFrom(map: GridMap, cellKey: CellKey, jump: Jump): CellKey | null {
  const at = locate(map, cellKey);
  if (!at) return null;
  const found = targetsOf(map, at, jump).find((place) => place?.isInput)?.cellKey ?? null;
  return found === cellKey ? null : found;
}

/** The places that a jump would take, the best first. */
function targetsOf(map: GridMap, at: GridPoint, jump: Jump): GridPlace[] {
  const row = map[at.row] ?? [];
  const column = map.map((places) => places[at.column] ?? null);
  switch (jump) {
    case "row_start":
      return [...row];
    case "row_end":
      return row.toReversed();
    case "first":
      return map.flat();
    case "last":
      return map.flat().toReversed();
    case "page_up": {
      // The row a page above, else the nearest one that can be typed into on the way there, else above it.
      const target = Math.max(at.row - PAGE_ROWS, 0);
      return [...column.slice(target, at.row), ...column.slice(0, target).toReversed()];
    }
    case "page_down": {
      const target = Math.min(at.row + PAGE_ROWS, map.length - 1);
      return [...column.slice(at.row + 1, target + 1).toReversed(), ...column.slice(target + 1)];
    }
  }
}

function widthOf(map: GridMap): number {
  return Math.max(...map.map((row) => row.length));
}
