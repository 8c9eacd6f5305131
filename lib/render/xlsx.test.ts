import { unzipSync } from "fflate";
import { readXlsx, type Workbook } from "hucre";
import { describe, expect, it } from "vitest";
import { readFigure } from "@/lib/domain/figure";
import { listCells } from "@/lib/domain/format-cells";
import type { ReportDocument } from "@/lib/domain/report-document";
import { renderReport } from "@/lib/render";
import { evaluateFormula, indexOf } from "@/lib/render/testing/evaluate-formula";
import { paragraphsOf } from "@/lib/render/testing/expected-content";
import { emptySections, HOSTILE_TEXTS, hostileDocument, longFigures } from "@/lib/render/testing/hostile-documents";
import { checkedOf, draftOf, erratumOf, pingtan2021, qianwan2019 } from "@/lib/render/testing/sample-documents";
import { LOOK } from "@/lib/render/xlsx-look";
import { figureCell, finishSheet, newSheet, put } from "@/lib/render/xlsx-sheet";

const DOCUMENTS: [string, ReportDocument][] = [
  ["qianwan-2019", qianwan2019()],
  ["pingtan-2021", pingtan2021()],
  ["a draft", draftOf(qianwan2019())],
  ["an erratum", erratumOf(qianwan2019())],
  ["a report with its list of checks", checkedOf(qianwan2019())],
  ["20-digit figures", longFigures(qianwan2019())],
  ["empty sections", emptySections(qianwan2019())],
  ["hostile texts", hostileDocument(qianwan2019())],
];

async function openWorkbook(document: ReportDocument): Promise<Workbook> {
  return await readXlsx(await renderReport(document, "xlsx"));
}

function valueAt(workbook: Workbook, sheet: string, address: string): string | number | null {
  const [, letters = "A", row = "1"] = /^\$?([A-Z]+)\$?(\d+)$/.exec(address) ?? [];
  const value = workbook.sheets.find(({ name }) => name === sheet)?.rows[Number(row) - 1]?.[indexOf(letters) - 1];
  return typeof value === "number" || typeof value === "string" ? value : null;
}

