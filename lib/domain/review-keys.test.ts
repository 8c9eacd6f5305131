import { describe, expect, it } from "vitest";
import { type KeyPress, nextPlace, readReviewKey } from "@/lib/domain/review-keys";

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  hasModifier: false,
  isRepeated: false,
  isTyping: false,
  isCovered: false,
  isOnPage: true,
  isOn: true,
  ...change,
});

describe("readReviewKey", () => {
  it("knows each key, in small letters, capitals and full width", () => {
    expect(["j", "k", "f", "c", "r", "a", "A", "?", "？"].map((key) => readReviewKey(press(key)))).toEqual([
      "next",
      "previous",
      "finding",
      "comment",
      "return",
      "approve",
      "approve",
      "help",
      "help",
    ]);
    expect(readReviewKey(press("x"))).toBeNull();
  });

  it("does nothing while one types, holds a modifier or the key, or a dialog is open", () => {
    const never: Partial<KeyPress>[] = [
      { isTyping: true },
      { hasModifier: true },
      { isRepeated: true },
      { isCovered: true },
      { isOnPage: false },
    ];
    for (const change of never) expect(readReviewKey(press("a", change))).toBeNull();
  });

  it("leaves only the help where the keys are off, since they are put on again there", () => {
    expect(readReviewKey(press("a", { isOn: false }))).toBeNull();
    expect(readReviewKey(press("?", { isOn: false }))).toBe("help");
  });
});

describe("nextPlace", () => {
  it("goes from place to place and round", () => {
    expect(nextPlace(["a", "b"], null)).toBe("a");
    expect(nextPlace(["a", "b"], "a")).toBe("b");
    expect(nextPlace(["a", "b"], "b")).toBe("a");
    expect(nextPlace(["a", "b"], "elsewhere")).toBe("a");
    expect(nextPlace([], null)).toBeNull();
  });
});
