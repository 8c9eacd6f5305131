import { describe, expect, it } from "vitest";
import { itemStockYear } from "@/lib/domain/check/item-stock-year";
import { exampleFigures, exampleFormat, exampleSubject } from "@/lib/domain/testing/example-subject";

const previous = {
  year: 2019,
  formatId: "2019",
  figures: exampleFigures(exampleFormat("2019"), {
    "active.penalties.items_last_year": "36",
    "active.penalties.change": "-5",
  }),
  texts: {},
};

describe("ITEM-STOCK-YEAR", () => {
  it("expects what last year began with and added", () => {
    const typed = { "active.penalties.items_last_year": "36" };
    expect(itemStockYear.check(exampleSubject("2019", { typed, year: 2020, previous }))).toMatchObject([
      {
        severity: "warning",
        cells: ["active.penalties.items_last_year"],
        expected: "31",
        terms: [{ value: "36 − 5 = 31" }, { value: "36" }],
      },
    ]);
  });

  it("is content with that number", () => {
    const typed = { "active.penalties.items_last_year": "31" };
    expect(itemStockYear.check(exampleSubject("2019", { typed, year: 2020, previous }))).toEqual([]);
  });
});
