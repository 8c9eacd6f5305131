import { describe, expect, it } from "vitest";
import { fieldsWithNul } from "@/lib/domain/inputs/nul";

describe("fieldsWithNul", () => {
  it("finds the character in a field, in a list and deep in a report", () => {
    expect(fieldsWithNul({ q: "a\0b" })).toEqual(["q"]);
    expect(fieldsWithNul({ units: ["a", "\0"], name: "b" })).toEqual(["units"]);
    expect(fieldsWithNul({ report: { figures: { "a\0": "1" } } })).toEqual(["report"]);
    expect(fieldsWithNul("\0")).toEqual(["form"]);
  });

  it("takes everything else", () => {
    const input = { text: "平台建设\n𠮷", none: null, many: ["a"], at: new Date(0), file: new File([], "a"), count: 1 };
    expect(fieldsWithNul(input)).toEqual([]);
  });
});
