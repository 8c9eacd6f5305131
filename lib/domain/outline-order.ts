import type { OutlineHeading } from "@/lib/domain/cycle";
import { NUMERALS } from "@/lib/domain/outline";
import { Refusal } from "@/lib/domain/refusal";

/** An entry of a list that is put in order, with its sub-entries. */
export type OrderNode = { key: string; name: string; below: OrderNode[] };

/** Where an entry goes: beside another of the same siblings. It is said by keys, since positions change with every move. */
export type OrderMove = { key: string; beside: string; side: "before" | "after" };

/** The headings of one section, sub-headings below theirs. Text without a heading stands beside headings of the first level. */
export function nestHeadings(
  headings: readonly OutlineHeading[],
  nameOf: (heading: OutlineHeading) => string,
): OrderNode[] {
  const name = ({ item, below }: Nested<OutlineHeading>): OrderNode => ({
    key: item.key,
    name: nameOf(item),
    below: below.map(name),
  });
  return nest(headings, levelOf).map(name);
}

/** A list without levels. */
export function flatOrder(entries: readonly { key: string; name: string }[]): OrderNode[] {
  return entries.map(({ key, name }) => ({ key, name, below: [] }));
}

/**
 * Moves a heading and its sub-headings beside another of the same level below the same heading, and counts numbers like
 * （一） and 1. anew in its section.
 *
 * @throws Refusal changed_meanwhile where the two are no siblings any more
 */
export function moveHeading(outline: readonly OutlineHeading[], move: OrderMove): OutlineHeading[] {
  const sectionId = outline.find(({ key }) => key === move.key)?.sectionId;
  const section = outline.filter((heading) => heading.sectionId === sectionId);
  const moved = renumber(flatten(moveWithin(nest(section, levelOf), move)));
  return byPosition(outline)
    .map((heading) => (heading.sectionId === sectionId ? (moved.shift() ?? heading) : heading))
    .map((heading, index) => ({ ...heading, position: index + 1 }));
}

/** As `moveHeading`, in a list without levels and numbers. */
export function moveEntry<Item extends Placed>(list: readonly Item[], move: OrderMove): Item[] {
  const moved = flatten(
    moveWithin(
      nest(list, () => 1),
      move,
    ),
  );
  return moved.map((item, index) => ({ ...item, position: index + 1 }));
}

type Placed = { key: string; position: number };
type Nested<Item> = { item: Item; below: Nested<Item>[] };

function levelOf({ level }: OutlineHeading): number {
  return Math.max(level, 1);
}

function byPosition<Item extends Placed>(list: readonly Item[]): Item[] {
  return list.toSorted((left, right) => left.position - right.position);
}

function nest<Item extends Placed>(list: readonly Item[], levelIn: (item: Item) => number): Nested<Item>[] {
  const top: Nested<Item>[] = [];
  const path: Nested<Item>[] = [];
  for (const item of byPosition(list)) {
    const node = { item, below: [] };
    for (let above = path.at(-1); above && levelIn(above.item) >= levelIn(item); above = path.at(-1)) path.pop();
    (path.at(-1)?.below ?? top).push(node);
    path.push(node);
  }
  return top;
}

function flatten<Item>(nodes: readonly Nested<Item>[]): Item[] {
  return nodes.flatMap(({ item, below }) => [item, ...flatten(below)]);
}

function moveWithin<Item extends Placed>(nodes: readonly Nested<Item>[], move: OrderMove): Nested<Item>[] {
  const moved = nodes.find(({ item }) => item.key === move.key);
  if (!moved) {
    const parent = nodes.find((node) => flatten(node.below).some(({ key }) => key === move.key));
    if (!parent) throw new Refusal("changed_meanwhile");
    return nodes.map((node) => (node === parent ? { ...node, below: moveWithin(node.below, move) } : node));
  }
  const others = nodes.filter((node) => node !== moved);
  const place = others.findIndex(({ item }) => item.key === move.beside);
  if (place < 0) throw new Refusal("changed_meanwhile");
  return others.toSpliced(move.side === "before" ? place : place + 1, 0, moved);
}

const COUNTED = [
  { pattern: /^（[一二三四五六七八九十]+）$/, write: (count: number) => `（${chineseNumeral(count)}）` },
  { pattern: /^\d+\.$/, write: (count: number) => `${count}.` },
  { pattern: /^（\d+）$/, write: (count: number) => `（${count}）` },
];

/** A heading whose number is written otherwise, or has none, keeps it. */
function renumber(headings: readonly OutlineHeading[]): OutlineHeading[] {
  const counts = new Map<number, number>();
  return headings.map((heading) => {
    const own = levelOf(heading);
    for (const level of counts.keys()) if (level > own) counts.delete(level);
    const style = COUNTED.find(({ pattern }) => pattern.test(heading.number));
    if (!style) return heading;
    const count = (counts.get(own) ?? 0) + 1;
    counts.set(own, count);
    return { ...heading, number: style.write(count) };
  });
}

/** 1 to 99 as a heading counts them: 十, 十一, 二十. */
function chineseNumeral(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const digit = (value: number) => (value === 0 ? "" : (NUMERALS[value - 1] ?? ""));
  return `${tens > 1 ? digit(tens) : ""}${tens > 0 ? "十" : ""}${digit(ones)}`;
}
