import { describe, expect, it } from "vitest";
import type { FormatTable } from "@/lib/domain/format";
import { layoutTable } from "@/lib/domain/table-layout";
import { FORMATS } from "@/lib/formats";
import { layoutRows } from "./grid-rows";

function requestsOf(index: number): FormatTable {
  const table = FORMATS[index]?.sections.find((section) => section.id === "requests")?.tables[0];
  if (!table) throw new Error("no table of requests");
  return table;
}

/** The width of each line, sentences included, counting labels that reach down into it. */
function widths(table: FormatTable, sentences: Set<number>): number[] {
  let reaching: { columns: number; lines: number }[] = [];
  const found: number[] = [];
  const line = (cells: { columns: number; lines: number }[]) => {
    const taken = [...cells, ...reaching];
    found.push(taken.reduce((sum, cell) => sum + cell.columns, 0));
    reaching = taken.flatMap((cell) => (cell.lines > 1 ? [{ ...cell, lines: cell.lines - 1 }] : []));
  };
  for (const [index, row] of layoutRows(layoutTable(table), sentences, 2).entries()) {
    const labels = row.labels.map((label) => ({ columns: label.colSpan, lines: label.rowSpan }));
    line([...labels, { columns: row.places.length + 2, lines: 1 }]);
    if (sentences.has(index)) line([{ columns: row.sentenceSpan, lines: 1 }]);
  }
  return found;
}

describe("layoutRows", () => {
  it.each([0, 1])("keeps the columns in line whichever row a sentence stands under (format %i)", (format) => {
    const table = requestsOf(format);
    for (let row = 0; row < table.rows.length; row += 1) {
      expect(new Set(widths(table, new Set([row])))).toEqual(new Set([12]));
    }
    expect(new Set(widths(table, new Set(table.rows.keys())))).toEqual(new Set([12]));
  });

  it("says in which label column each label begins", () => {
    const rows = layoutRows(layoutTable(requestsOf(0)), new Set(), 0);
    const levels = rows.map((row) => row.labels.map((label) => label.level));
    expect(levels.slice(0, 6)).toEqual([[0], [0], [0, 1], [1], [1, 2], [2]]);
  });
});
