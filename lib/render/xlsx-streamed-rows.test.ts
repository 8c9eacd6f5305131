import { readXlsx, writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { LOOK } from "@/lib/render/xlsx-look";
import { figureCell, finishSheet, newSheet, put, type SheetCell } from "@/lib/render/xlsx-sheet";
import { withRowsBelow } from "@/lib/render/xlsx-streamed-rows";

const ROWS: SheetCell[][] = [
  [{ value: "甲 & <乙>", style: LOOK.label }, figureCell("1.50"), { value: null, style: LOOK.centered }],
  [
    { value: "_x0041_ 前后 ", style: LOOK.key },
    figureCell("3", "B2*2"),
    { value: "一致", formula: '"一致"', style: LOOK.label },
  ],
];

const WRITTEN = new Date("2022-01-01T00:00:00Z");

async function written(rowCount: number, rows: () => Iterable<SheetCell[]>, isoDate: string | null) {
  const sheet = newSheet("列表", { headRows: 1, below: { rowCount, columnCount: 3, rows } });
  put(sheet, 0, 0, { value: "名称", style: LOOK.caption });
  const other = newSheet("其他");
  put(other, 0, 0, { value: "不变", style: LOOK.label });
  const drafts = [other, sheet];
  return withRowsBelow(
    await writeXlsx({ sheets: drafts.map(finishSheet), properties: { created: WRITTEN, modified: WRITTEN } }),
    drafts,
    isoDate,
  );
}

describe("rows that are written one after the other", () => {
  it("are read as values, formulas and looks", async () => {
    const [other, sheet] = (await readXlsx(await written(ROWS.length, () => ROWS, null), { readStyles: true })).sheets;
    expect(other?.rows).toEqual([["不变"]]);
    expect(sheet?.rows).toEqual([
      ["名称", null, null],
      ["甲 & <乙>", 1.5, null],
      ["_x0041_ 前后 ", 3, "一致"],
    ]);
    expect(sheet?.cells?.get("2,1")).toMatchObject({ formula: "B2*2" });
    expect(sheet?.cells?.get("2,2")).toMatchObject({ formula: '"一致"' });
    expect(sheet?.cells?.get("1,1")?.style).toMatchObject({ numFmt: "0.00" });
    expect(sheet?.pageSetup?.printArea).toBe("$A$1:$C$3");
  });

  it("of a long sheet are all there, and gone through twice", async () => {
    let made = 0;
    const rows = function* (): Iterable<SheetCell[]> {
      for (let row = 0; row < 50_000; row += 1) {
        made += 1;
        yield [{ value: `第${row}行`, style: LOOK.label }, figureCell(String(row)), figureCell(null)];
      }
    };
    const file = await written(50_000, rows, "2022-01-01");
    // Once for the looks and once for the cells, and never a list of them.
    expect(made).toBe(100_000);
    const [, sheet] = (await readXlsx(file)).sheets;
    expect(sheet?.rows).toHaveLength(50_001);
    expect(sheet?.rows.at(-1)?.slice(0, 2)).toEqual(["第49999行", 49_999]);
  });

  it("give the same bytes each time", async () => {
    expect(await written(2, () => ROWS, "2022-01-01")).toEqual(await written(2, () => ROWS, "2022-01-01"));
  });
});
