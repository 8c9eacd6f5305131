import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import type { ReportDocument } from "@/lib/domain/report-document";
import { renderReport } from "@/lib/render";
import { headingsOf, paragraphsOf, squeeze, tablesOf } from "@/lib/render/testing/expected-content";
import {
  emptySections,
  HOSTILE_TEXTS,
  hostileDocument,
  longFigures,
  longParagraphs,
} from "@/lib/render/testing/hostile-documents";
import { elementsOf, parseHtml, rowsOf, textOf } from "@/lib/render/testing/html-tree";
import { withManyUnits } from "@/lib/render/testing/large-document";
import { draftOf, erratumOf, pingtan2021, qianwan2019 } from "@/lib/render/testing/sample-documents";

const DOCUMENTS: [string, ReportDocument][] = [
  ["qianwan-2019", qianwan2019()],
  ["pingtan-2021", pingtan2021()],
  ["20-digit figures", longFigures(qianwan2019())],
  ["3,000-character paragraphs", longParagraphs(qianwan2019())],
  ["empty sections", emptySections(qianwan2019())],
  ["hostile texts", hostileDocument(qianwan2019())],
];

const STYLE_MAP = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='公文正文'] => p.body:fresh",
  "p[style-name='草稿提示'] => p.draft:fresh",
  "p[style-name='表注'] => p.note:fresh",
];

async function openDocx(document: ReportDocument) {
  const bytes = await renderReport(document, "docx");
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: STYLE_MAP });
  const tree = parseHtml(value);
  const byClass = (tag: string, name: string) =>
    elementsOf(tree, tag).filter((element) => element.attrs.some(({ value: given }) => given === name));
  const part = (name: string) => new TextDecoder().decode(unzipSync(bytes)[name]);
  return { tree, byClass, part };
}

