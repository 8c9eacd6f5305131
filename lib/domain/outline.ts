import type { OutlineHeading } from "@/lib/domain/cycle";
import type { Format } from "@/lib/domain/format";

export const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
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
