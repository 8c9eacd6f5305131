import { type Row, tidy } from "@/lib/intake/block";
import type { Grid, GridCell } from "@/lib/intake/pdf-grid";
import { type Item, joinLines, type Line, type Page, wordsOf } from "@/lib/intake/pdf-lines";

export type PagePart = { kind: "line"; line: Line } | { kind: "table"; rows: readonly Row[] };

/** A page's running text and its tables, in the order in which the file gives them. */
export function splitPage(page: Page): PagePart[] {
  const parts: PagePart[] = [];
  const words = new Map<GridCell, Item[]>();
  const found = new Set<Grid>();
  let open: Item[] = [];
  const closeText = () => {
    parts.push(...joinLines(open, page.number, page.height).map((line): PagePart => ({ kind: "line", line })));
    open = [];
  };
  const items = page.items.flatMap((item) => splitAtLines(item, page.grids));
  const places = items.map((item) => placeOf(item, page.grids));
  for (const [index, item] of items.entries()) {
    const place = places[index];
    if (!place) continue;
    const inside = words.get(place.cell);
    if (inside) inside.push(item);
    else words.set(place.cell, [item]);
  }
  for (const [index, item] of items.entries()) {
    const grid = places[index]?.grid;
    if (!grid) open.push(item);
    else if (!found.has(grid)) {
      closeText();
      found.add(grid);
      parts.push({ kind: "table", rows: rowsOf(grid, words, page) });
    }
  }
  closeText();
  return parts;
}

/** The innermost table that holds the middle of the letters, and its cell. A space belongs nowhere. */
function placeOf(item: Item, grids: readonly Grid[]): { grid: Grid; cell: GridCell } | null {
  const [, , , , left = 0, base = 0] = item.transform;
  if (item.str.trim() === "") return null;
  const x = left + item.width / 2;
  const y = base + item.height * 0.35;
  const areaOf = (grid: Grid) => (grid.right - grid.left) * (grid.top - grid.bottom);
  const [grid] = grids
    .filter((candidate) => isInside(candidate, x, y))
    .toSorted((left, right) => areaOf(left) - areaOf(right));
  const cell = grid?.cells.find((candidate) => isInside(candidate, x, y));
  return grid && cell ? { grid, cell } : null;
}

/** Letters that the file draws in one go across the lines of a table, letter by letter. */
function splitAtLines(item: Item, grids: readonly Grid[]): Item[] {
  const [, , , , left = 0] = item.transform;
  const place = placeOf(item, grids);
  if (!place || (left >= place.cell.left - 1 && left + item.width <= place.cell.right + 1)) return [item];
  const letters = [...item.str];
  const widths = letters.map((letter) => (/[ -~]/.test(letter) ? 0.5 : 1));
  const unit = item.width / widths.reduce((sum, width) => sum + width, 0);
  let at = left;
  return letters.map((letter, index) => {
    const width = (widths[index] ?? 1) * unit;
    const [a = 1, b = 0, c = 0, d = 1, , base = 0] = item.transform;
    const split = { ...item, str: letter, transform: [a, b, c, d, at, base], width };
    at += width;
    return split;
  });
}

function isInside(box: { left: number; right: number; bottom: number; top: number }, x: number, y: number): boolean {
  return box.left <= x && x <= box.right && box.bottom <= y && y <= box.top;
}

function rowsOf(grid: Grid, words: ReadonlyMap<GridCell, readonly Item[]>, page: Page): Row[] {
  const rows = new Map<number, GridCell[]>();
  for (const cell of grid.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return [...rows]
    .toSorted(([above], [below]) => above - below)
    .map(([, cells]) =>
      cells
        .toSorted((left, right) => left.column - right.column)
        .map((cell) => ({
          text: textOf(words.get(cell) ?? [], page),
          colSpan: cell.colSpan,
          rowSpan: cell.rowSpan,
        })),
    );
}

/** The words of a cell; a line's end in it only wraps them. */
function textOf(items: readonly Item[], page: Page): string {
  return tidy(joinLines(items, page.number, page.height).map(wordsOf).join(""));
}
