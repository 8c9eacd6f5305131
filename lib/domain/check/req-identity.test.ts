import { describe, expect, it } from "vitest";
import { reqIdentity } from "@/lib/domain/check/req-identity";
import { exampleSubject } from "@/lib/domain/testing/example-subject";

const AGREEING = {
  "requests.received.natural_person": "2",
  "requests.carried_in.natural_person": "1",
  "requests.granted.natural_person": "2",
  "requests.carried_out.natural_person": "1",
};

describe("REQ-IDENTITY", () => {
  it("is content when what came is what went", () => {
    expect(reqIdentity.check(exampleSubject("2019", { typed: AGREEING }))).toEqual([]);
  });

  it("says how many are missing and shows both sides", () => {
    const typed = { ...AGREEING, "requests.granted.natural_person": "1" };
    const [finding] = reqIdentity.check(exampleSubject("2021", { typed }));
    expect(finding).toMatchObject({
      severity: "error",
      messageKey: "identity_short",
      values: { difference: "1" },
      expected: "3",
      actual: "2",
      terms: [{ value: "2 + 1 = 3" }, { value: "1 + 1 = 2" }],
    });
    expect(finding?.cells[0]).toBe("requests.outcome_total.natural_person");
  });

  it("tells the total column too where totals were read, and once where they are computed", () => {
    const typed = { ...AGREEING, "requests.granted.natural_person": "5" };
    expect(reqIdentity.check(exampleSubject("2021", { typed })).map((finding) => finding.messageKey)).toEqual([
      "identity_over",
      "identity_over",
    ]);
    expect(reqIdentity.check(exampleSubject("2021", { typed, hasComputedTotals: true }))).toHaveLength(1);
  });

  it("leaves a column with a blank to the blank", () => {
    const subject = exampleSubject("2019", { typed: { ...AGREEING, "requests.carried_in.natural_person": null } });
    expect(reqIdentity.check(subject)).toEqual([]);
  });

  it("says nothing when the section is not looked at", () => {
    const typed = { ...AGREEING, "requests.granted.natural_person": "1" };
    expect(reqIdentity.check(exampleSubject("2019", { typed, sections: ["active", "litigation"] }))).toEqual([]);
  });
});
