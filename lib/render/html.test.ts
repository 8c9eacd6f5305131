import { describe, expect, it } from "vitest";
import { isEmptyTextNote } from "@/lib/domain/empty-text";
import { listCells } from "@/lib/domain/format-cells";
import { renderHtmlBody, renderReport } from "@/lib/render";
import { headingsOf, minus, paragraphsOf, tablesOf } from "@/lib/render/testing/expected-content";
import { HOSTILE_TEXTS, hostileDocument, longFigures } from "@/lib/render/testing/hostile-documents";
import { attributeOf, type Element, elementsOf, parseHtml, rowsOf, textOf } from "@/lib/render/testing/html-tree";
import { draftOf, erratumOf, pingtan2021, qianwan2019, suqian2023 } from "@/lib/render/testing/sample-documents";

const DOCUMENTS = [
  ["qianwan-2019", qianwan2019()],
  ["pingtan-2021", pingtan2021()],
  ["20-digit figures", longFigures(qianwan2019())],
] as const;

async function pageOf(document: Parameters<typeof renderReport>[0]) {
  return parseHtml(new TextDecoder().decode(await renderReport(document, "html")));
}

describe("the HTML page", () => {
  it.each(DOCUMENTS)("%s shows every heading, paragraph and cell, and no other", async (_name, document) => {
    const page = await pageOf(document);
    const headings = elementsOf(page, "h2", "h3", "h4", "h5", "h6").map(textOf);
    const paragraphs = elementsOf(page, "p").map(textOf);
    const tables = elementsOf(page, "table").filter((table) => !isList(table));

    expect(headings.filter((text) => !["汇总范围", "汇总调整", "注"].includes(text))).toEqual(headingsOf(document));
    expect(paragraphs.filter((text) => !isEmptyTextNote(text))).toEqual(paragraphsOf(document));
    expect(tables.map(rowsOf)).toEqual(tablesOf(document));
  });

  it.each(DOCUMENTS)("%s marks each figure with the cell it comes from", async (_name, document) => {
    const page = await pageOf(document);
    const marked = elementsOf(page, "table").flatMap((table) =>
      elementsOf(table, "data", "td").flatMap((element) => {
        const key = attributeOf(element, "data-cell");
        return key === null ? [] : [[key, textOf(element)]];
      }),
    );
    const expected = listCells(document.format).map(({ key }) => [key, minus(document.figures[key] ?? "")]);
    expect(marked).toEqual(expected);
  });

  it("draws no bar of a chart over its label, however long that is", async () => {
    const page = await pageOf(suqian2023());
    const drawings = elementsOf(page, "svg").filter((svg) => attributeOf(svg, "data-bars") !== null);
    expect(drawings.length).toBeGreaterThan(1);
    for (const drawing of drawings) {
      const labels = elementsOf(drawing, "text").filter((text) => attributeOf(text, "x") === "0");
      const ends = labels.map((label) => textOf(label).length * Number(attributeOf(drawing, "font-size")));
      const bars = elementsOf(drawing, "rect").map((bar) => Number(attributeOf(bar, "x")));
      expect(Math.max(...ends)).toBeLessThan(Math.min(...bars));
    }
  });

  it("has headings in order and a scope on each header cell", async () => {
    const page = await pageOf(qianwan2019());
    const levels = elementsOf(page, "h1", "h2", "h3", "h4", "h5", "h6").map(({ tagName }) => Number(tagName[1]));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    const headers = elementsOf(page, "th").filter((header) => attributeOf(header, "data-role") !== "corner");
    expect(headers.filter((header) => attributeOf(header, "scope") === null).map(textOf)).toEqual([]);
    for (const drawing of elementsOf(page, "svg")) expect(attributeOf(drawing, "aria-label")).toMatch(/。$|\d$/);
  });

  it("loads nothing from other addresses", async () => {
    const html = new TextDecoder().decode(await renderReport(qianwan2019(), "html"));
    const page = parseHtml(html);
    expect(elementsOf(page, "link", "img", "iframe", "object").map(({ tagName }) => tagName)).toEqual([]);
    expect(elementsOf(page, "script").map((script) => attributeOf(script, "type"))).toEqual(["application/ld+json"]);
    expect(html).not.toMatch(/url\((?!"data:)|@import/);
  });

  it("stretches no line: browsers put the space between Chinese signs", async () => {
    expect(new TextDecoder().decode(await renderReport(qianwan2019(), "html"))).not.toMatch(/text-align:\s*justify/);
  });

  it("escapes hostile texts", async () => {
    const document = hostileDocument(qianwan2019());
    const page = await pageOf(document);
    const paragraphs = elementsOf(page, "p").map(textOf);
    expect(paragraphs.filter((text) => !isEmptyTextNote(text))).toEqual(paragraphsOf(document));
    expect(elementsOf(page, "script", "b").filter((element) => textOf(element).includes("alert"))).toHaveLength(0);
    const [article, ...more] = elementsOf(page, "article");
    expect(more).toEqual([]);
    for (const text of HOSTILE_TEXTS) expect(article && textOf(article)).toContain(text);
  });

  it("tells a draft, with what is missing", async () => {
    const document = draftOf(qianwan2019());
    const page = await pageOf(document);
    const [notice] = elementsOf(page, "section").filter(
      (section) => attributeOf(section, "class") === "document-notice",
    );
    expect(notice && elementsOf(notice, "li").map(textOf)).toEqual(document.gaps);
    expect(elementsOf(page, "title").map(textOf)).toEqual([`${document.title}（草稿）`]);
    expect(elementsOf(page, "article").map((article) => attributeOf(article, "data-draft"))).toEqual([""]);
  });

  it("tells an erratum, with its differences and adjustments", async () => {
    const page = await pageOf(erratumOf(qianwan2019()));
    const lists = elementsOf(page, "table").filter(isList).map(rowsOf);
    expect(lists[0]).toEqual([["更正前后对照"], ["数据项", "更正前", "更正后"], ["行政处罚·处理决定数量", "17", "16"]]);
    expect(lists[1]?.slice(1)).toEqual([
      ["位置", "更正前", "更正后"],
      ["一、总体情况（一）主动公开", "处罚案件17件。", "处罚案件16件。"],
      ["一、总体情况（二）依申请公开", "（无）", "联合执法案件由牵头单位计入。"],
    ]);
    expect(lists[3]?.at(-1)).toEqual([
      "青岛前湾保税港区工委管委办公室",
      "行政处罚·处理决定数量",
      "−1",
      "联合执法的1件由两个单位重复计入。",
    ]);
  });

  it("names every unit with its standing, and the verification code", async () => {
    const document = qianwan2019();
    const page = await pageOf(document);
    const [units] = elementsOf(page, "table").filter(isList).map(rowsOf);
    expect(units?.slice(2).map(([name]) => name)).toEqual(
      document.units.map((unit) => (unit.isOffice ? `${unit.name}（本机关）` : unit.name)),
    );
    expect(elementsOf(page, "dd").map(textOf)).toContain(document.verificationCode);
  });
});

describe("renderHtmlBody", () => {
  it("links figures to where the page says and folds the long table", () => {
    const html = renderHtmlBody(qianwan2019(), {
      figureHref: (cellKey) => (cellKey.startsWith("active.") ? `/p/${cellKey}?a=1&b=2` : null),
      foldLongTables: true,
    });
    const body = parseHtml(html);
    const links = elementsOf(body, "a");
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) expect(attributeOf(link, "href")).toBe(`/p/${attributeOf(link, "data-cell")}?a=1&b=2`);
    const [details, ...more] = elementsOf(body, "details");
    expect(more).toEqual([]);
    expect(details && elementsOf(details, "summary").map(textOf)).toEqual(["完整表格（23行×7列）"]);
    expect(details && elementsOf(details, "table")).toHaveLength(1);
  });

  it("leaves charts out where the office wants none", () => {
    expect(renderHtmlBody(qianwan2019())).toContain("<figure");
    expect(renderHtmlBody(qianwan2019(), { charts: false })).not.toContain("<figure");
  });
});

function isList(table: Element): boolean {
  return attributeOf(table, "data-section") === "list";
}
