import { describe, expect, it } from "vitest";
import type { SectionId } from "@/lib/domain/format";
import { identityRows, placeKey, planWorkbook, type WorkbookContent } from "@/lib/domain/unit-workbook";
import { annualReport2021 as format } from "@/lib/formats/annual-report-2021";

const CARRIED = "requests.carried_in.natural_person";

function contentOf(sectionId: SectionId, change: Partial<WorkbookContent> = {}): WorkbookContent {
  return {
    identity: { unitId: "u1", unit: "财政局", year: 2021, formatId: "2021", formatHash: "f1", sectionId },
    format,
    figures: { "active.regulations.made": "1", "litigation.review.total": "3", [CARRIED]: "4" },
    previous: { year: 2020, figures: { "active.regulations.made": "9", "litigation.review.upheld": "2" } },
    locked: new Set([CARRIED]),
    ...change,
  };
}

const planOf = (sectionId: SectionId, change: Partial<WorkbookContent> = {}) =>
  planWorkbook(contentOf(sectionId, change));
const fixed = (text: string, look: "title" | "caption" | "head" | "label" | "centered") => ({
  kind: "fixed",
  text,
  look,
});

describe("planWorkbook", () => {
  it("puts tables one below the other, each with its caption, and last year's figures beside them", () => {
    const { cells, merges, places, ...sheet } = planOf("active");
    expect(sheet).toEqual({ sheetName: "表二", labelColumns: 1, width: 8 });
    const at = (row: number, column: number) => cells.get(placeKey(row, column));
    expect(at(0, 0)).toEqual(fixed("财政局2021年　二、主动公开政府信息情况", "title"));
    expect(at(0, 5)).toEqual(fixed("2020年（对照）", "title"));
    expect(at(1, 0)).toEqual(fixed("第二十条第（一）项", "caption"));
    expect([at(2, 0), at(2, 1), at(2, 5)]).toEqual([
      fixed("信息内容", "head"),
      fixed("本年制发件数", "head"),
      fixed("本年制发件数", "head"),
    ]);
    expect(at(3, 0)).toEqual(fixed("规章", "centered"));
    expect(at(3, 1)).toEqual({ kind: "input", cellKey: "active.regulations.made", type: "count", value: "1" });
    expect(at(3, 2)).toMatchObject({ kind: "input", value: null });
    expect([at(3, 5), at(3, 6)]).toEqual([
      { kind: "before", value: "9" },
      { kind: "before", value: null },
    ]);
    expect(at(14, 1)).toMatchObject({ cellKey: "active.fees.amount", type: "amount" });
    expect([at(3, 4), at(2, 8), at(15, 0)], "nothing between the years, right of them, or below").toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(merges.map(({ row, column, rowSpan, colSpan }) => [row, column, rowSpan, colSpan])).toEqual([
      [0, 0, 1, 4],
      [0, 5, 1, 3],
      [1, 0, 1, 4],
      [5, 0, 1, 2],
      [8, 0, 1, 2],
      [12, 0, 1, 2],
    ]);
    expect(places.get("active.licensing.decisions")).toMatchObject({ row: 7, column: 1 });
  });

  it("is narrower and has nothing beside the tables where there is no year before", () => {
    const { cells, width, merges } = planOf("active", { previous: null });
    expect(width).toBe(4);
    expect([...cells.keys()].every((key) => Number(key.split(",")[1]) < 4)).toBe(true);
    expect([...cells.values()].some(({ kind }) => kind === "before")).toBe(false);
    expect(merges).toHaveLength(5);
  });

  it("keeps the form's head with its levels, and adds up what the form adds up", () => {
    const { cells, labelColumns, width } = planOf("litigation");
    expect([labelColumns, width]).toEqual([0, 31]);
    const at = (row: number, column: number) => cells.get(placeKey(row, column));
    expect([at(1, 0), at(1, 5), at(2, 5), at(2, 10), at(3, 14)]).toEqual([
      fixed("行政复议", "head"),
      fixed("行政诉讼", "head"),
      fixed("未经复议直接起诉", "head"),
      fixed("复议后起诉", "head"),
      fixed("总计", "head"),
    ]);
    expect(at(4, 4)).toEqual({
      kind: "sum",
      cellKey: "litigation.review.total",
      parts: ["upheld", "corrected", "other", "pending"].map((column) => `litigation.review.${column}`),
      value: "3",
    });
    expect([at(4, 16), at(4, 17)]).toEqual([
      { kind: "before", value: "2" },
      { kind: "before", value: null },
    ]);
  });

  it("locks what is carried over, and tells a row's label from a group of rows", () => {
    const { cells, labelColumns, places } = planOf("requests");
    expect(labelColumns).toBe(3);
    const at = (row: number, column: number) => cells.get(placeKey(row, column));
    expect(at(5, 3)).toEqual({ kind: "locked", cellKey: CARRIED, value: "4" });
    expect(at(5, 4)).toMatchObject({ kind: "input", cellKey: "requests.carried_in.business" });
    expect(at(4, 0)).toEqual(fixed("一、本年新收政府信息公开申请数量", "label"));
    expect(at(6, 0)).toEqual(fixed("三、本年度办理结果", "centered"));
    expect(at(6, 1)).toEqual(fixed("（一）予以公开", "label"));
    expect(places.get("requests.granted.natural_person")).toMatchObject({ row: 6, column: 3 });
    expect(places.size).toBe(25 * 7);
  });
});

describe("identityRows", () => {
  it("say whose workbook it is and what stood in each input, and end with a hash over all that", () => {
    const rows = identityRows(contentOf("litigation"), (value) => JSON.stringify(value).length.toString());
    expect(rows.slice(0, 8)).toEqual([
      ["schema", "nianbao.unit-workbook/1"],
      ["unitId", "u1"],
      ["unit", "财政局"],
      ["year", "2021"],
      ["formatId", "2021"],
      ["formatHash", "f1"],
      ["sectionId", "litigation"],
      ["litigation.review.upheld", ""],
    ]);
    expect(rows).toHaveLength(7 + 12 + 1);
    expect(rows.at(-1)).toEqual(["hash", JSON.stringify(rows.slice(0, -1)).length.toString()]);
    const active = identityRows(contentOf("active"), () => "x");
    expect(active).toContainEqual(["active.regulations.made", "1"]);
    const requests = identityRows(contentOf("requests"), () => "x").map(([key]) => key);
    expect(requests).not.toContain(CARRIED);
    expect(requests).not.toContain("requests.received.total");
  });
});
