import { unzipSync } from "fflate";
import { getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { EMPTY_TEXT } from "@/lib/domain/empty-text";
import { printSegments } from "@/lib/domain/narrative";
import { chartsOfSection } from "@/lib/domain/report-charts";
import type { ReportDocument } from "@/lib/domain/report-document";
import { renderReport } from "@/lib/render";
import { readObjects } from "@/lib/render/pdf-objects";
import { headingsOf, paragraphsOf, squeeze, tablesOf } from "@/lib/render/testing/expected-content";
import {
  emptySections,
  HOSTILE_TEXTS,
  hostileDocument,
  longFigures,
  longParagraphs,
} from "@/lib/render/testing/hostile-documents";
import { readTags } from "@/lib/render/testing/pdf-tags";
import { draftOf, erratumOf, pingtan2021, qianwan2019 } from "@/lib/render/testing/sample-documents";

const DOCUMENTS: [string, ReportDocument][] = [
  ["qianwan-2019", qianwan2019()],
  ["pingtan-2021", pingtan2021()],
  ["20-digit figures", longFigures(qianwan2019())],
  ["3,000-character paragraphs", longParagraphs(qianwan2019())],
  ["empty sections", emptySections(qianwan2019())],
  ["hostile texts", hostileDocument(qianwan2019())],
];

async function openPdf(document: ReportDocument, options: Parameters<typeof renderReport>[2] = {}) {
  const bytes = await renderReport(document, "pdf", options);
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const content = await (await pdf.getPage(index + 1)).getTextContent();
      return content.items.map((item) => ("str" in item ? item.str : "")).join("");
    }),
  );
  return { bytes, pdf, pages, text: squeeze(pages.map((page, index) => page.replace(numberOf(index), "")).join("")) };
}

/** The type area stands so far above the foot of the page, and is so high. */
const FOOT_POINTS = 99;
const TYPE_AREA_POINTS = 637;

/** From an overlap of a tenth of the size on, readers of PDF begin a new word. */
const BREAKS_WORDS_POINTS = 1.6;

/** "— 1 —", wherever on its page the program finds it. */
function numberOf(index: number): RegExp {
  return new RegExp(`—\\s*${index + 1}\\s*—`);
}

/** The objects of a tagged PDF that are elements of its structure. */
function elementsOfPdf(bytes: Uint8Array, tag: string): string[] {
  return [...readObjects(bytes).objects.values()].filter((object) => new RegExp(`/S /${tag}\\b`).test(object));
}

