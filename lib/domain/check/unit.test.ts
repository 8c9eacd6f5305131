import { describe, expect, it } from "vitest";
import { unit } from "@/lib/domain/check/unit";
import { exampleSubject } from "@/lib/domain/testing/example-subject";

const AMOUNT = "active.procurement.amount";
const check = (cell: string, found: string) => unit.check(exampleSubject("2019", { cells: { [cell]: found } }));

describe("UNIT", () => {
  it.each([
    [AMOUNT, "75394432.52元", "7539.443252"],
    [AMOUNT, "240万元", "240"],
    [AMOUNT, "1,098.26 万元", "1098.26"],
    [AMOUNT, "1.2亿元", "12000"],
    ["active.penalties.decisions", "17条", "17"],
    ["active.penalties.decisions", "7件", "7"],
    ["active.penalties.decisions", "1.2万件", "12000"],
    ["active.licensing.change", "-18项", "-18"],
  ])("takes the unit off %s %s", (cell, found, expected) => {
    expect(check(cell, found)).toMatchObject([
      { messageKey: "unit_to_convert", severity: "error", expected, actual: found },
    ]);
  });

  it("does not guess a value in a unit that does not belong there", () => {
    expect(check("active.penalties.decisions", "17平米")).toMatchObject([
      { messageKey: "unit_in_cell", expected: null },
    ]);
    expect(check(AMOUNT, "5美元")).toMatchObject([{ messageKey: "unit_in_cell", expected: null }]);
  });

  it.each(["1098.26", "", "-", "７", "件", "7 1"])("has nothing to say of “%s”", (found) => {
    expect(check(AMOUNT, found)).toEqual([]);
  });
});
