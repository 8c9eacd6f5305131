import { unzipSync } from "fflate";
import { readXlsx } from "hucre";
import mammoth from "mammoth";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { documentOfInterchange } from "@/lib/domain/document-of-interchange";
import { InterchangeReportSchema } from "@/lib/domain/interchange";
import { interchangeOfDocument } from "@/lib/domain/published-report";
import type { PrintedReport, ReportDocument } from "@/lib/domain/report-document";
import { fileNameOf, renderReport } from "@/lib/render";
import { squeeze } from "@/lib/render/testing/expected-content";
import { draftOf, erratumOf, qianwan2019 } from "@/lib/render/testing/sample-documents";

const PAGE_FORMATS = ["pdf", "docx", "html", "xlsx"] as const;

/** What the command makes of the product's own data file, or of one with less in it. */
function reread(document: ReportDocument, keep: (name: string) => boolean = () => true): PrintedReport {
  const data = Object.entries(interchangeOfDocument(document)).filter(([name]) => keep(name));
  const report = InterchangeReportSchema.parse(JSON.parse(JSON.stringify(Object.fromEntries(data))));
  return documentOfInterchange(report, document.format);
}

function figuresAlone(): PrintedReport {
  return reread(qianwan2019(), (name) => ["schema", "title", "year", "format", "figures", "narrative"].includes(name));
}

async function textOf(document: PrintedReport, format: (typeof PAGE_FORMATS)[number]): Promise<string> {
  const bytes = await renderReport(document, format);
  if (format === "html") return squeeze(new TextDecoder().decode(bytes));
  if (format === "docx") return squeeze((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value);
  if (format === "xlsx") {
    return squeeze((await readXlsx(bytes)).sheets.flatMap((sheet) => sheet.rows.flat().map(String)).join("\n"));
  }
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return squeeze(text);
}

describe("a file that does not say what it is", () => {
  it.each(PAGE_FORMATS)("says so as %s, and bears no date, version or code", async (format) => {
    const text = await textOf(figuresAlone(), format);
    expect(text).toContain("数据排版件，不是正式发布的报告文件");
    for (const word of ["成文日期", "发布日期", "第1版", "核验码：", "12月31日"]) expect(text).not.toContain(word);
  });

  it("bears no date inside either, and is the same file at any time", async () => {
    const document = figuresAlone();
    const docx = unzipSync(await renderReport(document, "docx"));
    expect(new TextDecoder().decode(docx["docProps/core.xml"])).not.toMatch(/dcterms:(?:created|modified)/);
    const xlsx = unzipSync(await renderReport(document, "xlsx"));
    expect(new TextDecoder().decode(xlsx["docProps/core.xml"])).not.toMatch(/\d{4}-\d{2}-\d{2}T/);
    expect(Buffer.from(await renderReport(document, "pdf")).toString("latin1")).not.toContain("CreationDate");
    expect(fileNameOf(document, "pdf")).toContain("（数据排版件）.pdf");
  });

  it.each(["json", "xml", "csv"] as const)("stays one as %s", async (format) => {
    const text = new TextDecoder().decode(await renderReport(figuresAlone(), format));
    expect(text).not.toMatch(/2019-12-31|[">,]published[",<]|"version": 1/);
  });
});

describe("the product's own data file", () => {
  it.each(PAGE_FORMATS)("of a draft prints as a draft with its gaps, as %s", async (format) => {
    const draft = draftOf(qianwan2019());
    const text = await textOf(reread(draft), format);
    expect(text).toContain("草稿，供内部核对");
    for (const gap of draft.gaps) expect(text).toContain(squeeze(gap));
  });

  it.each(PAGE_FORMATS)("of a published correction prints code, date, units and correction, as %s", async (format) => {
    const document = erratumOf(qianwan2019());
    const text = await textOf(reread(document), format);
    expect(text).not.toContain("数据排版件");
    for (const word of [document.verificationCode ?? "", "2020年3月6日", "第2版", "联合执法案件重复计入"]) {
      expect(text).toContain(squeeze(word));
    }
    for (const unit of document.units) expect(text).toContain(unit.name);
  });

  it("gives the very files that the report itself gives", async () => {
    const document = erratumOf(qianwan2019());
    for (const format of ["pdf", "xlsx", "csv", "xml", "json"] as const) {
      const [first, again] = [await renderReport(document, format), await renderReport(reread(document), format)];
      expect(Buffer.compare(first, again), format).toBe(0);
    }
  });
});
