import { describe, expect, it } from "vitest";
import type { OutlineHeading } from "@/lib/domain/cycle";
import { moveHeading, moveTo } from "@/lib/domain/outline";
import { flatOrder, nestHeadings, targetOf } from "@/lib/domain/outline-order";

const heading = (key: string, level: number, number: string, position: number): OutlineHeading => ({
  ...{ key, level, number, position, sectionId: "overview", title: key, owners: [] },
});
const OUTLINE = [
  heading("opening", 0, "", 1),
  heading("disclosure", 1, "（一）", 2),
  heading("finance", 2, "1.", 3),
  heading("safety", 2, "2.", 4),
  heading("platform", 1, "（二）", 5),
  { ...heading("problems", 0, "", 6), sectionId: "problems" as const },
];
const printed = (outline: readonly OutlineHeading[]) => outline.map(({ number, key }) => `${number}${key}`);
const own = OUTLINE.filter(({ sectionId }) => sectionId === "overview");

describe("an outline that is put in order", () => {
  it("shows sub-headings below theirs, and the text without a heading beside the first level", () => {
    const nodes = nestHeadings(own, ({ title }) => title);
    expect(nodes.map(({ key, start, size }) => [key, start, size])).toEqual([
      ["opening", 0, 1],
      ["disclosure", 1, 3],
      ["platform", 4, 1],
    ]);
    expect(nodes[1]?.below.map(({ key, start, size }) => [key, start, size])).toEqual([
      ["finance", 2, 1],
      ["safety", 3, 1],
    ]);
  });

  it("moves a heading with its sub-headings and counts the numbers anew", () => {
    const nodes = nestHeadings(own, ({ title }) => title);
    const down = targetOf(nodes, 1, 2) ?? -1;
    expect(printed(moveHeading(OUTLINE, { key: "disclosure", to: down }))).toEqual([
      "opening",
      "（一）platform",
      "（二）disclosure",
      "1.finance",
      "2.safety",
      "problems",
    ]);
    const up = targetOf(nodes, 2, 1) ?? -1;
    expect(moveHeading(OUTLINE, { key: "platform", to: up })).toEqual(
      moveHeading(OUTLINE, { key: "disclosure", to: down }),
    );
  });

  it("moves a sub-heading among its own", () => {
    const below = nestHeadings(own, ({ title }) => title)[1]?.below ?? [];
    const to = targetOf(below, 1, 0) ?? -1;
    expect(printed(moveHeading(OUTLINE, { key: "safety", to })).slice(1, 4)).toEqual([
      "（一）disclosure",
      "1.safety",
      "2.finance",
    ]);
  });

  it("leaves numbers of another kind, and the positions of other sections, as they are", () => {
    const other = OUTLINE.map((entry) => (entry.key === "platform" ? { ...entry, number: "附" } : entry));
    const moved = moveHeading(other, { key: "platform", to: 0 });
    expect(printed(moved)).toEqual(["附platform", "opening", "（一）disclosure", "1.finance", "2.safety", "problems"]);
    expect(moved.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("counts on over the text without a heading, wherever that stands", () => {
    const moved = moveHeading(OUTLINE, { key: "opening", to: 3 });
    expect(printed(moved)).toEqual([
      "（一）disclosure",
      "1.finance",
      "2.safety",
      "opening",
      "（二）platform",
      "problems",
    ]);
  });

  it("counts past ten in Chinese", () => {
    const many = Array.from({ length: 21 }, (_, index) => heading(`h${index}`, 1, "（一）", index + 1));
    const numbers = moveHeading(many, { key: "h0", to: 0 }).map(({ number }) => number);
    expect([numbers[9], numbers[10], numbers[19], numbers[20]]).toEqual([
      "（十）",
      "（十一）",
      "（二十）",
      "（二十一）",
    ]);
  });
});

describe("a list without levels", () => {
  const list = ["a", "b", "c"].map((key, index) => ({ key, position: index + 1 }));
  const nodes = flatOrder(list.map(({ key }) => ({ key, name: key })));

  it("is moved to the place of another, up and down", () => {
    const order = (from: number, place: number) =>
      moveTo(list, { key: list[from]?.key ?? "", to: targetOf(nodes, from, place) ?? 0 }).map(({ key }) => key);
    expect([order(0, 2), order(2, 0), order(0, 1)]).toEqual([
      ["b", "c", "a"],
      ["c", "a", "b"],
      ["b", "a", "c"],
    ]);
  });

  it("goes nowhere past its ends, and an unknown entry changes nothing", () => {
    expect([targetOf(nodes, 0, -1), targetOf(nodes, 2, 3), targetOf(nodes, 1, 1)]).toEqual([null, null, null]);
    expect(moveTo(list, { key: "gone", to: 0 })).toEqual(list);
  });
});
