import { describe, expect, it } from "vitest";
import { reqOutcomeSum } from "@/lib/domain/check/req-outcome-sum";
import { exampleSubject } from "@/lib/domain/testing/example-subject";

const OUTCOMES = { "requests.granted.natural_person": "6", "requests.not_processed_repeat.natural_person": "3" };

describe("REQ-OUTCOME-SUM", () => {
  it.each(["2019", "2021"] as const)("finds nothing in the computed totals of %s", (format) => {
    expect(reqOutcomeSum.check(exampleSubject(format, { typed: OUTCOMES }))).toEqual([]);
  });

  it("names the column whose total is not the sum of its outcomes", () => {
    const cells = { "requests.outcome_total.natural_person": "8" };
    const findings = reqOutcomeSum.check(exampleSubject("2019", { typed: OUTCOMES, cells }));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      severity: "error",
      expected: "9",
      actual: "8",
      values: { difference: "1" },
      terms: [{ value: "6 + 3 = 9" }, { value: "8" }],
    });
    expect(findings[0]?.cells[0]).toBe("requests.outcome_total.natural_person");
  });

  it("checks the total column by its own rows", () => {
    const cells = { "requests.outcome_total.total": "10" };
    const findings = reqOutcomeSum.check(exampleSubject("2021", { typed: OUTCOMES, cells }));
    expect(findings.map((finding) => finding.cells[0])).toEqual(["requests.outcome_total.total"]);
  });

  it("adds up the three rows of 其他处理 of the later form", () => {
    const cells = { "requests.other_fee_unpaid.research": "1" };
    const findings = reqOutcomeSum.check(exampleSubject("2021", { cells }));
    expect(findings.map((finding) => finding.expected)).toEqual(["1"]);
  });
});
