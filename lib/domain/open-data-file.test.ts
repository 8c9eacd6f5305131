import { describe, expect, it } from "vitest";
import { nameOfOpenDataFile, readOpenDataFile } from "@/lib/domain/open-data-file";

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
