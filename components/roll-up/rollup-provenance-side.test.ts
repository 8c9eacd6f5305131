import { describe, expect, it } from "vitest";
import { standsAbove } from "@/components/roll-up/rollup-provenance-side";

describe("the panel of a figure", () => {
  it("stands below where it fits, and above where it fits only there", () => {
    expect(standsAbove({ height: 300, above: 500, below: 320 })).toBe(false);
    expect(standsAbove({ height: 300, above: 500, below: 200 })).toBe(true);
  });

  it("never hides its own head: what fits nowhere goes on below", () => {
    expect(standsAbove({ height: 900, above: 500, below: 200 })).toBe(false);
  });
});
