import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/domain/canonical";

describe("canonicalJson", () => {
  it("writes the same value in one way, whatever the order of its keys, at every depth", () => {
    expect(canonicalJson({ b: { d: 1, c: [{ z: 1, a: 2 }] }, a: null })).toBe(
      '{"a":null,"b":{"c":[{"a":2,"z":1}],"d":1}}',
    );
    expect(canonicalJson({ a: null, b: { c: [{ a: 2, z: 1 }], d: 1 } })).toBe(
      canonicalJson({ b: { d: 1, c: [{ z: 1, a: 2 }] }, a: null }),
    );
  });

  it("keeps the order of lists, tells null from absent, and leaves undefined out", () => {
    expect(canonicalJson([2, 1])).toBe("[2,1]");
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(canonicalJson({ a: null })).not.toBe(canonicalJson({}));
  });

  it("orders keys by code unit, not by language", () => {
    expect(canonicalJson({ a: 1, B: 2, 乙: 3, 甲: 4 })).toBe('{"B":2,"a":1,"乙":3,"甲":4}');
  });
});
