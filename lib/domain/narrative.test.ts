import { describe, expect, it } from "vitest";
import { listReferences, printSegments, resolveNarrative, splitParagraphs } from "@/lib/domain/narrative";

describe("resolveNarrative", () => {
  it("prints a live figure with the value it has now", () => {
    const segments = resolveNarrative("处理决定{{active.penalties.decisions}}件。", (key) =>
      key === "active.penalties.decisions" ? "17" : null,
    );
    expect(printSegments(segments)).toBe("处理决定17件。");
    expect(segments[1]).toEqual({ kind: "figure", cellKey: "active.penalties.decisions", value: "17" });
  });

  it("shows a reference without a value instead of hiding it", () => {
    expect(printSegments(resolveNarrative("{{a.b}}", () => null))).toBe("〔a.b〕");
  });

  it("does not change other braces", () => {
    const text = "{{}} {{A.b}} {a.b} {{a}}";
    expect(resolveNarrative(text, () => "1")).toEqual([{ kind: "text", text }]);
    expect(listReferences(text)).toEqual([]);
  });
});

describe("splitParagraphs", () => {
  it("takes each line as a paragraph and drops the empty ones", () => {
    expect(splitParagraphs("一。\r\n\r\n 二。 \n")).toEqual(["一。", "二。"]);
  });
});
