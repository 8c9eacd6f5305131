import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { readReport } from "@/lib/intake";

const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const sheetOf = (decisions: string) =>
  `<worksheet><sheetData><row r="1">${text("A1", "平和区2023年政府信息公开工作年度报告")}</row>
<row r="3">${text("B3", "信息内容")}${text("C3", "本年处理决定数量")}</row>
<row r="4">${text("B4", "行政许可")}<c r="C4"><v>${decisions}</v></c></row></sheetData></worksheet>`;

it("reads the sheets that a workbook shows, whether it says so of them or not", async () => {
  const files = {
    "xl/workbook.xml": `<workbook><sheets><sheet name="旧" r:id="r1" state="hidden"/><sheet name="新" r:id="r2" state="visible"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${[1, 2].map((at) => `<Relationship Id="r${at}" Target="worksheets/sheet${at}.xml"/>`).join("")}</Relationships>`,
    "xl/worksheets/sheet1.xml": sheetOf("1"),
    "xl/worksheets/sheet2.xml": sheetOf("2"),
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
  expect(await readReport(bytes, "report.xlsx")).toMatchObject({
    ok: true,
    report: { year: 2023, figures: { "active.licensing.decisions": "2" } },
  });
});
