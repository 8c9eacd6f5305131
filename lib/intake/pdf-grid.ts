import type { Ruling } from "@/lib/intake/pdf-rulings";

/** A cell between lines: where it stands on the page, and in which rows and columns of its table. */
export type GridCell = {
  left: number;
  right: number;
  bottom: number;
  top: number;
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
};

/** A table as its lines show it; rows run down the page. */
export type Grid = { left: number; right: number; bottom: number; top: number; cells: readonly GridCell[] };

/** Lines that lie closer together than this are one, as the two borders of neighbouring cells are. */
const TOLERANCE = 2.5;
const MAX_LINES = 2_000;
const MAX_BOXES = 10_000;

/** The tables that the lines of a page make. What has one cell only is a frame, not a table. */
export function findGrids(rulings: readonly Ruling[]): Grid[] {
  const lines = joinInLine(rulings);
  if (lines.length > MAX_LINES) return [];
  return groupTouching(lines).flatMap((group) => {
    const grid = gridOf(group);
    return grid && grid.cells.length > 1 ? [grid] : [];
  });
}

/** Pieces of one line, which each cell draws for itself, as the whole line. */
function joinInLine(rulings: readonly Ruling[]): Ruling[] {
  const joined: Ruling[] = [];
  for (const isUpright of [true, false]) {
    const lines = rulings.filter((ruling) => ruling.isUpright === isUpright);
    const places = clusters(lines.map((line) => line.at));
    const byPlace = new Map<number, Ruling[]>();
    for (const line of lines) {
      const at = nearest(places, line.at);
      const pieces = byPlace.get(at);
      if (pieces) pieces.push({ ...line, at });
      else byPlace.set(at, [{ ...line, at }]);
    }
    for (const pieces of byPlace.values()) joined.push(...joinPieces(pieces));
  }
  return joined;
}

function joinPieces(pieces: readonly Ruling[]): Ruling[] {
  const joined: Ruling[] = [];
  for (const piece of pieces.toSorted((left, right) => left.from - right.from)) {
    const last = joined.at(-1);
    if (last && piece.from <= last.to + TOLERANCE) last.to = Math.max(last.to, piece.to);
    else joined.push({ ...piece });
  }
  return joined;
}

/** Places of lines, each the middle of those that lie together. */
function clusters(values: readonly number[]): number[] {
  const places: number[][] = [];
  for (const value of values.toSorted((left, right) => left - right)) {
    const last = places.at(-1);
    const first = last?.[0];
    if (last && first !== undefined && value - first <= TOLERANCE) last.push(value);
    else places.push([value]);
  }
  return places.map((place) => place.reduce((sum, value) => sum + value, 0) / place.length);
}

function nearest(places: readonly number[], value: number): number {
  let best = places[0] ?? value;
  for (const place of places) if (Math.abs(place - value) < Math.abs(best - value)) best = place;
  return best;
}

/** Lines that cross or meet, directly or through others, belong to one table. */
function groupTouching(rulings: readonly Ruling[]): Ruling[][] {
  const upright = rulings.filter((ruling) => ruling.isUpright);
  const level = rulings.filter((ruling) => !ruling.isUpright);
  const parents = separateSets(rulings.length);
  for (const [index, line] of upright.entries())
    for (const [other, across] of level.entries())
      if (covers(across, line.at) && covers(line, across.at)) join(parents, index, upright.length + other);
  const groups = new Map<number, Ruling[]>();
  for (const [index, ruling] of [...upright, ...level].entries()) {
    const root = rootOf(parents, index);
    const group = groups.get(root);
    if (group) group.push(ruling);
    else groups.set(root, [ruling]);
  }
  return [...groups.values()];
}

function covers(ruling: Ruling, place: number): boolean {
  return ruling.from - TOLERANCE <= place && place <= ruling.to + TOLERANCE;
}

function gridOf(group: readonly Ruling[]): Grid | null {
  const upright = group.filter((ruling) => ruling.isUpright);
  const level = group.filter((ruling) => !ruling.isUpright);
  const xs = clusters(upright.map((ruling) => ruling.at));
  const ys = clusters(level.map((ruling) => ruling.at)).toReversed();
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows > MAX_BOXES) return null;
  const middle = (places: readonly number[], index: number) => ((places[index] ?? 0) + (places[index + 1] ?? 0)) / 2;
  const isLine = (lines: readonly Ruling[], place: number | undefined, across: number) =>
    lines.some((line) => Math.abs(line.at - (place ?? 0)) <= TOLERANCE && line.from <= across && across <= line.to);
  const parents = separateSets(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const box = row * columns + column;
      if (column + 1 < columns && !isLine(upright, xs[column + 1], middle(ys, row))) join(parents, box, box + 1);
      if (row + 1 < rows && !isLine(level, ys[row + 1], middle(xs, column))) join(parents, box, box + columns);
    }
  }
  const boxes = new Map<number, number[]>();
  for (let box = 0; box < columns * rows; box += 1) {
    const root = rootOf(parents, box);
    const members = boxes.get(root);
    if (members) members.push(box);
    else boxes.set(root, [box]);
  }
  const cells = [...boxes.values()].map((members): GridCell => {
    const ofRows = members.map((box) => Math.floor(box / columns));
    const ofColumns = members.map((box) => box % columns);
    const [row, lastRow] = [Math.min(...ofRows), Math.max(...ofRows)];
    const [column, lastColumn] = [Math.min(...ofColumns), Math.max(...ofColumns)];
    return {
      left: xs[column] ?? 0,
      right: xs[lastColumn + 1] ?? 0,
      top: ys[row] ?? 0,
      bottom: ys[lastRow + 1] ?? 0,
      row,
      column,
      rowSpan: lastRow - row + 1,
      colSpan: lastColumn - column + 1,
    };
  });
  return { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, cells };
}

/** Numbered things in sets, each named by one of its members, which is its own parent. */
function separateSets(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function rootOf(parents: number[], index: number): number {
  let root = index;
  while (parents[root] !== root) {
    const parent = parents[root] ?? root;
    parents[root] = parents[parent] ?? parent;
    root = parent;
  }
  return root;
}

function join(parents: number[], left: number, right: number): void {
  parents[rootOf(parents, left)] = rootOf(parents, right);
}
