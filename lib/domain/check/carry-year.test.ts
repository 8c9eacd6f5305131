import { describe, expect, it } from "vitest";
import { carryYear } from "@/lib/domain/check/carry-year";
import { exampleFigures, exampleFormat, exampleSubject } from "@/lib/domain/testing/example-subject";

function previous(year: number, carriedOut: string | null) {
  const figures = exampleFigures(exampleFormat("2019"), { "requests.carried_out.business": carriedOut });
  return { year, formatId: "2019", figures, texts: {} };
}

describe("CARRY-YEAR", () => {
  it("compares each column with what the report before carried out, across the change of form", () => {
    const subject = exampleSubject("2021", { year: 2021, previous: previous(2020, "2") });
    expect(carryYear.check(subject)).toMatchObject([
      { severity: "error", cells: ["requests.carried_in.business"], expected: "2", actual: "0" },
      { severity: "error", cells: ["requests.carried_in.total"], expected: "2", actual: "0" },
    ]);
    expect(carryYear.check({ ...subject, hasComputedTotals: true })).toHaveLength(1);
  });

  it("is content when they agree", () => {
    const typed = { "requests.carried_in.business": "2" };
    expect(carryYear.check(exampleSubject("2021", { typed, year: 2021, previous: previous(2020, "2") }))).toEqual([]);
  });

  it("says nothing of a report that is not the one of the year before, or of a blank", () => {
    expect(carryYear.check(exampleSubject("2021", { year: 2022, previous: previous(2020, "2") }))).toEqual([]);
    expect(carryYear.check(exampleSubject("2021", { year: 2021, previous: previous(2020, null) }))).toEqual([]);
    expect(carryYear.check(exampleSubject("2021", { year: 2021 }))).toEqual([]);
  });
});