describe("the workbook", () => {
  it.each(DOCUMENTS)("of %s has each figure under the name of its cell", async (_name, document) => {
    const workbook = await openWorkbook(document);
    const named = (workbook.namedRanges ?? []).map(({ name, range }) => {
      const [, sheet = "", address = ""] = /^'(.+)'!(.+)$/.exec(range) ?? [];
      return [name, valueAt(workbook, sheet, address)];
    });
    const expected = listCells(document.format).map(({ key }) => [key, cellValue(document.figures[key] ?? null)]);
    expect(named).toHaveLength(expected.length);
    expect(Object.fromEntries(named)).toEqual(Object.fromEntries(expected));
  });

  it.each(DOCUMENTS)("of %s holds for each formula the value that it gives", async (_name, document) => {
    const workbook = await openWorkbook(document);
    let count = 0;
    for (const sheet of workbook.sheets) {
      for (const [place, cell] of sheet.cells ?? []) {
        if (!cell.formula) continue;
        const [row = 0, column = 0] = place.split(",").map(Number);
        const computed = evaluateFormula(cell.formula, (name, address) =>
          valueAt(workbook, name ?? sheet.name, address),
        );
        expect(sheet.rows[row]?.[column], `${sheet.name} ${place} ${cell.formula}`).toBe(computed);
        count += 1;
      }
    }
    const isBlank = Object.values(document.figures).every((value) => value === null);
    expect(count).toBeGreaterThan(isBlank ? -1 : 100);
  });

  it("makes each total of the form a formula over its parts", async () => {
    const document = qianwan2019();
    const workbook = await openWorkbook(document);
    const formulas = workbook.sheets
      .filter(({ name }) => name.startsWith("表"))
      .flatMap((sheet) => [...(sheet.cells?.values() ?? [])].flatMap((cell) => cell.formula ?? []));
    expect(formulas).toHaveLength(listCells(document.format).filter((cell) => cell.sumOf).length);
  });

  it("leaves a published total that is wrong as it is, and says so", async () => {
    const base = qianwan2019();
    const document = { ...base, figures: { ...base.figures, "requests.received.total": "12" } };
    const workbook = await openWorkbook(document);
    const checks = workbook.sheets.find(({ name }) => name === "勾稽关系");
    const wrong = checks?.rows.filter((row) => row[5] === "不相等").map((row) => row[1]);
    expect(wrong).toEqual([
      "总计：一、本年新收＋二、上年结转＝三（七）总计＋四、结转下年度",
      "一、本年新收政府信息公开申请数量·总计＝各项之和",
    ]);
    const right = (await openWorkbook(base)).sheets.find(({ name }) => name === "勾稽关系");
    expect(right?.rows.slice(2).every((row) => row[5] === "相等")).toBe(true);
  });

  it("adds up the units' figures to the report's, adjustments included", async () => {
    const document = erratumOf(qianwan2019());
    const units = (await openWorkbook(document)).sheets.find(({ name }) => name === "单位数据");
    const typed = listCells(document.format).filter((cell) => !cell.sumOf);
    const rows = units?.rows.slice(2) ?? [];
    expect(rows.map((row) => row[0])).toEqual(typed.map((cell) => cell.key));
    expect(rows.map((row) => row.at(-1)).filter((word) => word !== "一致")).toEqual([]);
    const penalties = rows.find((row) => row[0] === "active.penalties.decisions");
    expect(penalties?.slice(-4)).toEqual([-1, 16, 16, "一致"]);
  });

  it("leaves the figures of a missing unit blank, not zero", async () => {
    const base = draftOf(qianwan2019());
    const missing = base.units.findIndex((unit) => unit.status === "missing");
    const provenance = Object.fromEntries(
      Object.entries(base.provenance).map(([key, list]) => [
        key,
        list.filter((entry) => entry.unit !== base.units[missing]?.name),
      ]),
    );
    const units = (await openWorkbook({ ...base, provenance })).sheets.find(({ name }) => name === "单位数据");
    const column = units?.rows.slice(2).map((row) => row[3 + missing] ?? null);
    expect(new Set(column)).toEqual(new Set([null]));
  });

  it("says who stands behind each contribution", async () => {
    const document = qianwan2019();
    const sheet = (await openWorkbook(document)).sheets.find(({ name }) => name === "数据来源");
    const contributions = Object.values(document.provenance).flat();
    expect(sheet?.rows).toHaveLength(contributions.length + 2);
    const row = sheet?.rows.find((cells) => cells[0] === "active.penalties.decisions" && cells[2] === "应急管理局");
    expect(row?.slice(3, 6)).toEqual([5, 1, "李强"]);
  });

  it.each(DOCUMENTS)("of %s holds the text of the report", async (_name, document) => {
    const sheet = (await openWorkbook(document)).sheets.find(({ name }) => name === "报告文字");
    const texts = (sheet?.rows ?? []).map((row) => row[1]);
    const plain = (text: unknown): string => String(text ?? "").replaceAll("−", "-");
    expect(texts.map(plain)).toEqual(expect.arrayContaining(paragraphsOf(document).map(plain)));
    if (document.state === "draft") expect(texts).toEqual(expect.arrayContaining(document.gaps));
  });

  it("writes hostile texts as text", async () => {
    const document = hostileDocument(qianwan2019());
    const workbook = await openWorkbook(document);
    const all = workbook.sheets.flatMap((sheet) => sheet.rows.flat());
    for (const text of HOSTILE_TEXTS) expect(all).toContain(text);
    const formulas = workbook.sheets.flatMap((sheet) =>
      [...(sheet.cells?.values() ?? [])].flatMap((c) => c.formula ?? []),
    );
    expect(formulas.filter((formula) => /cmd|alert|panic/.test(formula))).toEqual([]);
  });

  it("prints on A4, one page wide, lists with their heads repeated", async () => {
    const workbook = await openWorkbook(qianwan2019());
    for (const sheet of workbook.sheets) {
      const width = sheet.name === "报告文字" ? { scale: 78 } : { fitToPage: true, fitToWidth: 1 };
      expect(sheet.pageSetup, sheet.name).toMatchObject({ paperSize: "a4", ...width });
    }
    const lists = workbook.sheets.filter(({ name }) => ["勾稽关系", "单位数据", "数据来源"].includes(name));
    expect(lists.map((sheet) => sheet.pageSetup?.printTitlesRow)).toEqual(["$1:$2", "$1:$2", "$1:$2"]);
  });

  it("keeps the heads and row labels of a single table in sight and on every page", async () => {
    const { sheets } = await openWorkbook(qianwan2019());
    const of = (name: string) => sheets.find((sheet) => sheet.name === name);
    expect(of("表三")?.freezePane).toMatchObject({ rows: 4, columns: 3 });
    expect(of("表三")?.pageSetup?.printTitlesRow).toBe("$1:$4");
    expect(of("表二")?.freezePane).toMatchObject({ rows: 1 });
  });

  it("is protected without a password", async () => {
    const files = unzipSync(await renderReport(qianwan2019(), "xlsx"));
    const sheets = Object.entries(files).filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets.length).toBeGreaterThan(5);
    for (const [name, bytes] of sheets) {
      const protection = /<sheetProtection [^>]*>/.exec(new TextDecoder().decode(bytes))?.[0] ?? "";
      expect(protection, name).toContain('sheet="1"');
      expect(protection, name).not.toMatch(/password|hashValue/);
    }
  });

  it("compares figures of twenty digits exactly, and says only of blanks that they cannot be compared", async () => {
    const base = longFigures(qianwan2019());
    const rowsOf = async (document: ReportDocument) =>
      (await openWorkbook(document)).sheets.find(({ name }) => name === "勾稽关系")?.rows ?? [];
    const row = (rows: Awaited<ReturnType<typeof rowsOf>>, words: string) =>
      rows.find((cells) => String(cells[1]).startsWith(words))?.slice(2);
    const rows = await rowsOf(base);
    expect(rows.flat()).not.toContain("有格没有数，不能核对");
    const long = "12345678901234567890";
    expect(row(rows, "自然人：")).toEqual([long, 11, "12345678901234567879", "不相等"]);
    expect(row(rows, "一、本年新收")).toEqual([long, long, 0, "相等"]);
    const blank = { ...base, figures: { ...base.figures, "requests.received.natural_person": null } };
    expect(row(await rowsOf(blank), "自然人：")?.at(-1)).toBe("有格没有数，不能核对");
  });

  it("ends no printed page of the text with a heading", async () => {
    const base = qianwan2019();
    for (let lines = 0; lines < 12; lines += 1) {
      const preface = Array.from({ length: lines }, () => [{ kind: "text" as const, text: "补充说明。" }]);
      const sheet = (await openWorkbook({ ...base, preface })).sheets.find(({ name }) => name === "报告文字");
      const breaks = sheet?.rowBreaks ?? [];
      expect(breaks.length).toBeGreaterThan(0);
      for (const last of breaks) expect(sheet?.rows[last]?.[1] ?? null, String(sheet?.rows[last]?.[0])).not.toBeNull();
    }
  });

  it("holds the figures of a district with more cells than a function takes arguments", () => {
    const sheet = newSheet("各单位数据");
    for (let row = 0; row < 40_000; row += 1) {
      for (let column = 0; column < 5; column += 1) put(sheet, row, column, { value: row, style: LOOK.label });
    }
    const { rows } = finishSheet(sheet);
    expect(rows).toHaveLength(40_000);
    expect(rows?.at(-1)).toEqual([39_999, 39_999, 39_999, 39_999, 39_999]);
  });

  it("hands the library nothing but the value of a cell that looks like its column", () => {
    const sheet = newSheet("大表");
    for (let row = 0; row < 500; row += 1) {
      put(sheet, row, 0, { value: `第${row}行`, style: LOOK.label });
      put(sheet, row, 1, figureCell(String(row)));
      if (row !== 7) put(sheet, row, 2, { value: row, style: LOOK.centered });
    }
    put(sheet, 3, 1, figureCell("1.50", "SUM(B1:B3)"));
    const { rows, cells, columns } = finishSheet(sheet);
    expect(rows?.[499]).toEqual(["第499行", 499, 499]);
    // The column with a gap is drawn cell by cell, so that nothing is drawn in the gap.
    expect([...(cells?.keys() ?? [])].filter((place) => !place.endsWith(",2"))).toEqual(["3,1"]);
    expect(cells?.size).toBe(500);
    expect(columns?.map((column) => column.style)).toEqual([LOOK.label, figureCell("1").style, undefined]);
  });
});

/** A number where a spreadsheet can hold it exactly, else the text. */
function cellValue(found: string | null): string | number | null {
  const figure = readFigure(found);
  if (figure.kind !== "number") return found;
  return figure.value.replace(/\D/g, "").length > 15 ? found : Number(figure.value);
}
