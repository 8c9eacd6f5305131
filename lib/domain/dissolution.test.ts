import { describe, expect, it } from "vitest";
import { refusalOfDissolving, standingAfterDissolution } from "@/lib/domain/dissolution";

const department = { kind: "department", isActive: true } as const;

describe("refusalOfDissolving", () => {
  it("lets a unit go from the day on that it is dissolved", () => {
    expect(refusalOfDissolving(department, "2020-01-06", "2020-01-06")).toBeNull();
    expect(refusalOfDissolving(department, "2020-01-07", "2020-01-06")).toBe("day_not_come");
  });

  it("keeps the office, and dissolves nothing twice", () => {
    expect(refusalOfDissolving({ ...department, kind: "office" }, "2020-01-06", "2020-01-06")).toBe("office_stays");
    expect(refusalOfDissolving({ ...department, isActive: false }, "2020-01-06", "2020-01-06")).toBe("wrong_state");
  });
});

describe("standingAfterDissolution", () => {
  const dissolution = { on: "2019-11-05", reason: "并入应急局。", isCounted: true };

  it("says with the day and the reason whether what was handed in counts", () => {
    const sections = [{ state: "approved" }, { state: "draft" }] as const;
    expect(standingAfterDissolution(dissolution, sections)).toEqual({
      note: "2019年11月5日撤销：并入应急局；撤销前报送的内容计入本报告",
      isExempt: false,
    });
    expect(standingAfterDissolution({ ...dissolution, isCounted: false }, sections)).toEqual({
      note: "2019年11月5日撤销：并入应急局；撤销前报送的内容不计入本报告",
      isExempt: true,
    });
  });

  it("has nothing to count where nothing was handed in", () => {
    expect(standingAfterDissolution(dissolution, [{ state: "draft" }, { state: "returned" }])).toEqual({
      note: "2019年11月5日撤销：并入应急局",
      isExempt: true,
    });
  });
});
