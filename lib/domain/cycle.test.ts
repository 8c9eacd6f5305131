import { describe, expect, it } from "vitest";
import { isDueAfterLaw, realStatutoryDate, statutoryDueDate } from "@/lib/domain/cycle";

const day = (text: string) => new Date(`${text}T00:00:00+08:00`);

describe("the statutory date", () => {
  it("is told where a cycle's calendar was moved, as the demonstration's is", () => {
    expect(realStatutoryDate({ year: 2019, statutoryDueAt: day("2026-12-18") })).toEqual(day("2020-02-01"));
    expect(realStatutoryDate({ year: 2019, statutoryDueAt: statutoryDueDate(2019) })).toBeNull();
  });

  it("lies before no section of the units", () => {
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
