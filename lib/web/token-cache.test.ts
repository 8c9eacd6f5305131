import { describe, expect, it } from "vitest";
import { createTokenCache } from "@/lib/web/token-cache";

const NOW = new Date("2022-01-31T20:00:00+08:00");
const LATER = new Date("2022-01-31T21:00:00+08:00");

describe("createTokenCache", () => {
  it("gives a token until it ends, and not from then on", () => {
    const cache = createTokenCache(10);
    cache.keep("sealed", { userId: "a" }, LATER);
    expect(cache.find("sealed", NOW)).toEqual({ userId: "a" });
    expect(cache.find("sealed", LATER)).toBeNull();
    expect(cache.find("sealed", NOW)).toBeNull();
  });

  it("takes no text for another", () => {
    const cache = createTokenCache(10);
    cache.keep("sealed", { userId: "a" }, LATER);
    expect(cache.find("sealed ", NOW)).toBeNull();
  });

  it("holds so many tokens and lets the oldest go", () => {
    const cache = createTokenCache(2);
    for (const userId of ["a", "b", "c"]) cache.keep(userId, { userId }, LATER);
    expect(["a", "b", "c"].map((sealed) => cache.find(sealed, NOW))).toEqual([null, { userId: "b" }, { userId: "c" }]);
  });
});
