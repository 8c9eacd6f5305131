/** Where empty cells too many stand among the figures of a row: merged labels leave them before, or merged cells behind. */
export type SpareSide = "before" | "behind";

/**
 * Exactly `count` values out of the cells behind a label; empty cells too many may go at one end. Where they could go at
 * either end, the other rows of the table say at which; where those do not tell, nobody can.
 */
export function takeValues(
  values: readonly string[],
  count: number,
  usualSide: SpareSide | null,
): readonly string[] | null {
  const spare = values.length - count;
  if (spare < 0) return null;
  if (spare === 0) return values;
  const side = spareSide(values, count) ?? usualSide;
  if (side === "before" && isEmpty(values.slice(0, spare))) return values.slice(spare);
  if (side === "behind" && isEmpty(values.slice(count))) return values.slice(0, count);
  return isEmpty(values) ? values.slice(0, count) : null;
}

/** The only end of a row at which it has cells to spare; null where it has none, or at both. */
export function spareSide(values: readonly string[], count: number): SpareSide | null {
  const spare = values.length - count;
  if (spare <= 0) return null;
  const canBefore = isEmpty(values.slice(0, spare));
  const canBehind = isEmpty(values.slice(count));
  if (canBefore === canBehind) return null;
  return canBefore ? "before" : "behind";
}

/** The cell in which the figures begin, by how many cells a row has. */
export type Windows = ReadonlyMap<number, number>;

/** Rows of one length show together where their figures stand, when these reach over exactly `count` cells. */
export function findWindows(rows: readonly (readonly string[])[], count: number): Windows {
  const reach = new Map<number, { first: number; last: number }>();
  for (const row of rows) {
    const first = row.findIndex((text) => text !== "");
    if (first < 0) continue;
    const last = row.findLastIndex((text) => text !== "");
    const before = reach.get(row.length);
    reach.set(row.length, {
      first: Math.min(before?.first ?? first, first),
      last: Math.max(before?.last ?? last, last),
    });
  }
  return new Map(
    [...reach].filter(([, { first, last }]) => last - first + 1 === count).map(([width, { first }]) => [width, first]),
  );
}

function isEmpty(values: readonly string[]): boolean {
  return values.every((value) => value === "");
}
