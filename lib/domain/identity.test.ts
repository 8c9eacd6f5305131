import { describe, expect, it } from "vitest";
import { districtOfUnknown, isProvedTwice } from "@/lib/domain/identity";

describe("somebody of single sign-on", () => {
  it("waits in the district of their account, or in the only one", () => {
    expect(districtOfUnknown({ ofAccount: "b", districts: ["a", "b"] })).toBe("b");
    expect(districtOfUnknown({ ofAccount: null, districts: ["a"] })).toBe("a");
    expect(districtOfUnknown({ ofAccount: null, districts: ["a", "b"] })).toBeNull();
    expect(districtOfUnknown({ ofAccount: null, districts: [] })).toBeNull();
  });

  it("has given a second factor only by what the operator counts as one", () => {
    const claimed = { amr: ["pwd", "otp"], acr: "silver" };
    expect(isProvedTwice(claimed, [])).toBe(false);
    expect(isProvedTwice(claimed, ["mfa"])).toBe(false);
    expect(isProvedTwice(claimed, ["mfa", "otp"])).toBe(true);
    expect(isProvedTwice({ amr: [], acr: "silver" }, ["silver"])).toBe(true);
    expect(isProvedTwice({ amr: [], acr: null }, ["silver"])).toBe(false);
  });
});
