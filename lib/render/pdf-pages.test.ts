import { getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import type { ReportDocument } from "@/lib/domain/report-document";
import { renderReport } from "@/lib/render";
import { squeeze } from "@/lib/render/testing/expected-content";
import { qianwan2019, suqian2023 } from "@/lib/render/testing/sample-documents";

/** The type area ends so many points from the left edge, on a right and on a left page. */
const TYPE_AREA_END_POINTS = 522;
/** From one line of text to the next. */
const LINE_POINTS = 28;
const UNIT = /第\d+街道办事处/g;

type PageItem = { str: string; x: number; y: number; width: number };

/** A short report whose text before its last section has so many lines, with so many units. */
function shortReport(lines: number, units: number): ReportDocument {
  const base = qianwan2019();
  return {
    ...base,
    preface: Array.from({ length: lines }, () => [{ kind: "text", text: "补充说明。" }]),
    sections: base.sections.filter(({ id }) => id === "other"),
    units: Array.from({ length: units }, (_, index) => ({
      name: `第${index + 1}街道办事处`,
      isOffice: false,
      status: "included",
      reason: null,
    })),
  };
}

async function pageItems(document: ReportDocument): Promise<PageItem[][]> {
  const pdf = await getDocumentProxy(new Uint8Array(await renderReport(document, "pdf")));
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      return items.flatMap((item) =>
        "str" in item
          ? [{ str: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]), width: item.width }]
          : [],
      );
    }),
  );
}

/** The lines of a page from its top, without its number. */
function linesOf(items: readonly PageItem[]): { y: number; text: string }[] {
  const lines = new Map<number, string>();
  for (const { str, y } of items) {
    const at = [...lines.keys()].find((other) => Math.abs(other - y) < 2) ?? y;
    lines.set(at, (lines.get(at) ?? "") + str);
  }
  return [...lines]
    .map(([y, text]) => ({ y, text: squeeze(text) }))
    .filter(({ text }) => text !== "" && !/^—\d+—$/.test(text))
    .toSorted((a, b) => b.y - a.y);
}

async function pageTexts(document: ReportDocument): Promise<string[]> {
  return (await pageItems(document)).map((items) => squeeze(items.map(({ str }) => str).join("")));
}

describe("the pages of the PDF", () => {
  it("never hold publishing body, date and imprint alone", async () => {
    let isTurned = false;
    for (let lines = 5; lines <= 16; lines += 1) {
      const pages = await pageTexts(shortReport(lines, 0));
      const last = pages.at(-1) ?? "";
      expect(last, `${lines} lines`).toMatch(/六、其他需要报告的事项.*2020年2月18日.*核验码/);
      isTurned ||= pages.length > 1 && !pages[0]?.includes("六、");
    }
    expect(isTurned).toBe(true);
  });

  it("leave no row of a plain table alone, neither where it begins nor where it ends", async () => {
    for (let lines = 6; lines <= 15; lines += 1) {
      const pages = await pageTexts(shortReport(lines, 30));
      const rows = pages.map((page) => page.match(UNIT)?.length ?? 0);
      expect(rows.reduce((sum, count) => sum + count)).toBe(30);
      expect(
        rows.filter((count) => count > 0 && count < 3),
        `${lines} lines`,
      ).toEqual([]);
      // The end of the report has rows of the table beside it.
      expect(pages.at(-1), `${lines} lines`).toMatch(/第30街道办事处.*2020年2月18日.*核验码/);
      expect(pages.find((page) => page.includes("汇总范围"))).toMatch(/第3街道办事处/);
    }
  });

  it("end with no heading, and leave room between a chart and the heading after it", async () => {
    const base = qianwan2019();
    const headings = new Set(
      base.sections.flatMap(({ number, title, headings: inside }) => [
        squeeze(`${number}、${title}`),
        ...inside.map((heading) => squeeze(`${heading.number}${heading.title}`)),
      ]),
    );
    const room: number[] = [];
    for (let lines = 0; lines <= 16; lines += 1) {
      const preface = Array.from({ length: lines }, () => [{ kind: "text" as const, text: "补充说明。" }]);
      for (const page of (await pageItems({ ...base, preface })).map(linesOf)) {
        expect(headings, `${lines} lines`).not.toContain(page.at(-1)?.text);
        const after = page.findIndex(({ text }) => text === "四、政府信息公开行政复议、行政诉讼情况");
        const [before, heading] = [page[after - 1], page[after]];
        // The last bar of the chart that stands before it.
        if (before && heading && /^自然人\d+$/.test(before.text)) room.push(before.y - heading.y);
      }
    }
    expect(Math.min(...room)).toBeGreaterThan(1.5 * LINE_POINTS);
  });

  it("hold every bar of a chart with its value, however long the labels are", async () => {
    const items = (await pageItems(suqian2023())).flat();
    expect(items.some(({ str }) => str.includes("申请人逾期未按收费通知要求缴纳费用"))).toBe(true);
    expect(items.filter(({ x, width }) => x + width > TYPE_AREA_END_POINTS + 1)).toEqual([]);
  });
});
