import { describe, expect, it } from "vitest";
import { fieldsWithNul, isWithoutNul } from "@/lib/domain/inputs/nul";

describe("fieldsWithNul", () => {
  it("finds the character in a field, in a list and deep in a report", () => {
    expect(fieldsWithNul({ q: "a\0b" })).toEqual(["q"]);
    expect(fieldsWithNul({ units: ["a", "\0"], name: "b" })).toEqual(["units"]);
    expect(fieldsWithNul({ report: { figures: { "a\0": "1" } } })).toEqual(["report"]);
    expect(fieldsWithNul("\0")).toEqual(["form"]);
  });

  it("finds it in the name of a field, names every field that holds it, and no other", () => {
    expect(isWithoutNul({ "a\0": "b" })).toBe(false);
    expect(fieldsWithNul({ a: "\0", b: "x", c: ["\0"] })).toEqual(["a", "c"]);
    expect(fieldsWithNul(["x", "\0"])).toEqual(["1"]);
    expect([isWithoutNul(null), isWithoutNul(undefined), isWithoutNul(7), isWithoutNul("ab")]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it("finds half a character, which JSON can hold", () => {
    expect(fieldsWithNul({ a: "x\ud800", b: "𠮷" })).toEqual(["a"]);
  });

  it("looks into no object that is more than its fields", () => {
    expect(isWithoutNul(Object.assign(new Date(0), { note: "\0" }))).toBe(true);
  });

  it("takes everything else", () => {
    const input = { text: "平台建设\n𠮷", none: null, many: ["a"], at: new Date(0), file: new File([], "a"), count: 1 };
    expect(fieldsWithNul(input)).toEqual([]);
  });
});
