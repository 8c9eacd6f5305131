import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { renderReport } from "@/lib/render";
import { erratumOf, qianwan2019 } from "@/lib/render/testing/sample-documents";

const run = promisify(execFile);
const hasOffice = spawnSync("soffice", ["--version"]).status === 0;

/** The workbook without the values of its formulas, which a program must then work out. */
function withoutValues(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => {
    if (!name.startsWith("xl/worksheets/sheet")) return [name, part];
    return [name, strToU8(strFromU8(part).replace(/<\/f><v>[^<]*<\/v>/g, "</f>"))];
  });
  return zipSync(Object.fromEntries(parts));
}

describe("the workbook in LibreOffice", () => {
  it.skipIf(!hasOffice)(
    "is worked out to the values that it holds",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "nianbao-recalculation-"));
      try {
        const bytes = await renderReport(erratumOf(qianwan2019()), "xlsx");
        writeFileSync(join(folder, "bare.xlsx"), withoutValues(bytes));
        await run("soffice", [
          `-env:UserInstallation=file://${folder}/profile`,
          ...["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out")],
          join(folder, "bare.xlsx"),
        ]);
        const written = await readXlsx(bytes);
        const worked = await readXlsx(readFileSync(join(folder, "out/bare.xlsx")));
        const formulas = written.sheets.flatMap((sheet, index) =>
          [...(sheet.cells ?? [])].flatMap(([place, cell]) => {
            if (!cell.formula) return [];
            const [row = 0, column = 0] = place.split(",").map(Number);
            const values = [sheet.rows[row]?.[column], worked.sheets[index]?.rows[row]?.[column]];
            return [{ place: `${sheet.name} ${place} ${cell.formula}`, values }];
          }),
        );
        expect(formulas.length).toBeGreaterThan(600);
        expect(formulas.filter(({ values: [held, given] }) => held !== given)).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
