import { describe, expect, it } from "vitest";
import { isSlip, isSlipOfShare } from "@/lib/domain/check/slip";

describe("a slip of the pen", () => {
  it.each([
    ["18", "17"],
    ["499", "497"],
    ["2438", "2437"],
    ["31973", "31873"],
    ["2347", "2437"],
    ["243", "244"],
    ["24377", "2437"],
    ["3276.86", "3276.85"],
  ])("makes %s of %s", (stated, actual) => {
    expect(isSlip(stated, actual)).toBe(true);
  });

  it.each([
    ["17", "17"],
    ["8", "7"],
    ["21", "17"],
    ["223", "2293"],
    ["587", "487"],
    ["5128", "8462"],
  ])("does not make %s of %s", (stated, actual) => {
    expect(isSlip(stated, actual)).toBe(false);
  });

  it("is told of a percentage with decimals only", () => {
    expect(isSlipOfShare("13.81", "12.81")).toBe(true);
    expect(isSlipOfShare("12", "18")).toBe(false);
  });
});
