import { describe, expect, it } from "vitest";
import { docStockYear } from "@/lib/domain/check/doc-stock-year";
import { exampleFigures, exampleFormat, exampleSubject } from "@/lib/domain/testing/example-subject";

const previous = {
  year: 2022,
  formatId: "2021",
  figures: exampleFigures(exampleFormat("2021"), { "active.normative_documents.in_force": "100" }),
  texts: {},
};
const THIS_YEAR = { "active.normative_documents.made": "10", "active.normative_documents.repealed": "4" };

describe("DOC-STOCK-YEAR", () => {
  it("is content with last year's stock, plus made, minus repealed", () => {
    const typed = { ...THIS_YEAR, "active.normative_documents.in_force": "106" };
    expect(docStockYear.check(exampleSubject("2021", { typed, year: 2023, previous }))).toEqual([]);
  });

  it("warns of another number and shows the arithmetic", () => {
    const typed = { ...THIS_YEAR, "active.normative_documents.in_force": "110" };
    expect(docStockYear.check(exampleSubject("2021", { typed, year: 2023, previous }))).toMatchObject([
      {
        severity: "warning",
        expected: "106",
        actual: "110",
        terms: [{ value: "100 + 10 − 4 = 106" }, { value: "110" }],
      },
    ]);
  });

  it("does not compare with the form before, which counted something else", () => {
    const before = { ...previous, year: 2020, formatId: "2019", figures: exampleFigures(exampleFormat("2019")) };
    const typed = { "active.normative_documents.in_force": "665" };
    expect(docStockYear.check(exampleSubject("2021", { typed, year: 2021, previous: before }))).toEqual([]);
  });
});
