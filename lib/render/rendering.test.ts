import { unzipSync } from "fflate";
import { readXlsx } from "hucre";
import mammoth from "mammoth";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { CHECKS } from "@/lib/domain/check/registry";
import { documentOfInterchange } from "@/lib/domain/document-of-interchange";
import { InterchangeReportSchema } from "@/lib/domain/interchange";
import { interchangeOfDocument } from "@/lib/domain/published-report";
import type { PrintedReport, ReportDocument } from "@/lib/domain/report-document";
import messages from "@/lib/i18n/messages/zh-CN/checks.json" with { type: "json" };
import { fileNameOf, renderReport } from "@/lib/render";
import { listBlocks } from "@/lib/render/report-blocks";
import { squeeze } from "@/lib/render/testing/expected-content";
import { checkedOf, draftOf, erratumOf, qianwan2019 } from "@/lib/render/testing/sample-documents";
import { RULE_WORDS, SEVERITY_WORDS } from "@/lib/render/words";

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

describe("the list of checks", () => {
  it.each(PAGE_FORMATS)("stands behind the report as %s, with what was switched off and why", async (format) => {
    const text = (await textOf(checkedOf(qianwan2019()), format)).replaceAll(/<[^>]+>/g, "");
    expect(text).toContain("附件校验记录");
    expect(text).toContain(`本报告按${CHECKS.length}条校验规则核对：${CHECKS.length - 2}条通过，1条有提醒，1条停用。`);
    expect(text).toContain("数值异常12019-11-23提醒提醒2处，均已说明");
    expect(text).toContain(
      "规则“与上年雷同”（第1版）经两人确认，自2020年1月5日起停用。理由：把固定格式的段落当成照抄。",
    );
  });

  it("is in no file of a report that was published without one", async () => {
    for (const format of PAGE_FORMATS) expect(await textOf(qianwan2019(), format)).not.toContain("校验记录");
    expect(interchangeOfDocument(qianwan2019())).not.toHaveProperty("checks");
    expect(new TextDecoder().decode(await renderReport(qianwan2019(), "xml"))).not.toContain("<check");
  });

  it("calls each rule as the app does", () => {
    expect(RULE_WORDS).toEqual(messages.rules);
    expect(SEVERITY_WORDS).toEqual(messages.severity);
  });

  it("is the first annex before those of the units", () => {
    const headings = (document: PrintedReport) =>
      listBlocks(document, { unitAnnexes: true }).flatMap((block) => (block.kind === "heading" ? [block.text] : []));
    const checked = headings(checkedOf(qianwan2019()));
    expect(checked).toContain("附件1　校验记录");
    expect(checked).toContain("附件2　工委管委办公室报送数据");
    expect(headings(qianwan2019())).toContain("附件1　工委管委办公室报送数据");
  });
});

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
