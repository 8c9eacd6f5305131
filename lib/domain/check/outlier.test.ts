import { describe, expect, it } from "vitest";
import { outlier } from "@/lib/domain/check/outlier";
import { exampleFigures, exampleFormat, exampleSubject } from "@/lib/domain/testing/example-subject";

const lastYear = (typed: Record<string, string>) => ({
  year: 2019,
  formatId: "2019",
  figures: exampleFigures(exampleFormat("2019"), typed),
  texts: {},
});
const check = (typed: Record<string, string>, before: Record<string, string> = {}) =>
  outlier.check(exampleSubject("2019", { typed, year: 2020, previous: lastYear(before) }));

describe("OUTLIER", () => {
  it("asks why 其他处理 is a high share, and not when it is few or low", () => {
    const share = (other: string, granted: string) =>
      check({ "requests.other.natural_person": other, "requests.granted.natural_person": granted });
    expect(share("4", "17")).toMatchObject([{ messageKey: "other_share_high", values: { percent: "19.0" } }]);
    expect(share("2", "8")).toEqual([]);
    expect(share("4", "96")).toEqual([]);
  });

  it("asks about a figure many times last year's", () => {
    const cell = "active.licensing.decisions";
    expect(check({ [cell]: "2293" }, { [cell]: "278" })).toMatchObject([
      { messageKey: "far_above_last_year", cells: [cell], values: { times: "8.2" } },
    ]);
    expect(check({ [cell]: "278" }, { [cell]: "2293" })).toMatchObject([{ messageKey: "far_below_last_year" }]);
    expect(check({ [cell]: "300" }, { [cell]: "278" })).toEqual([]);
    expect(check({ [cell]: "20" }, { [cell]: "2" })).toEqual([]);
  });

  it("asks about items that doubled in a year", () => {
    const items = (before: string, change: string) =>
      check({ "active.licensing.items_last_year": before, "active.licensing.change": change });
    expect(items("396", "442")).toMatchObject([{ messageKey: "items_doubled" }]);
    expect(items("396", "-442")).toMatchObject([{ messageKey: "more_items_gone_than_were" }]);
    expect(items("396", "-18")).toEqual([]);
    expect(items("0", "7")).toEqual([]);
  });

  it("asks how more became public than was disclosed", () => {
    const cells = { "active.regulations.total_public": "7" };
    expect(check(cells)).toMatchObject([{ messageKey: "public_stock_grew", expected: "0", actual: "7" }]);
    expect(check({ ...cells, "active.regulations.disclosed": "7" })).toEqual([]);
  });
});
