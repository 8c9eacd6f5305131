import { getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import type { ReportDocument } from "@/lib/domain/report-document";
import { renderReport } from "@/lib/render";
import { squeeze } from "@/lib/render/testing/expected-content";
import { qianwan2019, suqian2023 } from "@/lib/render/testing/sample-documents";

/** The type area ends so many points from the left edge, on a right and on a left page. */
const TYPE_AREA_END_POINTS = 522;
const UNIT = /第\d+街道办事处/g;

type PageItem = { str: string; x: number; width: number };

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
        "str" in item ? [{ str: item.str, x: Number(item.transform[4]), width: item.width }] : [],
      );
    }),
  );
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

  it("hold every bar of a chart with its value, however long the labels are", async () => {
    const items = (await pageItems(suqian2023())).flat();
    expect(items.some(({ str }) => str.includes("申请人逾期未按收费通知要求缴纳费用"))).toBe(true);
    expect(items.filter(({ x, width }) => x + width > TYPE_AREA_END_POINTS + 1)).toEqual([]);
  });
});
