import { Document, Header, Packer, Paragraph, TextRun } from "docx";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import type { ReportDocument } from "@/lib/domain/report-document";
import { renderReport } from "@/lib/render";
import { writeSampleLetterhead } from "@/lib/render/letterhead-sample";
import { headingsOf, paragraphsOf, squeeze, tablesOf } from "@/lib/render/testing/expected-content";
import { HOSTILE_TEXTS, hostileDocument, longFigures } from "@/lib/render/testing/hostile-documents";
import { elementsOf, parseHtml, rowsOf, textOf } from "@/lib/render/testing/html-tree";
import { draftOf, pingtan2021, qianwan2019 } from "@/lib/render/testing/sample-documents";

const STYLE_MAP = [
  "p[style-name='公文标题'] => h1.title:fresh",
  ...["一", "二", "三", "四", "五"].map(
    (level, index) => `p[style-name='公文${level}级标题'] => h${index + 1}.own:fresh`,
  ),
  "p[style-name='公文正文'] => p.body:fresh",
];

async function open(document: ReportDocument, letterhead: Uint8Array) {
  const bytes = await renderReport(document, "docx", { letterhead });
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: STYLE_MAP });
  const tree = parseHtml(value);
  const byClass = (name: string, ...tags: string[]) =>
    elementsOf(tree, ...tags).filter((element) => element.attrs.some(({ value: given }) => given === name));
  return { bytes, tree, byClass, part: (name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array()) };
}

describe("a report in an office's own template", () => {
  it.each([
    ["qianwan-2019", qianwan2019()],
    ["pingtan-2021", pingtan2021()],
    ["20-digit figures", longFigures(qianwan2019())],
    ["hostile texts", hostileDocument(qianwan2019())],
  ])("of %s holds every heading, paragraph and cell, and no other", async (_name, document) => {
    const { tree, byClass } = await open(document, await writeSampleLetterhead("区政府办公室"));
    const headings = byClass("own", "h1", "h2", "h3", "h4", "h5").map(textOf);
    expect(headings.filter((text) => !["汇总范围", "汇总调整"].includes(text))).toEqual(headingsOf(document));
    expect(byClass("body", "p").map(textOf)).toEqual(paragraphsOf(document));
    const expected = tablesOf(document).map((rows) => rows.map((row) => row.map(squeeze)));
    const found = elementsOf(tree, "table").map((table) => rowsOf(table).map((row) => row.map(squeeze)));
    expect(found.slice(0, expected.length)).toEqual(expected);
    expect(byClass("title", "h1").map(textOf)).toEqual([document.title]);
    expect(textOf(tree)).not.toContain("{{正文}}");
  });

  it("never takes the report's own braces for places", async () => {
    const document = qianwan2019();
    const text = "{{标题}}{{正文}}$& \ue000title\ue001 <w:p>";
    const { tree } = await open(
      { ...document, title: `{{标题}}${document.title}`, preface: [[{ kind: "text", text }]] },
      await writeSampleLetterhead(`${HOSTILE_TEXTS[0]}{{日期}}`),
    );
    expect(textOf(tree)).toContain("{{标题}}{{正文}}$& ");
    expect(textOf(tree)).toContain(`{{标题}}${document.title}`);
  });

  it("keeps the template's headers and its own look of a style, and brings the styles it lacks", async () => {
    const style = { id: "a7", name: "公文正文", run: { font: "隶书" } };
    const template = await Packer.toBuffer(
      new Document({
        creator: "模板的作者",
        styles: { paragraphStyles: [style] },
        sections: [
          {
            headers: { default: new Header({ children: [new Paragraph("红头 {{版次}}")] }) },
            children: [new Paragraph({ children: [new TextRun("{{"), new TextRun("正文}}")] })],
          },
        ],
      }),
    );
    const { part } = await open(qianwan2019(), template);
    expect(part("word/header1.xml")).toContain("红头 ");
    expect(part("word/header1.xml")).toContain("第1版");
    expect(part("word/styles.xml").match(/w:val="公文正文"/g)).toHaveLength(1);
    expect(part("word/styles.xml")).toContain('w:styleId="GongwenHeading1"');
    expect(part("word/document.xml")).toContain('<w:pStyle w:val="a7"/>');
    expect(part("word/document.xml")).not.toContain('w:val="GongwenBody"');
    // The title has no place of its own here, so that the body begins with it.
    expect(part("word/document.xml")).toContain('<w:pStyle w:val="GongwenTitle"/>');
    expect(part("docProps/core.xml")).not.toContain("模板的作者");
  });

  it("marks a draft on every kind of page, with and without headers of the template's own", async () => {
    const draft = draftOf(qianwan2019());
    for (const template of [
      await writeSampleLetterhead("区政府办公室"),
      await Packer.toBuffer(
        new Document({
          sections: [
            {
              headers: { default: new Header({ children: [new Paragraph("红头")] }) },
              children: [new Paragraph("{{正文}}")],
            },
          ],
        }),
      ),
    ]) {
      const { part } = await open(draft, template);
      for (const type of ["default", "even", "first"]) {
        const id = new RegExp(`<w:headerReference [^>]*w:type="${type}"[^>]*r:id="([^"]+)"`).exec(
          part("word/document.xml"),
        )?.[1];
        const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`).exec(
          part("word/_rels/document.xml.rels"),
        );
        expect(part(`word/${target?.[1] ?? target?.[2] ?? ""}`), type).toContain('string="草稿"');
      }
      const published = await open(qianwan2019(), template);
      expect(Object.keys(unzipSync(published.bytes)).join()).not.toContain("draft");
    }
  });

  it("gives the same bytes for the same report and template", async () => {
    const letterhead = await writeSampleLetterhead("区政府办公室");
    for (const document of [qianwan2019(), draftOf(qianwan2019())]) {
      const first = await renderReport(document, "docx", { letterhead });
      expect(Buffer.compare(first, await renderReport(document, "docx", { letterhead }))).toBe(0);
    }
  });
});
