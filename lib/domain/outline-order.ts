import type { OutlineHeading } from "@/lib/domain/cycle";

/** An entry of a list that is put in order, with its sub-entries. `start` counts from 0 in the whole list, `size` them all. */
export type OrderNode = { key: string; name: string; start: number; size: number; below: OrderNode[] };

/** The headings of one section, sub-headings below theirs. Text without a heading stands beside headings of the first level. */
export function nestHeadings(
  headings: readonly OutlineHeading[],
  nameOf: (heading: OutlineHeading) => string,
): OrderNode[] {
  const top: OrderNode[] = [];
  const path: { node: OrderNode; level: number }[] = [];
  for (const [start, heading] of headings.toSorted((left, right) => left.position - right.position).entries()) {
    const node: OrderNode = { key: heading.key, name: nameOf(heading), start, size: 1, below: [] };
    const level = Math.max(heading.level, 1);
    while ((path.at(-1)?.level ?? 0) >= level) path.pop();
    (path.at(-1)?.node.below ?? top).push(node);
    for (const above of path) above.node.size += 1;
    path.push({ node, level });
  }
  return top;
}

/** A list without levels. */
export function flatOrder(entries: readonly { key: string; name: string }[]): OrderNode[] {
  return entries.map(({ key, name }, start) => ({ key, name, start, size: 1, below: [] }));
}

/**
 * Where an entry goes that is put to the place of another of the same siblings: the `to` of a move, counted in the list
 * without the entry and its sub-entries; null where it stays.
 */
export function targetOf(siblings: readonly OrderNode[], from: number, place: number): number | null {
  const moved = siblings[from];
  const other = siblings[place];
  if (!moved || !other || from === place) return null;
  return place < from ? other.start : other.start + other.size - moved.size;
}
