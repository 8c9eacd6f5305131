import { describe, expect, it } from "vitest";
import { isDueAfterLaw, realStatutoryDate, statutoryDueDate } from "@/lib/domain/cycle";

const day = (text: string) => new Date(`${text}T00:00:00+08:00`);

describe("the statutory date", () => {
  it("is named where a cycle's dates differ from it, as in the demonstration", () => {
    expect(realStatutoryDate({ year: 2019, statutoryDueAt: day("2026-12-18") })).toEqual(day("2020-02-01"));
    expect(realStatutoryDate({ year: 2019, statutoryDueAt: statutoryDueDate(2019) })).toBeNull();
  });

  it("is not before any section's due date", () => {
    const cycle = {
      tablesDueAt: day("2020-01-20"),
      narrativeDueAt: day("2020-01-25"),
      statutoryDueAt: day("2020-02-01"),
    };
    expect(isDueAfterLaw(cycle)).toBe(false);
    expect(isDueAfterLaw({ ...cycle, tablesDueAt: cycle.statutoryDueAt })).toBe(false);
    expect(isDueAfterLaw({ ...cycle, narrativeDueAt: day("2020-06-01") })).toBe(true);
  });
});
