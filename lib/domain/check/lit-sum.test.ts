import { describe, expect, it } from "vitest";
import { litSum } from "@/lib/domain/check/lit-sum";
import { exampleSubject } from "@/lib/domain/testing/example-subject";

describe("LIT-SUM", () => {
  it("finds nothing in computed totals", () => {
    expect(litSum.check(exampleSubject("2019", { typed: { "litigation.review.upheld": "4" } }))).toEqual([]);
  });

  it("names the group whose total is wrong", () => {
    const cells = { "litigation.suit_after_review.pending": "2" };
    const findings = litSum.check(exampleSubject("2021", { cells }));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ expected: "2", actual: "0" });
    expect(findings[0]?.cells[0]).toBe("litigation.suit_after_review.total");
    expect(findings[0]?.terms[0]?.label).toContain("复议后起诉");
  });
});
