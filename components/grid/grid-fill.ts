import type { CellKey, FormatTable } from "@/lib/domain/format";
import { type GridSelection, placesIn } from "./grid-block";
import type { GridMap, GridPlace } from "./grid-map";

type FilledCell = { cellKey: CellKey; value: string | null };
type ReadValue = (cellKey: CellKey) => string | null;

/** Ctrl+D: the first row of the block goes into the rows below it. Computed and locked cells are passed over. */
export function fillDown(map: GridMap, selection: GridSelection, readValue: ReadValue): FilledCell[] {
  const [first = [], ...rows] = placesIn(map, selection);
  return rows.flatMap((row) => row.flatMap((place, column) => filledFrom(first[column], place, readValue)));
}

/** Ctrl+R: the first column of the block goes into the columns right of it. */
export function fillRight(map: GridMap, selection: GridSelection, readValue: ReadValue): FilledCell[] {
  return placesIn(map, selection).flatMap(([first, ...places]) =>
    places.flatMap((place) => filledFrom(first, place, readValue)),
  );
}

function filledFrom(source: GridPlace | undefined, target: GridPlace, readValue: ReadValue): FilledCell[] {
  if (!source || !target?.isInput) return [];
  return [{ cellKey: target.cellKey, value: readValue(source.cellKey) }];
}

/** Every input of a block with one value: what was pasted once, or nothing. */
export function fillWith(map: GridMap, selection: GridSelection, value: string | null): FilledCell[] {
  return placesIn(map, selection).flatMap((row) =>
    row.flatMap((place) => (place?.isInput ? [{ cellKey: place.cellKey, value }] : [])),
  );
}

/** 0 for those of the cells that are blank and can be typed into; what somebody wrote stays. */
export function zerosFor(map: GridMap, keys: readonly CellKey[], readValue: ReadValue): FilledCell[] {
  const wanted = new Set(keys);
  const inputs = map.flat().flatMap((place) => (place?.isInput && wanted.has(place.cellKey) ? [place.cellKey] : []));
  return inputs.filter((key) => readValue(key) === null).map((cellKey) => ({ cellKey, value: "0" }));
}

/** The cells of a cell's row, or of its column in its own table. */
export function lineOf(tables: readonly FormatTable[], cellKey: CellKey, line: "row" | "column"): CellKey[] {
  for (const { cells } of tables) {
    const here = cells.find((cell) => cell.key === cellKey);
    if (here) return cells.flatMap((cell) => (cell[line] === here[line] ? [cell.key] : []));
  }
  return [];
}
