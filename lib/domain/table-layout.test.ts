import { describe, expect, it } from "vitest";
import type { Format } from "@/lib/domain/format";
import { layoutTable } from "@/lib/domain/table-layout";
import { exampleFormat } from "@/lib/domain/testing/example-subject";
import { FORMATS } from "@/lib/formats";
import { localizeFormat } from "@/lib/formats/localize-format";

const tables = FORMATS.flatMap((format) =>
  format.sections.flatMap((section) => section.tables.map((table) => [`${format.id} ${table.id}`, table] as const)),
);

describe("layoutTable", () => {
  it.each(tables)("%s fills every place exactly once", (_name, table) => {
    const layout = layoutTable(table);
    const width = layout.labelColumns + layout.figureColumns;
    for (const rows of [layout.head, layout.body]) {
      const taken = rows.map(() => Array.from({ length: width }, () => 0));
      for (const [rowIndex, row] of rows.entries()) {
        let column = 0;
        for (const cell of row) {
          while (taken[rowIndex]?.[column]) column += 1;
          const spans = cell.kind === "label" ? cell : { rowSpan: 1, colSpan: 1 };
          for (let down = 0; down < spans.rowSpan; down += 1) {
            for (let right = 0; right < spans.colSpan; right += 1) {
              const line = taken[rowIndex + down];
              if (line) line[column + right] = (line[column + right] ?? 0) + 1;
            }
          }
        }
      }
      expect(taken).toEqual(rows.map(() => Array.from({ length: width }, () => 1)));
    }
  });

  it("prints the header levels of table 三 as the form has them", () => {
    const requests = FORMATS[0]?.sections[2]?.tables[0];
    const layout = requests ? layoutTable(requests) : null;
    expect(
      layout?.head.map((row) => row.map(({ text, colSpan, rowSpan }) => `${text.slice(0, 8)} ${colSpan}×${rowSpan}`)),
    ).toEqual([
      ["（本列数据的勾稽 3×3", "申请人情况 7×1"],
      ["自然人 1×2", "法人或其他组织 5×1", "总计 1×2"],
      ["商业企业 1×1", "科研机构 1×1", "社会公益组织 1×1", "法律服务机构 1×1", "其他 1×1"],
    ]);
  });
});

describe("the head of a column", () => {
  const heads = (format: Format) =>
    format.sections.flatMap((section) => section.tables.flatMap((table) => layoutTable(table).head.flat()));

  it("says the unit of an amount, also where the form leaves it out", () => {
    const amounts = (format: Format) =>
      heads(format)
        .map((cell) => cell.text)
        .filter((text) => text.includes("金额") || text.includes("(CNY"));
    expect(amounts(exampleFormat("2019"))).toEqual(["采购总金额（单位：万元）"]);
    expect(amounts(exampleFormat("2021"))).toEqual(["本年收费金额（单位：万元）"]);
    expect(amounts(localizeFormat(exampleFormat("2019"), "en"))).toEqual([expect.stringMatching(/ \(CNY 10,000\)$/)]);
  });

  it("leaves counts as the form has them", () => {
    expect(heads(exampleFormat("2019")).some((cell) => cell.text === "采购项目数量")).toBe(true);
  });
});
