import { describe, expect, it } from "vitest";
import { compareFigures, comparisonRows, comparisonTable, type PublishedFigure } from "./compare-reports";

const CELL = "requests.received.total";

function figure(districtName: string, year: number, value: string | null, rest: Partial<PublishedFigure> = {}) {
  const formatId = year < 2021 ? "annual-report-2019" : "annual-report-2021";
  const identity = { reportId: `${districtName} ${year}`, districtId: districtName, districtName };
  return { ...identity, year, formatId, hasCell: true, value, ...rest };
}

describe("a figure of several bodies over the years", () => {
  it("is laid out by name and year, with the change from the year before", () => {
    const { years, bodies } = compareFigures(CELL, [
      figure("平潭", 2021, "70"),
      figure("前湾", 2020, "31"),
      figure("平潭", 2020, "1000000000000000000001"),
      figure("前湾", 2021, "29"),
    ]);
    expect(years).toEqual([2020, 2021]);
    expect(bodies.map(({ name, change }) => [name, change])).toEqual([
      ["平潭", "-999999999999999999931"],
      ["前湾", "-2"],
    ]);
    const turned = compareFigures(CELL, [figure("前湾", 2020, "1"), figure("平潭", 2020, "1")]);
    expect(turned.bodies.map(({ name }) => name)).toEqual(["平潭", "前湾"]);
    const three = compareFigures(CELL, [
      figure("平潭", 2019, "1"),
      figure("平潭", 2020, "5"),
      figure("平潭", 2021, "6"),
    ]);
    expect(three.bodies[0]?.change).toBe("1");
    expect(compareFigures(CELL, [figure("平潭", 2021, "6")]).bodies[0]?.change).toBeNull();
  });

  it("has no change where a year is missing, blank, text or not asked for", () => {
    const { bodies } = compareFigures(CELL, [
      figure("丁", 2020, "约5"),
      figure("丁", 2021, "5"),
      figure("丙", 2020, null),
      figure("丙", 2021, "5"),
      figure("戊", 2020, "5"),
      figure("戊", 2021, null),
      figure("乙", 2021, "5"),
      figure("甲", 2020, "3", { hasCell: false }),
      figure("甲", 2021, "5"),
    ]);
    expect(bodies.map(({ change }) => change)).toEqual([null, null, null, null, null]);
  });

  it("says which forms the years have, oldest first", () => {
    const { forms } = compareFigures(CELL, [
      figure("平潭", 2022, "1"),
      figure("平潭", 2019, "1"),
      figure("前湾", 2021, "1"),
      figure("前湾", 2022, "1"),
    ]);
    expect(forms).toEqual([
      { formatId: "annual-report-2019", years: [2019] },
      { formatId: "annual-report-2021", years: [2021, 2022] },
    ]);
  });

  it("is a table with a row a body, in which a blank is no zero", () => {
    const comparison = compareFigures(CELL, [
      figure("平潭", 2020, null),
      figure("平潭", 2021, "0"),
      figure("前湾", 2021, "3"),
    ]);
    expect(comparisonTable(comparison)).toEqual([
      ["body", "2020", "2021"],
      ["平潭", "", "0"],
      ["前湾", "", "3"],
    ]);
  });

  it("is a list with a row a figure, which says where the form does not ask for it", () => {
    const comparison = compareFigures(CELL, [figure("平潭", 2020, null, { hasCell: false })]);
    expect(comparisonRows(comparison, (reportId) => `/${reportId}`)).toEqual([
      {
        report: "平潭 2020",
        url: "/平潭 2020",
        body: "平潭",
        year: 2020,
        format: "annual-report-2019",
        cell: CELL,
        asked: false,
        value: null,
      },
    ]);
  });
});
