import { describe, expect, it } from "vitest";
import { getSection } from "@/lib/domain/format-cells";
import { annualReport2021 } from "@/lib/formats/annual-report-2021";
import { jumpFrom, keysIn, moveCorner, wholeOf } from "./grid-block";
import { fillDown, fillRight, fillWith, lineOf, zerosFor } from "./grid-fill";
import { mapTables } from "./grid-map";
import { createSelectedBlock } from "./grid-selection";

const { tables } = getSection(annualReport2021, "requests");
const LOCKED = new Set(["requests.carried_in.natural_person"]);
const map = mapTables(tables, LOCKED);
const cell = (row: string, column: string) => `requests.${row}.${column}`;
const at = (row: number, column: number) => ({ row, column });

describe("a block of cells", () => {
  it("grows from the cell with the focus, over sums and locked cells, and stays at the edge", () => {
    const block = createSelectedBlock(map);
    block.extend(cell("received", "natural_person"), "down");
    block.extend(cell("received", "natural_person"), "right");
    expect(keysIn(map, block.current() ?? wholeOf(map))).toEqual([
      cell("received", "natural_person"),
      cell("received", "business"),
      cell("carried_in", "natural_person"),
      cell("carried_in", "business"),
    ]);
    expect(block.has(cell("carried_in", "business"))).toBe(true);
    expect(moveCorner(map, at(0, 0), "up")).toEqual(at(0, 0));
    expect(moveCorner(map, at(0, 0), "row_end").column).toBe((map[0]?.length ?? 0) - 1);
  });

  it("is none any more when it is one cell again", () => {
    const block = createSelectedBlock(map);
    const heard: boolean[] = [];
    block.subscribe(() => heard.push(block.current() !== null));
    block.extend(cell("received", "natural_person"), "down");
    block.extend(cell("received", "natural_person"), "up");
    expect(heard).toEqual([true, false]);
    expect(block.has(cell("received", "natural_person"))).toBe(false);
  });

  it("is drawn from one cell to another in any direction, and holds the whole table", () => {
    const block = createSelectedBlock(map);
    block.between(cell("carried_in", "business"), cell("received", "natural_person"));
    expect(block.has(cell("received", "business"))).toBe(true);
    block.all();
    expect(keysIn(map, block.current() ?? wholeOf([[]]))).toHaveLength(tables[0]?.cells.length ?? 0);
  });
});

describe("jumpFrom", () => {
  it("leads to the first and last input of the row and of the section, past what cannot be typed into", () => {
    const last = tables[0]?.cells.filter((candidate) => candidate.row === "carried_out" && !candidate.sumOf).at(-1);
    expect(jumpFrom(map, cell("carried_in", "research"), "row_start")).toBe(cell("carried_in", "business"));
    expect(jumpFrom(map, cell("granted", "business"), "row_end")).toBe(last?.key.replace("carried_out", "granted"));
    expect(jumpFrom(map, cell("granted", "business"), "first")).toBe(cell("received", "natural_person"));
    expect(jumpFrom(map, cell("granted", "business"), "last")).toBe(last?.key);
    expect(jumpFrom(map, cell("received", "natural_person"), "first")).toBeNull();
  });

  it("goes ten rows down and up, and to the last that can be typed into where fewer are left", () => {
    const down = jumpFrom(map, cell("received", "business"), "page_down");
    expect(map.findIndex((row) => row.some((place) => place?.cellKey === down))).toBe(10);
    expect(jumpFrom(map, cell("carried_out", "business"), "page_down")).toBeNull();
    expect(jumpFrom(map, cell("granted", "natural_person"), "page_up")).toBe(cell("received", "natural_person"));
  });
});

describe("filling", () => {
  const values = new Map([
    [cell("received", "natural_person"), "7"],
    [cell("received", "business"), "2"],
    [cell("granted", "business"), "3"],
  ]);
  const readValue = (key: string) => values.get(key) ?? null;

  it("copies the first row of a block down, and never into a locked or computed cell", () => {
    const filled = fillDown(map, { from: at(0, 0), to: at(2, 6) }, readValue);
    expect(filled.slice(0, 3)).toEqual([
      { cellKey: cell("carried_in", "business"), value: "2" },
      { cellKey: cell("carried_in", "research"), value: null },
      { cellKey: cell("carried_in", "welfare"), value: null },
    ]);
    const keys = filled.map(({ cellKey }) => cellKey);
    expect(keys).not.toContain(cell("carried_in", "natural_person"));
    expect(keys.filter((key) => tables[0]?.cells.find((candidate) => candidate.key === key)?.sumOf)).toEqual([]);
    expect(filled.find(({ cellKey }) => cellKey === cell("granted", "natural_person"))?.value).toBe("7");
  });

  it("copies the first column of a block to the right", () => {
    expect(fillRight(map, { from: at(0, 1), to: at(0, 2) }, readValue)).toEqual([
      { cellKey: cell("received", "research"), value: "2" },
    ]);
  });

  it("puts one value into every input of a block", () => {
    expect(fillWith(map, { from: at(0, 0), to: at(1, 0) }, null)).toEqual([
      { cellKey: cell("received", "natural_person"), value: null },
    ]);
  });

  it("puts 0 only into what is blank of a row or column", () => {
    const row = zerosFor(map, lineOf(tables, cell("granted", "business"), "row"), readValue);
    expect(row.every(({ value }) => value === "0")).toBe(true);
    expect(row.map(({ cellKey }) => cellKey)).not.toContain(cell("granted", "business"));
    expect(row).toHaveLength(5);
    const column = zerosFor(map, lineOf(tables, cell("granted", "natural_person"), "column"), readValue);
    expect(column.map(({ cellKey }) => cellKey)).not.toContain(cell("carried_in", "natural_person"));
    expect(column.map(({ cellKey }) => cellKey)).toContain(cell("carried_out", "natural_person"));
    expect(column.map(({ cellKey }) => cellKey)).not.toContain(cell("outcome_total", "natural_person"));
  });

  it("keeps to the cell's own table where a section has several", () => {
    const active = getSection(annualReport2021, "active").tables;
    const [first] = active[1]?.cells ?? [];
    const line = lineOf(active, first?.key ?? "", "column");
    expect(line).toEqual(active[1]?.cells.flatMap((each) => (each.column === first?.column ? [each.key] : [])));
  });
});
