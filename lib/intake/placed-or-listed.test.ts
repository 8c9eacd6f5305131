import { describe, expect, it } from "vitest";
import { documentOfInterchange } from "@/lib/domain/document-of-interchange";
import { listCells } from "@/lib/domain/format-cells";
import { chanceOf } from "@/lib/domain/testing/random";
import { FORMATS } from "@/lib/formats";
import { readReport } from "@/lib/intake";
import { damagedFormat, damagedReport } from "@/lib/intake/testing/damaged-tables";
import { WRITERS } from "@/lib/intake/testing/write-tables";
import { renderReport } from "@/lib/render";

/** Damaged tables for each reader. */
const TABLES = 1_000 * Number(process.env.FUZZ_TIMES ?? 1);

/** Our own writer of this type takes longer than all readers together. */
const PDF_TIMES = 6 * Number(process.env.FUZZ_TIMES ?? 1);

describe("every number of a table", () => {
  it.each(Object.keys(WRITERS))(
    "is in a cell or in the list of what was not placed, as %s",
    async (name) => {
      const chance = chanceOf(name.length * 31 + name.charCodeAt(0));
      const lost: string[] = [];
      let placed = 0;
      let all = 0;
      let tables = 0;
      for (let times = 0; tables < TABLES; times += 1) {
        const report = damagedReport(chance.pick(FORMATS), chance);
        const bytes = WRITERS[name]?.(report) ?? new Uint8Array();
        const result = await readReport(bytes, `report.${name.split(".").at(-1)}`);
        if (!result.ok) throw new Error(`${result.problem} ${times}`);
        const { figures, unplaced = [] } = result.report;
        const cells = new Set(Object.values(figures).flatMap((value) => (value ?? "").match(/\d{5,}/g) ?? []));
        const listed = new Set(unplaced.flatMap((line) => line.match(/\d{5,}/g) ?? []));
        all += report.numbers.length;
        tables += report.parts.filter((part) => typeof part !== "string").length;
        for (const number of report.numbers) {
          if (cells.has(number)) placed += 1;
          else if (!listed.has(number)) lost.push(`${times}: ${number}`);
        }
      }
      console.log(`${name}: ${placed} of ${all} placed, ${lost.length} lost, ${tables} tables`);
      expect(lost).toEqual([]);
    },
    600_000,
  );

  it("is in a cell or in the list of what was not placed, as pdf", async () => {
    const chance = chanceOf(333);
    const lost: string[] = [];
    for (let times = 0; times < PDF_TIMES; times += 1) {
      const format = chance.pick(FORMATS);
      const figures = Object.fromEntries(listCells(format).map(({ key }, at) => [key, String(10_000 + at * 7)]));
      const title = `平和区${format.id === "2019" ? 2020 : 2023}年政府信息公开工作年度报告`;
      const report = { schema: "nianbao.report/1", title, year: 2023, format: format.id, figures } as const;
      const document = documentOfInterchange(report, damagedFormat(format, chance));
      const result = await readReport(await renderReport(document, "pdf"), "report.pdf");
      if (!result.ok) throw new Error(result.problem);
      const found = JSON.stringify([result.report.figures, result.report.unplaced]);
      lost.push(...Object.values(figures).filter((number) => !found.includes(number)));
    }
    expect(lost).toEqual([]);
  }, 1_200_000);
});
