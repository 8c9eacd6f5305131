import { describe, expect, it } from "vitest";
import { printSegments, resolveNarrative, splitParagraphs } from "@/lib/domain/narrative";
import { bindFigures, dropRange, mapNarrative, storedRange } from "@/lib/domain/narrative-map";

const VALUES: Record<string, string> = { "active.penalties.change": "5", "active.penalties.decisions": "17" };
const lookup = (key: string) => VALUES[key] ?? null;
const STORED = "  开头一段。\n\n行政处罚净增{{active.penalties.change}}条，处理决定14条。  \n结尾。";

function rangeOf(text: string, part: string) {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

describe("mapNarrative", () => {
  it("prints what the checks read", () => {
    const read = splitParagraphs(STORED)
      .map((paragraph) => printSegments(resolveNarrative(paragraph, lookup)))
      .join("\n");

    expect(mapNarrative(STORED, lookup).printed).toBe(read);
    expect(read).toBe("开头一段。\n行政处罚净增5条，处理决定14条。\n结尾。");
  });

  it("says where a printed part is stored", () => {
    const map = mapNarrative(STORED, lookup);

    for (const part of ["开头一段。", "处理决定14条", "结尾"]) {
      const stored = storedRange(map, rangeOf(map.printed, part));
      expect(STORED.slice(stored?.start, stored?.end)).toBe(part);
    }
  });

  it("takes a live figure whole", () => {
    const map = mapNarrative(STORED, lookup);
    const stored = storedRange(map, rangeOf(map.printed, "净增5条"));

    expect(STORED.slice(stored?.start, stored?.end)).toBe("净增{{active.penalties.change}}条");
  });

  it("takes no more than what is printed at a range: what only touches it stays", () => {
    const text = "甲{{active.penalties.change}}乙{{active.penalties.decisions}}丙";
    const map = mapNarrative(text, lookup);
    expect(map.printed).toBe("甲5乙17丙");
    const at = (start: number, end: number) => {
      const stored = storedRange(map, { start, end });
      return text.slice(stored?.start, stored?.end);
    };
    expect(at(0, 1)).toBe("甲");
    expect(at(1, 2)).toBe("{{active.penalties.change}}");
    expect(at(2, 3)).toBe("乙");
    expect(at(3, 4), "a part of a live figure is the figure").toBe("{{active.penalties.decisions}}");
    expect(at(4, 6)).toBe("{{active.penalties.decisions}}丙");
    expect(at(0, 9)).toBe(text);
  });

  it("finds nothing where nothing is printed", () => {
    expect(storedRange(mapNarrative("", lookup), { start: 0, end: 3 })).toBeNull();
  });
});

describe("bindFigures", () => {
  it("puts live figures in the place of typed numbers, leaving everything else as it stands", () => {
    const text = "　处罚净增5条，处理决定14条。\n另有14件。";
    const { printed } = mapNarrative(text, lookup);
    const bound = bindFigures(text, lookup, [
      { ...rangeOf(printed, "5"), cellKey: "active.penalties.change" },
      { ...rangeOf(printed, "14"), cellKey: "active.penalties.decisions" },
    ]);

    expect(bound).toBe(
      "　处罚净增{{active.penalties.change}}条，处理决定{{active.penalties.decisions}}条。\n另有14件。",
    );
  });
});

describe("dropRange", () => {
  const drop = (text: string, part: string) =>
    dropRange(text, lookup, rangeOf(mapNarrative(text, lookup).printed, part));

  it("takes a sentence out of its paragraph, its live figures with it", () => {
    expect(drop("甲。净增{{active.penalties.change}}条。乙。", "净增5条。")).toBe("甲。乙。");
  });

  it("leaves no empty line where a paragraph was", () => {
    expect(drop("甲。\n　乙。\n丙。", "乙。")).toBe("甲。\n丙。");
    expect(drop("乙。\n丙。", "乙。")).toBe("丙。");
    expect(drop("甲。\n乙。", "乙。")).toBe("甲。");
    expect(drop("乙。", "乙。")).toBe("");
    expect(drop("甲。\n\t乙。 　\n丙。", "乙。")).toBe("甲。\n丙。");
    expect(drop("　乙。\n　丙。", "乙。")).toBe("　丙。");
  });

  it("keeps the lines of a paragraph of which something is left", () => {
    expect(drop("甲。\n乙。丙。", "乙。")).toBe("甲。\n丙。");
    expect(drop("甲。乙。\n丙。", "乙。")).toBe("甲。\n丙。");
    expect(drop("甲。 乙。 丙。", "乙。")).toBe("甲。  丙。");
  });

  it("leaves a text alone in which nothing is printed at the range", () => {
    expect(dropRange("甲。", lookup, { start: 5, end: 6 })).toBe("甲。");
  });
});
