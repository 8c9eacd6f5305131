import { describe, expect, it } from "vitest";
import { carriedFigures, carriedFrom, isCarried, lockedCells } from "@/lib/domain/carry-forward";
import { newFinding } from "@/lib/domain/check/new-finding";
import { exampleFormat } from "@/lib/domain/testing/example-subject";

const format = exampleFormat("2021");
const before = { "requests.carried_out.natural_person": "3", "requests.carried_out.business": "若干" };
const previous = { year: 2021, formatId: "2021", figures: before, texts: {} };
const CELL = "requests.carried_in.natural_person";

describe("carriedFigures", () => {
  it("carries numbers column by column, and neither a text nor a blank", () => {
    expect(carriedFigures(format, before)).toEqual([{ cellKey: CELL, found: "3" }]);
  });
});

describe("isCarried", () => {
  it("holds of the typed cells of what is carried in, not of their total, and of no other row", () => {
    const cells = [CELL, "requests.carried_in.total", "requests.carried_out.natural_person", "no.such.cell"];
    expect(cells.filter((cell) => isCarried(format, cell))).toEqual([CELL]);
  });
});

describe("carriedFrom", () => {
  it("takes the year before and no other", () => {
    expect([...carriedFrom({ format, year: 2022, previous })]).toEqual([[CELL, "3"]]);
    expect(carriedFrom({ format, year: 2023, previous }).size).toBe(0);
    expect(carriedFrom({ format, year: 2022, previous: null }).size).toBe(0);
  });
});

describe("lockedCells", () => {
  const carried = new Map([[CELL, "3"]]);
  const finding = newFinding({
    rule: "CARRY-YEAR",
    severity: "error",
    messageKey: "carried_in_differs",
    cells: [CELL],
  });

  it("locks what agrees and what was explained, and leaves open what must be put right", () => {
    expect(lockedCells(carried, () => "3", []).has(CELL)).toBe(true);
    expect(lockedCells(carried, () => "5", []).has(CELL)).toBe(false);
    expect(lockedCells(carried, () => null, []).has(CELL)).toBe(false);
    expect(lockedCells(carried, () => "5", [finding]).has(CELL)).toBe(true);
    expect(lockedCells(carried, () => "5", [{ ...finding, rule: "OUTLIER" }]).has(CELL)).toBe(false);
    expect(lockedCells(carried, () => "不适用", []).has(CELL)).toBe(false);
  });
});