describe("the Word document", () => {
  it.each(DOCUMENTS)("of %s shows every heading, paragraph and cell, and no other", async (_name, document) => {
    const { tree, byClass } = await openDocx(document);
    const headings = elementsOf(tree, "h1", "h2", "h3", "h4", "h5")
      .filter((element) => element.attrs.length === 0)
      .map(textOf);
    const others = ["汇总范围", "汇总调整"];

    expect(headings.filter((text) => !others.includes(text))).toEqual(headingsOf(document));
    expect(byClass("p", "body").map(textOf)).toEqual(paragraphsOf(document));
    const expected = tablesOf(document);
    const tables = elementsOf(tree, "table").map(rowsOf).map(squeezed);
    expect(tables.slice(0, expected.length)).toEqual(expected.map(squeezed));
    expect(tables).toHaveLength(expected.length + (document.units.length > 0 ? 2 : 1));
  });

  it("uses Word's own styles, with each look in the styles and not in the text", async () => {
    const { part } = await openDocx(qianwan2019());
    const styles = part("word/styles.xml");
    for (const name of ["Title", "heading 1", "heading 2", "公文正文", "表格数据"]) {
      expect(styles.toLowerCase(), name).toContain(`w:val="${name.toLowerCase()}"`);
    }
    const text = part("word/document.xml");
    expect(text).toContain('<w:pStyle w:val="Heading1"/>');
    expect(text).not.toMatch(/<w:rFonts(?![^>]*黑体)/);
    expect(styles).toContain('w:line="579" w:lineRule="exact"');
  });

  it("repeats header rows, cuts no row in two and numbers odd and even pages outside", async () => {
    const document = qianwan2019();
    const { part } = await openDocx(document);
    const text = part("word/document.xml");
    const heads = tablesOf(document).length;
    expect(text.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThan(heads);
    expect(text.match(/<w:tr>(?!<w:trPr><w:cantSplit\/>)/g)).toBeNull();
    expect(part("word/settings.xml")).toContain("<w:evenAndOddHeaders/>");
    expect(part("word/footer1.xml")).toContain('<w:jc w:val="right"/>');
    expect(part("word/footer2.xml")).toContain('<w:jc w:val="left"/>');
    for (const name of ["word/footer1.xml", "word/footer2.xml"]) expect(part(name)).toContain("PAGE");
  });

  it("tells a draft by its watermark and what is missing", async () => {
    const document = draftOf(qianwan2019());
    const { byClass, part } = await openDocx(document);
    const notice = byClass("p", "draft").map(textOf);
    expect(notice.slice(-document.gaps.length)).toEqual(document.gaps);
    for (const name of ["word/header1.xml", "word/header2.xml"]) expect(part(name)).toContain('string="草稿"');
    const final = await openDocx(qianwan2019());
    expect(final.part("word/header1.xml")).not.toContain("草稿");
  });

  it("tells an erratum, and carries version and verification code", async () => {
    const document = erratumOf(qianwan2019());
    const { tree, part } = await openDocx(document);
    expect(rowsOf(elementsOf(tree, "table")[0] ?? (tree as never))).toEqual([
      ["数据项", "更正前", "更正后"],
      ["行政处罚·处理决定数量", "17", "16"],
    ]);
    expect(textOf(tree)).toContain(`核验码：${document.verificationCode}`);
    expect(part("docProps/custom.xml")).toContain(document.verificationCode);
    expect(part("docProps/core.xml")).toContain("2020-03-06T00:00:00Z");
  });

  it("holds every row of a long annex, escaped and in its place", async () => {
    const document = withManyUnits(qianwan2019(), 2);
    const name = "<b>&{{正文}}街道";
    const hostile = {
      ...document,
      units: [...document.units.slice(0, 1), { name, isOffice: false, status: "included" as const, reason: null }],
      provenance: Object.fromEntries(
        Object.entries(document.provenance).map(([key, [first, second]], index) => [
          key,
          [first, second].flatMap((content, unit) =>
            content
              ? [{ ...content, value: `${index}${unit}`, ...(unit === 1 ? { unit: name, submittedBy: "<i>$&" } : {}) }]
              : [],
          ),
        ]),
      ),
    };
    const bytes = await renderReport(hostile, "docx", { unitAnnexes: true });
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    const annexes = elementsOf(parseHtml(value), "table").map(rowsOf).slice(-3, -1);
    const expected = [0, 1].map((unit) => Object.keys(hostile.provenance).map((_key, index) => `${index}${unit}`));
    expect(annexes.map((rows) => rows.slice(1).map((row) => row[1]))).toEqual(expected);
    expect(new Set(annexes[1]?.slice(1).map((row) => row[3]))).toEqual(new Set(["<i>$&"]));
  });

  it("escapes hostile texts", async () => {
    const { tree, part } = await openDocx(hostileDocument(qianwan2019()));
    for (const text of HOSTILE_TEXTS) expect(textOf(tree)).toContain(text);
    expect(part("word/document.xml")).not.toContain("<script");
  });
});

/** Headings keep with what follows by their style. */
const KEPT = /<w:keepNext\/>|w:val="Heading1"/;

function squeezed(rows: readonly string[][]): string[][] {
  return rows.map((row) => row.map(squeeze));
}

describe("a plain table of many rows", () => {
  it("keeps its first and last rows together and lets the others part, so that no row stands alone", async () => {
    const units = Array.from({ length: 40 }, (_, at) => ({
      name: `单位${at + 1}`,
      isOffice: false,
      status: "nil" as const,
      reason: null,
    }));
    const file = strFromU8(
      unzipSync(await renderReport({ ...qianwan2019(), units }, "docx"))["word/document.xml"] ?? new Uint8Array(),
    );
    const rows = file.match(/<w:tr>(?:(?!<\/w:tr>)[\s\S])*?单位\d+<[\s\S]*?<\/w:tr>/g) ?? [];
    const isKept = rows.map((row) => row.includes("<w:keepNext/>"));
    expect(isKept).toHaveLength(40);
    expect(isKept.slice(0, 5)).toEqual([true, true, true, false, false]);
    // The last row stays with the publishing body that follows.
    expect(isKept.slice(-5)).toEqual([false, true, true, true, true]);
  });
});

describe("the pages of the Word document", () => {
  it("hold each statutory table whole, and the small tables of one section together", async () => {
    const { part } = await openDocx(qianwan2019());
    const statutory = rowsBySection(part("word/document.xml")).filter((rows) => rows.length > 0);
    // Section two, three and four; then the units and the imprint.
    expect(statutory).toHaveLength(4);
    for (const rows of statutory.slice(0, 3)) {
      expect(rows.slice(0, -1).filter((row) => !row.includes("<w:keepNext/>"))).toEqual([]);
      expect(rows.at(-1)).not.toContain("<w:keepNext/>");
    }
  });

  it.each([
    ["after a paragraph", { ...pingtan2021(), units: [] }],
    ["after a remark", { ...qianwan2019(), units: [] }],
    ["after a table", qianwan2019()],
  ])("hold publishing body, date and imprint with what is before them, %s", async (_name, document) => {
    const { part } = await openDocx(document);
    const paragraphs = part("word/document.xml").match(/<w:p>[\s\S]*?<\/w:p>/g) ?? [];
    const name = paragraphs.findLastIndex((paragraph) => paragraph.includes("GongwenSignature"));
    const version = paragraphs.findIndex((paragraph) => paragraph.includes("版次："));
    expect(version).toBeGreaterThan(name);
    expect(paragraphs.slice(name - 2, version).filter((paragraph) => !KEPT.test(paragraph))).toEqual([]);
  });
});

/** The rows of the tables below each heading of the first level. */
function rowsBySection(xml: string): string[][] {
  return xml.split('<w:pStyle w:val="Heading1"/>').map((section) => section.match(/<w:tr>[\s\S]*?<\/w:tr>/g) ?? []);
}
