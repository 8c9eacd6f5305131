import type { OutlineHeading } from "@/lib/domain/cycle";
import type { Format } from "@/lib/domain/format";

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const ASPECT_KEYS = ["disclosure", "applications", "management", "platform", "oversight"];

/**
 * The outline that a first year starts with, all of it the office's: section 一 by the aspects that the notice names,
 * and one heading each for sections 五 and 六.
 */
export function standardOutline(format: Format, officeId: string): OutlineHeading[] {
  const aspects = format.overviewAspects.map((title, index) => ({
    key: ASPECT_KEYS[index] ?? `aspect_${index + 1}`,
    sectionId: "overview" as const,
    level: 1,
    number: `（${NUMERALS[index] ?? index + 1}）`,
    title,
  }));
  const headings = [
    { key: "opening", sectionId: "overview" as const, level: 0, number: "", title: "" },
    ...aspects,
    { key: "problems", sectionId: "problems" as const, level: 0, number: "", title: "" },
    { key: "other", sectionId: "other" as const, level: 0, number: "", title: "" },
  ];
  return headings.map((heading, index) => ({ ...heading, position: index + 1, owners: [officeId] }));
}

/**
 * Puts `one` in its place among the others, in the stead of an earlier one with its key: after everything whose position
 * is lower. Positions are counted anew from 1.
 */
export function placeAt<Item extends { key: string; position: number }>(list: readonly Item[], moved: Item): Item[] {
  const others = list.filter((item) => item.key !== moved.key).sort((left, right) => left.position - right.position);
  const before = others.filter((item) => item.position < moved.position);
  return [...before, moved, ...others.slice(before.length)].map((item, index) => ({ ...item, position: index + 1 }));
}

type Placed = { key: string; position: number };

/**
 * Puts an entry, with the sub-headings below it, before what stands at `to` of its list once it is taken out. Positions
 * are counted anew from 1.
 *
 * @param isBelow whether an entry belongs to the one that is moved, as long as those before it do
 */
export function moveTo<Item extends Placed>(
  list: readonly Item[],
  { key, to }: { key: string; to: number },
  isBelow: (item: Item, moved: Item) => boolean = () => false,
): Item[] {
  const sorted = list.toSorted((left, right) => left.position - right.position);
  const from = sorted.findIndex((item) => item.key === key);
  const moved = sorted[from];
  if (!moved) return sorted;
  let end = from + 1;
  for (let next = sorted[end]; next && isBelow(next, moved); next = sorted[end]) end += 1;
  const others = sorted.toSpliced(from, end - from);
  const placed = others.toSpliced(to, 0, ...sorted.slice(from, end));
  return placed.map((item, index) => ({ ...item, position: index + 1 }));
}

/** Moves a heading and its sub-headings within its section, and counts numbers like （一） and 1. anew there. */
export function moveHeading(outline: readonly OutlineHeading[], at: { key: string; to: number }): OutlineHeading[] {
  const sectionId = outline.find(({ key }) => key === at.key)?.sectionId;
  const section = outline.filter((heading) => heading.sectionId === sectionId);
  const moved = renumber(moveTo(section, at, (heading, above) => above.level > 0 && heading.level > above.level));
  const sorted = outline.toSorted((left, right) => left.position - right.position);
  return sorted
    .map((heading) => (heading.sectionId === sectionId ? (moved.shift() ?? heading) : heading))
    .map((heading, index) => ({ ...heading, position: index + 1 }));
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
    // Text without a heading stands beside the first level.
    const own = Math.max(heading.level, 1);
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
