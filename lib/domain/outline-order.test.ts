import { describe, expect, it } from "vitest";
import type { OutlineHeading } from "@/lib/domain/cycle";
import { flatOrder, moveEntry, moveHeading, nestHeadings, type OrderMove } from "@/lib/domain/outline-order";

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
const move = (key: string, side: OrderMove["side"], beside: string) =>
  printed(moveHeading(OUTLINE, { key, side, beside }));
const STALE = expect.objectContaining({ code: "changed_meanwhile" });

describe("an outline that is put in order", () => {
  it("shows sub-headings below theirs, and the text without a heading beside the first level", () => {
    const own = OUTLINE.filter(({ sectionId }) => sectionId === "overview");
    expect(nestHeadings(own, ({ title }) => title)).toEqual([
      { key: "opening", name: "opening", below: [] },
      {
        key: "disclosure",
        name: "disclosure",
        below: [
          { key: "finance", name: "finance", below: [] },
          { key: "safety", name: "safety", below: [] },
        ],
      },
      { key: "platform", name: "platform", below: [] },
    ]);
  });

  it("moves a heading with its sub-headings and counts the numbers anew", () => {
    const moved = ["opening", "（一）platform", "（二）disclosure", "1.finance", "2.safety", "problems"];
    expect(move("disclosure", "after", "platform")).toEqual(moved);
    expect(move("platform", "before", "disclosure")).toEqual(moved);
  });

  it("moves a sub-heading among its own", () => {
    expect(move("safety", "before", "finance").slice(1, 4)).toEqual(["（一）disclosure", "1.safety", "2.finance"]);
  });

  it("refuses what an older page says of headings that are no siblings, or that have gone", () => {
    for (const [key, beside] of [
      ["platform", "finance"],
      ["finance", "platform"],
      ["platform", "problems"],
      ["platform", "gone"],
      ["gone", "platform"],
    ] as const) {
      expect(() => move(key, "before", beside)).toThrow(STALE);
    }
  });

  it("leaves numbers of another kind as they are, and counts positions of the whole outline anew", () => {
    const other = OUTLINE.map((entry) => (entry.key === "platform" ? { ...entry, number: "附" } : entry));
    const moved = moveHeading(other, { key: "platform", side: "before", beside: "opening" });
    expect(printed(moved)).toEqual(["附platform", "opening", "（一）disclosure", "1.finance", "2.safety", "problems"]);
    expect(moved.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("counts on over the text without a heading, wherever that stands", () => {
    expect(move("opening", "after", "disclosure")).toEqual([
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
    const numbers = moveHeading(many, { key: "h1", side: "before", beside: "h0" }).map(({ number }) => number);
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

  it("is moved beside another, up and down", () => {
    const order = (key: string, side: OrderMove["side"], beside: string) =>
      moveEntry(list, { key, side, beside })
        .map((entry) => entry.key)
        .join("");
    expect([order("a", "after", "c"), order("c", "before", "a"), order("a", "after", "b")]).toEqual([
      "bca",
      "cab",
      "bac",
    ]);
    expect(flatOrder([{ key: "a", name: "甲" }])).toEqual([{ key: "a", name: "甲", below: [] }]);
  });

  it("refuses an entry that has gone", () => {
    expect(() => moveEntry(list, { key: "gone", side: "before", beside: "a" })).toThrow(STALE);
  });
});
