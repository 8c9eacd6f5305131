import { describe, expect, it } from "vitest";
import { anchorOfFinding, headingOfAnchor, paragraphAnchor, readAnchor } from "@/lib/domain/anchor";

describe("the anchor of a comment", () => {
  it("is a cell's key, or a paragraph's heading", () => {
    expect(paragraphAnchor("platform")).toBe("paragraph:platform");
    expect(headingOfAnchor("paragraph:platform")).toBe("platform");
    expect(headingOfAnchor("active.rules.made")).toBeNull();
    expect(headingOfAnchor("x.paragraph:")).toBeNull();
  });

  it("is the place that a finding is about first, and none of one about the whole", () => {
    const text = { headingKey: "platform", start: 0, end: 2, quote: "收到" };
    expect(anchorOfFinding({ text, cells: ["active.rules.made"] })).toBe("paragraph:platform");
    expect(anchorOfFinding({ text: null, cells: ["active.rules.made", "active.rules.repealed"] })).toBe(
      "active.rules.made",
    );
    expect(anchorOfFinding({ text: null, cells: [] })).toBeNull();
  });

  it.each([
    ["active.rules.made", "7"],
    ["active.rules.repealed", ""],
    ["active.rules.total", ""],
    ["requests.received.total", null],
    ["total.active.", null],
    ["paragraph:platform", "已建成。"],
    ["paragraph:other", null],
    ["paragraph:active.rules.made", null],
  ])("leads from %s to what stands there in a version", (anchor, text) => {
    const content = {
      sectionId: "active" as const,
      figures: { "active.rules.made": "7", "active.rules.repealed": null },
      paragraphs: { platform: "已建成。" },
    };
    expect(readAnchor(content, anchor)).toBe(text);
  });
});
