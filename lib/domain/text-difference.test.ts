import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareParagraphs, compareTexts, type TextPiece } from "@/lib/domain/text-difference";

const without = (pieces: readonly TextPiece[], kind: TextPiece["kind"]) =>
  pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join("");

describe("compareTexts", () => {
  it("finds the one number that changed in a sentence", () => {
    expect(compareTexts("全年公开处罚14条。无其他事项。", "全年公开处罚17条。无其他事项。")).toEqual([
      { kind: "same", text: "全年公开处罚" },
      { kind: "removed", text: "14" },
      { kind: "added", text: "17" },
      { kind: "same", text: "条。无其他事项。" },
    ]);
  });

  it("shows a sentence that was put in as one piece", () => {
    expect(compareTexts("第一句。第三句。", "第一句。第二句。第三句。")).toEqual([
      { kind: "same", text: "第一句。" },
      { kind: "added", text: "第二句。" },
      { kind: "same", text: "第三句。" },
    ]);
  });

  it("marks nothing in equal texts", () => {
    expect(compareTexts("一样。", "一样。")).toEqual([{ kind: "same", text: "一样。" }]);
    expect(compareTexts("", "")).toEqual([]);
  });

  it("gives back both texts, whatever they are", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "1", "2", "。", "；", "\n", "件", "公", " "), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = compareTexts(before, after);
        expect(without(pieces, "removed")).toBe(after);
        expect(without(pieces, "added")).toBe(before);
      }),
    );
  });

  it("compares two long unrelated passages as a whole, in bounded time", () => {
    const before = "甲".repeat(10_000);
    const after = "乙".repeat(10_000);
    expect(compareTexts(before, after)).toEqual([
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ]);
  });
});

describe("compareParagraphs", () => {
  it("puts a paragraph beside the one in its place, and null beside one that was put in or left out", () => {
    expect(
      compareParagraphs(["一。", "处罚14条。", "三。", "四。"], ["一。", "处罚17条。", "三。", "五。", "六。"]),
    ).toEqual([
      { before: "处罚14条。", after: "处罚17条。" },
      { before: "四。", after: "五。" },
      { before: null, after: "六。" },
    ]);
    expect(compareParagraphs(["一。", "二。"], ["二。"])).toEqual([{ before: "一。", after: null }]);
    expect(compareParagraphs(["一。"], ["一。"])).toEqual([]);
  });
});
