import { describe, expect, it } from "vitest";
import { listReferences, printKnown, printSegments, resolveNarrative, splitParagraphs } from "@/lib/domain/narrative";

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

describe("a text with several references", () => {
  const text = "{{a.b}}{{a.b.c}}和{{indicators.x}}";

  it("names them in its order, each as often as it stands there", () => {
    expect(listReferences(`${text}{{a.b}}`)).toEqual(["a.b", "a.b.c", "indicators.x", "a.b"]);
  });

  it("has no empty text beside or between them", () => {
    expect(resolveNarrative(text, (key) => key)).toEqual([
      { kind: "figure", cellKey: "a.b", value: "a.b" },
      { kind: "figure", cellKey: "a.b.c", value: "a.b.c" },
      { kind: "text", text: "和" },
      { kind: "figure", cellKey: "indicators.x", value: "indicators.x" },
    ]);
    expect(resolveNarrative("", () => null)).toEqual([]);
  });

  it("is printed for good where the figures are known, and stays live where they are not", () => {
    expect(printKnown(text, (key) => (key === "a.b" ? "7" : null))).toBe("7{{a.b.c}}和{{indicators.x}}");
  });
});

describe("splitParagraphs", () => {
  it("takes each line as a paragraph and drops the empty ones", () => {
    expect(splitParagraphs("一。\r\n\r\n 二。 \n")).toEqual(["一。", "二。"]);
  });
});
