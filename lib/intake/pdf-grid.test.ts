import { describe, expect, it } from "vitest";
import { findGrids } from "@/lib/intake/pdf-grid";
import type { Ruling } from "@/lib/intake/pdf-rulings";

const upright = (at: number, from: number, to: number): Ruling => ({ isUpright: true, at, from, to });
const level = (at: number, from: number, to: number): Ruling => ({ isUpright: false, at, from, to });

describe("the lines of a page", () => {
  it("make cells, merged where a line is missing, however many pieces the lines have", () => {
    // Two columns and two rows; the lower left and right cells are one.
    const [grid, ...others] = findGrids([
      level(100, 0, 50),
      level(100.8, 50, 100),
      level(50, 0, 100),
      level(0, 0, 100),
      upright(0, 0, 60),
      upright(0.5, 60, 100),
      upright(50, 50, 100),
      upright(100, 0, 100),
    ]);
    expect(others).toEqual([]);
    expect(grid?.cells.map(({ row, column, rowSpan, colSpan }) => [row, column, rowSpan, colSpan])).toEqual([
      [0, 0, 1, 1],
      [0, 1, 1, 1],
      [1, 0, 1, 2],
    ]);
  });

  it("make no table out of a frame, a rule or lines that do not meet", () => {
    expect(findGrids([level(100, 0, 100), level(0, 0, 100), upright(0, 0, 100), upright(100, 0, 100)])).toEqual([]);
    expect(findGrids([level(100, 0, 100), level(90, 0, 100)])).toEqual([]);
    expect(findGrids([level(100, 0, 100), upright(300, 0, 100), upright(320, 0, 100)])).toEqual([]);
  });

  it("are given up where they are too many to be tables", () => {
    const mesh = Array.from({ length: 1_500 }, (_, index) => [
      level(index * 5, 0, 9_000),
      upright(index * 5, 0, 9_000),
    ]);
    expect(findGrids(mesh.flat())).toEqual([]);
  });
});
