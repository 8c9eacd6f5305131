import { describe, expect, it } from "vitest";
import { nonNumeric } from "@/lib/domain/check/non-numeric";
import { exampleSubject } from "@/lib/domain/testing/example-subject";

const COUNT = "requests.received.business";
const check = (found: string | null, cell = COUNT, format: "2019" | "2021" = "2019") =>
  nonNumeric.check(exampleSubject(format, { cells: { [cell]: found } }));

describe("NON-NUMERIC", () => {
  it.each(["0", "7", "120000", null, "-", "7件"])("leaves %s to itself or to another rule", (found) => {
    expect(check(found)).toEqual([]);
  });

  it.each([
    ["７", "7"],
    ["1,298", "1298"],
    ["007", "7"],
    ["+3", "3"],
  ])("reads %s as %s and asks to write it so", (found, expected) => {
    expect(check(found)).toMatchObject([{ messageKey: "written_otherwise", expected, actual: found }]);
  });

  it.each(["7 1", "12x", "约5", "1..2", "=1+1", "💧"])("says that %s is not a number", (found) => {
    expect(check(found)).toMatchObject([{ messageKey: "not_a_number", expected: null, actual: found }]);
  });

  it("wants whole counts", () => {
    expect(check("7.0")).toMatchObject([{ messageKey: "decimal_count", expected: "7" }]);
    expect(check("7.5")).toMatchObject([{ messageKey: "decimal_count", expected: null }]);
  });

  it("allows a minus only where something may have decreased", () => {
    expect(check("-3")).toMatchObject([{ messageKey: "negative" }]);
    expect(check("-3", "active.licensing.change")).toEqual([]);
    expect(check("-3.5", "active.fees.amount", "2021")).toMatchObject([{ messageKey: "negative" }]);
  });

  it("knows a Chinese numeral, and a plus in a column of more and less", () => {
    expect(check("十一")).toMatchObject([{ messageKey: "written_otherwise", expected: "11" }]);
    expect(check("零")).toMatchObject([{ messageKey: "written_otherwise", expected: "0" }]);
    expect(check("+3", "active.licensing.change", "2019")).toEqual([]);
    expect(check("--3", "active.licensing.change", "2019")).toMatchObject([{ messageKey: "not_a_number" }]);
    expect(check("+3")).toMatchObject([{ messageKey: "written_otherwise", expected: "3" }]);
  });

  it("allows decimals in an amount, and refuses thirty-one digits", () => {
    expect(check("24252.311082", "active.fees.amount", "2021")).toEqual([]);
    expect(check("9".repeat(31))).toMatchObject([{ messageKey: "not_a_number" }]);
  });

  it("asks about a count of more digits than anything can have", () => {
    expect(check("9".repeat(30))).toMatchObject([{ messageKey: "too_many_digits", values: { digits: 30 } }]);
    expect(check("9".repeat(12))).toEqual([]);
    expect(check("9".repeat(20), "active.fees.amount", "2021")).toEqual([]);
  });

  it.each([
    ["7次", "not_a_number"],
    ["-1", "negative"],
  ])("holds a local figure to the same: %s", (value, messageKey) => {
    const indicators = [{ key: "trainings", label: "安全生产培训", unit: "次", isApproximate: false, value }];
    expect(nonNumeric.check(exampleSubject("2019", { indicators }))).toMatchObject([
      { messageKey, cells: ["indicators.trainings"], actual: value, values: { cell: "安全生产培训" } },
    ]);
  });

  it("lets a local figure be whatever number it is", () => {
    const indicator = { key: "area", label: "面积", unit: "公顷", isApproximate: true };
    const indicators = ["0", "1600", "12.5"].map((value) => ({ ...indicator, value }));
    expect(nonNumeric.check(exampleSubject("2019", { indicators }))).toEqual([]);
  });
});
