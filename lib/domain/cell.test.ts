import { describe, expect, it } from "vitest";
import { computeTotals, describeCell, indexCells } from "@/lib/domain/cell";
import type { Format } from "@/lib/domain/format";
import { listCells } from "@/lib/domain/format-cells";
import { annualReport2019 } from "@/lib/formats/annual-report-2019";
import { annualReport2021 } from "@/lib/formats/annual-report-2021";

const zeros = (format: Format): Record<string, string | null> =>
  Object.fromEntries(listCells(format).flatMap((cell) => (cell.sumOf ? [] : [[cell.key, "0"]])));

describe("computeTotals", () => {
  it("adds up parts, and totals of totals", () => {
    const totals = computeTotals(annualReport2021, {
      ...zeros(annualReport2021),
      "requests.granted.natural_person": "3",
      "requests.granted.business": "2",
      "requests.granted_in_part.natural_person": "1",
    });
    expect(totals["requests.granted.total"]).toBe("5");
    expect(totals["requests.outcome_total.natural_person"]).toBe("4");
    expect(totals["requests.outcome_total.total"]).toBe("6");
  });

  it.each([null, "", "不适用", "7件"])("is blank when a part is %j: a missing figure is not zero", (part) => {
    const totals = computeTotals(annualReport2021, {
      ...zeros(annualReport2021),
      "requests.received.business": part,
      "requests.received.natural_person": "4",
    });
    expect(totals["requests.received.total"]).toBeNull();
    expect(totals["requests.carried_in.total"]).toBe("0");
  });

  it("computes a total itself, whatever was given for it, and leaves unknown cells out", () => {
    const totals = computeTotals(annualReport2021, {
      ...zeros(annualReport2021),
      "requests.received.total": "99",
      "no.such.cell": "1",
    });
    expect(totals["requests.received.total"]).toBe("0");
    expect(totals).not.toHaveProperty("no.such.cell");
  });

  it("names every cell of the form, blank where nothing is known", () => {
    const totals = computeTotals(annualReport2019, {});
    expect(Object.keys(totals).toSorted()).toEqual(
      listCells(annualReport2019)
        .map((cell) => cell.key)
        .toSorted(),
    );
    expect(new Set(Object.values(totals))).toEqual(new Set([null]));
  });
});

describe("describeCell", () => {
  const name = (format: Format, key: string) => {
    const located = indexCells(format).get(key);
    return located ? describeCell(located) : null;
  };

  it("says row and column, and in the table of one row the heads above", () => {
    expect(name(annualReport2021, "requests.granted.natural_person")).toBe("（一）予以公开·自然人");
    expect(name(annualReport2021, "requests.granted_in_part.total")).toBe("（二）部分公开·总计");
    expect(name(annualReport2021, "requests.granted.business")).toBe("（一）予以公开·法人或其他组织·商业企业");
    expect(name(annualReport2021, "litigation.review.upheld")).toBe("行政复议·结果维持");
    expect(name(annualReport2021, "litigation.direct_suit.other")).toBe("行政诉讼·未经复议直接起诉·其他结果");
    expect(name(annualReport2021, "active.licensing.decisions")).toBe("行政许可·本年处理决定数量");
  });

  it("knows each cell once, with its table and section", () => {
    const index = indexCells(annualReport2021);
    expect(index.size).toBe(listCells(annualReport2021).length);
    expect(index.get("requests.received.total")).toMatchObject({ sectionId: "requests", table: { id: "requests" } });
  });
});
