import { describe, expect, it } from "vitest";
import { checkSum } from "@/lib/domain/check/sum-finding";
import { exampleSubject } from "@/lib/domain/testing/example-subject";

const TOTAL = "litigation.review.total";
const PARTS = ["upheld", "corrected", "other", "pending"].map((column) => `litigation.review.${column}`);
const RULE = { id: "LIT-SUM", sectionId: "litigation", messageKey: "lit_sum", partsLabel: "四项之和" } as const;

const check = (total: string | null, ...parts: (string | null)[]) => {
  const cells = Object.fromEntries([
    [TOTAL, total],
    ...PARTS.map((key, index) => [key, index in parts ? (parts[index] ?? null) : "0"]),
  ]);
  return checkSum(exampleSubject("2021", { cells }), RULE, TOTAL, PARTS);
};

describe("checkSum", () => {
  it("says by how much a total is above or below its parts, always as a plain amount", () => {
    expect(check("7", "2", "3")).toMatchObject({
      ...{ rule: "LIT-SUM", severity: "error", sectionId: "litigation", expected: "5", actual: "7" },
      values: { expected: "5", actual: "7", difference: "2" },
    });
    expect(check("4", "2", "3")?.values).toMatchObject({ expected: "5", actual: "4", difference: "1" });
  });

  it("shows the parts that are not zero, and one part or none by itself", () => {
    expect(check("7", "2", "0", "3")).toMatchObject({
      cells: [TOTAL, PARTS[0], PARTS[2]],
      terms: [
        { label: "四项之和", value: "2 + 3 = 5" },
        { label: "行政复议·总计", value: "7" },
      ],
    });
    expect(check("7", "2")?.terms[0]?.value).toBe("2");
    expect(check("7")).toMatchObject({ cells: [TOTAL], terms: [{ value: "0" }, { value: "7" }] });
  });

  it("finds nothing where they agree, or where one of them is no number", () => {
    expect(check("5", "2", "3")).toBeNull();
    expect(check("5.0", "2", "3")).toBeNull();
    for (const wrong of [null, "7件", "不适用"]) {
      expect(check(wrong, "2", "3")).toBeNull();
      expect(check("7", wrong, "3")).toBeNull();
    }
  });
});