describe("the PDF", () => {
  it.each(DOCUMENTS)("of %s prints every heading and paragraph in order", async (_name, document) => {
    const { text } = await openPdf(document);
    let at = 0;
    for (const wanted of [...headingsOf(document), ...paragraphsOf(document)].map(squeeze)) {
      expect(text.includes(wanted), wanted.slice(0, 60)).toBe(true);
    }
    for (const heading of headingsOf(document).map(squeeze)) {
      const found = text.indexOf(heading, at);
      expect(found, heading).toBeGreaterThanOrEqual(at);
      at = found;
    }
  });

  it.each(DOCUMENTS)("of %s prints every table whole, cell by cell", async (_name, document) => {
    const { pdf } = await openPdf(document);
    const expected = tablesOf(document).map((rows) => rows.map((row) => row.map(squeeze)));
    const { tables } = await readTags(pdf);
    expect(tables.slice(0, expected.length)).toEqual(expected);
    expect(tables).toHaveLength(expected.length + (document.units.length > 0 ? 1 : 0));
  });

  it("reads in order to a screen reader, with nothing lost and nothing added", async () => {
    const document = qianwan2019();
    const { pdf } = await openPdf(document, { charts: false });
    const { text, tables } = await readTags(pdf);
    const units = document.units.map((unit) => [
      `${unit.name}${unit.isOffice ? "（本机关）" : ""}`,
      unit.status === "nil" ? "零报告" : "已纳入",
      "",
    ]);
    expect(tables.at(-1)).toEqual([["单位", "状态", "说明"], ...units]);
    const sections = document.sections.flatMap((section) => [
      `${section.number}、${section.title}`,
      ...section.headings.flatMap((heading) => [
        `${heading.number}${heading.title}`,
        ...heading.paragraphs.map((segments) => printSegments(segments)),
      ]),
    ]);
    expect(text).toBe(
      squeeze(
        [
          document.title,
          document.office,
          "（2020年2月18日）",
          ...document.preface.map((segments) => printSegments(segments)),
          ...sections,
          EMPTY_TEXT.absent,
          "汇总范围",
          document.office,
          "2020年2月18日",
          `主管部门：${document.office}地址：${document.contact?.address}邮编：266555电话：86768505`,
          `版次：第1版发布日期：2020年2月18日核验码：${document.verificationCode}`,
        ].join(""),
      ),
    );
  });

  it("numbers every page", async () => {
    const { pages } = await openPdf(longParagraphs(qianwan2019()));
    expect(pages.length).toBeGreaterThan(15);
    for (const [index, page] of pages.entries()) expect(page).toMatch(numberOf(index));
  });

  it("is PDF/UA-1 with language and title, or PDF/A-3a with the data attached", async () => {
    const document = qianwan2019();
    const published = await openPdf(document);
    const latin = Buffer.from(published.bytes).toString("latin1");
    expect(latin).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(latin).toMatch(/\/Lang \(zh/);
    expect(latin).toContain("/DisplayDocTitle true");
    const { info } = await published.pdf.getMetadata();
    expect(info).toMatchObject({ Title: document.title, Author: document.office });
    expect(await published.pdf.getAttachments()).toBeNull();

    const archived = await openPdf(document, { archive: true });
    const archivedLatin = Buffer.from(archived.bytes).toString("latin1");
    expect(archivedLatin).toContain("<pdfaid:part>3</pdfaid:part>");
    expect(archivedLatin).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
    const attachments = await archived.pdf.getAttachments();
    const [[id = "", attachment] = []] = attachments ?? [];
    expect(attachments?.size).toBe(1);
    expect(attachment?.filename).toBe("report.json");
    const content = await archived.pdf.getAttachmentContent(id);
    const data: unknown = JSON.parse(new TextDecoder().decode(content ?? new Uint8Array()));
    expect(data).toMatchObject({ schema: "nianbao.report/1", figures: document.figures });
    expect(archived.text).toBe(published.text);
  });

  it("tags each table's columns and rows as headers, and each figure with its headers", async () => {
    const document = qianwan2019();
    const { bytes } = await openPdf(document);
    const headers = elementsOfPdf(bytes, "TH");
    expect(headers.filter((header) => !/\/Scope \/(Column|Row)/.test(header))).toEqual([]);
    const ids = new Set(headers.map((header) => /\/ID \(([^)]+)\)/.exec(header)?.[1]));
    expect(ids.size).toBe(headers.length);

    const cells = elementsOfPdf(bytes, "TD");
    const named = cells.map((cell) => [...(/\/Headers \[([^\]]*)\]/.exec(cell)?.[1] ?? "").matchAll(/\(([^)]+)\)/g)]);
    expect(named.every((list) => list.length > 0 && list.every((match) => ids.has(match[1])))).toBe(true);
    // The deepest figures of section 三: three levels above them, three to their left.
    expect(named.filter((list) => list.length === 6)).toHaveLength(16 * 5);
    const root = [...readObjects(bytes).objects.values()].find((object) => object.includes("/StructTreeRoot"));
    for (const id of ids) expect(root).toContain(`(${id})`);
  });

  it("has headings in order, bookmarks, and an alternative text for each chart", async () => {
    const document = qianwan2019();
    const { bytes, pdf } = await openPdf(document);
    const charts = document.format.sections.flatMap((section) => chartsOfSection(document, section.id));
    expect(charts.length).toBeGreaterThan(1);
    const figures = elementsOfPdf(bytes, "Figure");
    expect(figures).toHaveLength(charts.length);
    expect(figures.filter((figure) => !/\/Alt [(<]/.test(figure))).toEqual([]);
    const outline = await pdf.getOutline();
    expect(outline.map(({ title }) => title)).toEqual([
      ...document.sections.map((section) => `${section.number}、${section.title}`),
      "汇总范围",
    ]);
    expect(outline[0]?.items.map(({ title }: { title: string }) => title)).toEqual([
      "（一）主动公开",
      "（二）依申请公开",
      "（三）回应社会关切以及互动交流情况",
      "（四）平台建设",
    ]);
  });

  it("embeds a subset of every font", async () => {
    const { bytes } = await openPdf(qianwan2019());
    const fonts = [...readObjects(bytes).objects.values()].filter((object) => /\/Type \/FontDescriptor/.test(object));
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    for (const font of fonts) {
      expect(font).toMatch(/\/FontFile[23] /);
      expect(font).toMatch(/\/FontName \/[A-Z]{6}\+/);
    }
    expect(bytes.length).toBeLessThan(500_000);
  });

  it("repeats the header levels of a table on each page that it reaches", async () => {
    const base = qianwan2019();
    const units = Array.from({ length: 120 }, (_, index) => ({
      name: `第${index + 1}街道办事处`,
      isOffice: false,
      status: "included" as const,
      reason: null,
    }));
    const { pages } = await openPdf({ ...base, units });
    const reached = pages.filter((page) => /第\d+街道办事处/.test(squeeze(page)));
    expect(reached.length).toBeGreaterThan(2);
    for (const page of reached) expect(squeeze(page)).toContain("单位状态说明");
    expect(reached.join("").match(/街道办事处/g)).toHaveLength(units.length);
  });

  it("prints a unit's annex where the office wants one", async () => {
    const { text } = await openPdf(qianwan2019(), { unitAnnexes: true });
    expect(text).toContain("附件1工委管委办公室报送数据");
    expect(text).toContain("行政处罚·处理决定数量12第1版李强王芳");
  });

  it("tells a draft by a watermark on each page and what is missing", async () => {
    const document = draftOf(qianwan2019());
    const { pages, text } = await openPdf(document);
    for (const page of pages) expect(page).toContain("草稿");
    for (const gap of document.gaps) expect(text).toContain(squeeze(gap));
    const final = await openPdf(qianwan2019());
    expect(final.text).not.toContain("草稿");
  });

  it("tells an erratum with its differences, and the adjustments that made it", async () => {
    const { text } = await openPdf(erratumOf(qianwan2019()));
    expect(text).toContain("更正说明本版更正并取代第1版。更正原因：联合执法案件重复计入。");
    expect(text).toContain("数据项更正前更正后行政处罚·处理决定数量1716");
    expect(text).toContain("位置更正前更正后一、总体情况（一）主动公开处罚案件17件。处罚案件16件。");
    expect(text).toContain("工委管委办公室行政处罚·处理决定数量−1联合执法的1件由两个单位重复计入。");
    expect(text).toContain("版次：第2版");
  });

  it("says so in words when a correction changes no figure and no text", async () => {
    const document = erratumOf(qianwan2019());
    const { text } = await openPdf({
      ...document,
      erratum: { supersedesVersion: 1, reason: "重新盖章。", differences: [], passages: [] },
    });
    expect(text).toContain("与上一版相比，数据和文字没有变化。");
  });

  it("leaves no page half empty, and says where a table goes on", async () => {
    const base = qianwan2019();
    let continued = 0;
    for (let lines = 0; lines <= 20; lines += 4) {
      const preface = Array.from({ length: lines }, () => [{ kind: "text" as const, text: "补充说明。" }]);
      const { pdf, pages } = await openPdf({ ...base, preface });
      for (let page = 1; page < pdf.numPages; page += 1) {
        const { items } = await (await pdf.getPage(page)).getTextContent();
        const lowest = items
          .filter((item) => "str" in item)
          .filter((item) => item.str.trim() !== "" && !item.str.includes("—"));
        const bottom = Math.min(...lowest.map((item) => Number(item.transform[5])).filter((y) => y > FOOT_POINTS));
        expect(bottom, `${lines} lines, page ${page}`).toBeLessThan(FOOT_POINTS + TYPE_AREA_POINTS * 0.4);
      }
      const last = pages.find((page) => squeeze(page).includes("四、结转下年度继续办理")) ?? "";
      const isContinued = !squeeze(last).includes("三、收到和处理政府信息公开申请情况");
      expect(squeeze(last).includes("（续表）"), `${lines} lines`).toBe(isContinued);
      if (isContinued) expect(squeeze(last)).toContain("（七）总计");
      continued += Number(isContinued);
    }
    expect(continued).toBeGreaterThan(0);
  });

  it("keeps punctuation apart from its neighbours, so that searching across it works", async () => {
    const { pdf } = await openPdf(qianwan2019());
    const squeezed: string[] = [];
    for (let page = 1; page <= pdf.numPages; page += 1) {
      const { items } = await (await pdf.getPage(page)).getTextContent();
      const texts = items
        .filter((item) => "str" in item)
        .filter((item) => item.str !== "" && Number(item.transform[0]) === 16);
      for (const [index, right] of texts.entries()) {
        const left = texts[index - 1];
        if (!left || Math.abs(Number(left.transform[5]) - Number(right.transform[5])) > 1) continue;
        const gap = Number(right.transform[4]) - Number(left.transform[4]) - left.width;
        // Only two marks beside each other close up, as in print.
        const isPair = /[，。、；：》”）]$/.test(left.str) && /^[，。、；：《“（》”）]/.test(right.str);
        if (gap < -BREAKS_WORDS_POINTS && !isPair) squeezed.push(`${left.str.slice(-4)}|${right.str.slice(0, 4)}`);
      }
    }
    expect(squeezed).toEqual([]);
  });

  it("escapes hostile texts", async () => {
    const { text } = await openPdf(hostileDocument(qianwan2019()));
    for (const hostile of HOSTILE_TEXTS) expect(text).toContain(squeeze(hostile));
  });

  it("prints a rare character in any installed face that has it", async () => {
    const document = withPreface("参加人\u{20bb7}先生");
    const { text } = await openPdf(document);
    expect(text).toContain("参加人\u{20bb7}先生");
    expect(text).not.toContain("码位");
  });

  it.each([false, true])("prints what no face has as its code point and says so, archive %s", async (archive) => {
    const { text } = await openPdf(withPreface("办结\u{ffffd}件，见\u{f0000}。"), { archive });
    expect(text).toContain("办结U+FFFFD件，见U+F0000。");
    expect(text).toContain("带框的码位：前言第1段U+FFFFD、前言第1段U+F0000。");
    // The compiler must be as good as new after a failure.
    const next = await openPdf(qianwan2019());
    expect(next.text).toContain("核验码");
    expect(next.text).not.toContain("码位");
  });

  it("prints a private character as its code point where the archive may not hold it", async () => {
    const { text } = await openPdf(withPreface("见\ue123处"), { archive: true });
    expect(text).toContain("见U+E123处");
  });

  it("writes the archive and all its files despite an unprintable character", async () => {
    const files = unzipSync(await renderReport(withPreface("见\u{ffffd}处"), "zip"));
    expect(Object.keys(files).filter((name) => name.endsWith(".pdf"))).toHaveLength(2);
    expect(Object.keys(files).length).toBeGreaterThan(10);
  });
});

function withPreface(text: string): ReportDocument {
  return { ...qianwan2019(), preface: [[{ kind: "text", text }]] };
}
