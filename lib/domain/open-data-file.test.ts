import { describe, expect, it } from "vitest";
import type { OpenFigure } from "@/lib/domain/open-data";
import type { ReportEntry } from "@/lib/domain/report";
import { nameOfOpenDataFile, openDataTable, openFigureRows, openReportRow, readOpenDataFile } from "./open-data-file";

describe("readOpenDataFile", () => {
  it("reads the names that are given out, and no others", () => {
    for (const file of [
      { type: "csv", year: null },
      { type: "json", year: null },
      { type: "csv", year: 2021 },
      { type: "json", year: 2019 },
    ] as const) {
      expect(readOpenDataFile(nameOfOpenDataFile(file))).toEqual(file);
    }
    expect(["figures.csv", "figures-21.csv", "reports.xml", "../reports.json"].map(readOpenDataFile)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("the rows of open data files", () => {
  const entry = {
    id: "r1",
    districtName: "试验区",
    year: 2021,
    version: 2,
    title: "年度报告",
    state: "published",
    publishedAt: new Date("2022-01-20T01:00:00Z"),
    verificationCode: "0000 0000 0000 0001",
    documentHash: "ab",
  } as ReportEntry;

  it("tell a blank figure from a zero, in JSON by null and in CSV by nothing", () => {
    const figures = [
      { cellKey: "a", label: "甲", value: "0" },
      { cellKey: "b", label: "乙", value: null },
    ] as OpenFigure[];
    const rows = openFigureRows(entry, { formatId: "2021", figures, page: "https://x/r1" });
    expect(rows.map(({ cell, value }) => [cell, value])).toEqual([
      ["a", "0"],
      ["b", null],
    ]);
    expect(openDataTable({ year: 2021 }, rows)).toEqual([
      ["report", "url", "body", "year", "version", "format", "cell", "label", "value"],
      ["r1", "https://x/r1", "试验区", "2021", "2", "2021", "a", "甲", "0"],
      ["r1", "https://x/r1", "试验区", "2021", "2", "2021", "b", "乙", ""],
    ]);
  });

  it("say of each version when it was published and by what it is verified", () => {
    const row = openReportRow(entry, { page: "https://x/r1", json: "https://x/r1.json" });
    expect(openDataTable({ year: null }, [row])[1]).toEqual([
      "r1",
      "https://x/r1",
      "试验区",
      "2021",
      "2",
      "年度报告",
      "published",
      "2022-01-20T01:00:00.000Z",
      "0000 0000 0000 0001",
      "ab",
      "https://x/r1.json",
    ]);
  });

  it("have their heads even where there are none", () => {
    expect(openDataTable({ year: 1999 }, [])).toHaveLength(1);
  });
});
