import { describe, expect, it } from "vitest";
import { layoutPair, PAIR_FIELD } from "@/lib/charts/pair-layout";

const pairOf = (before: [string, number], after: [string, number]) =>
  layoutPair({
    title: "行政许可",
    change: "",
    before: { label: "2018", value: before[0], length: before[1] },
    after: { label: "2019", value: after[0], length: after[1] },
  });

describe("a pair of years", () => {
  it("stands side by side on the floor, the longer bar as high as the field", () => {
    const { before, after, floor } = pairOf(["50", 0.5], ["100", 1]);
    expect([before.x, after.x]).toEqual([0, 56]);
    expect([before.width, after.width]).toEqual([48, 48]);
    expect([after.y, after.height]).toEqual([PAIR_FIELD.top, PAIR_FIELD.floor - PAIR_FIELD.top]);
    expect(before.y + before.height).toBe(PAIR_FIELD.floor);
    expect(before.height).toBe(42);
    expect(floor).toBe("M-4 96.5H108");
  });

  it("has each value in the middle of its bar, above it where it does not fit inside", () => {
    const { before, after } = pairOf(["-3", 0], ["12345678", 1]);
    expect(before).toMatchObject({ text: "−3", middle: 24, isInside: false, textLine: PAIR_FIELD.floor - 4 });
    expect(after).toMatchObject({ isInside: false, textLine: PAIR_FIELD.top - 4 });
    expect(pairOf(["1", 1], ["1", 1]).after).toMatchObject({ isInside: true, textLine: PAIR_FIELD.top + 16 });
  });
});
