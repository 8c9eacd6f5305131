import { describe, expect, it } from "vitest";
import { cellAddress, columnLetters, readAddress } from "@/lib/domain/cell-address";

describe("the address of a cell in a spreadsheet", () => {
  it.each([
    ["A1", 0, 0],
    ["D5", 4, 3],
    ["Z9", 8, 25],
    ["AA10", 9, 26],
    ["AZ1", 0, 51],
    ["BA1", 0, 52],
    ["ZZ1", 0, 701],
    ["AAA1048576", 1_048_575, 702],
  ])("%s is row %i and column %i, counted from zero", (address, row, column) => {
    expect(cellAddress(row, column)).toBe(address);
    expect(readAddress(address)).toEqual({ row, column });
  });

  it("may be held fast by dollars", () => {
    for (const address of ["$D$5", "$D5", "D$5"]) expect(readAddress(address)).toEqual({ row: 4, column: 3 });
    expect(columnLetters(27)).toBe("AB");
  });

  it.each(["", "5", "D", "D0", "D05", "d5", "ABCD1", "D12345678", "$$D5", "D5:D6", "x!D5", " D5", "D5 ", "D5x"])(
    "is not %j",
    (address) => {
      expect(readAddress(address)).toBeNull();
    },
  );
});
