import { describe, expect, it } from "vitest";
import { composeErratum, saysTheSame } from "@/lib/domain/erratum";
import type { ReportDocument } from "@/lib/domain/report-document";
import { checkedOf, qianwan2019 } from "@/lib/render/testing/sample-documents";

/** The report with its first paragraph under a heading rewritten. */
function withText(document: ReportDocument, text: string): ReportDocument {
  const [first, ...rest] = document.sections;
  const [heading, ...others] = first?.headings ?? [];
  if (!first || !heading) throw new Error("no heading");
  const paragraphs: ReportDocument["preface"] = [[{ kind: "text", text }], ...heading.paragraphs.slice(1)];
  return { ...document, sections: [{ ...first, headings: [{ ...heading, paragraphs }, ...others] }, ...rest] };
}

describe("composeErratum", () => {
  it("names every figure, indicator and passage in which the versions differ, and nothing else", () => {
    const before = withText(qianwan2019(), "公开处罚17件。");
    const [indicator, ...indicators] = before.indicators;
    if (!indicator) throw new Error("no indicator");
    const after: ReportDocument = {
      ...withText(before, "公开处罚16件。"),
      version: 2,
      figures: { ...before.figures, "active.penalties.decisions": "16" },
      indicators: [{ ...indicator, value: "99999" }, ...indicators],
    };

    const erratum = composeErratum(before, after, "重复计入。");

    expect(erratum).toMatchObject({ supersedesVersion: 1, reason: "重复计入。" });
    expect(erratum.differences).toEqual([
      { cellKey: "active.penalties.decisions", label: "行政处罚·处理决定数量", before: "17", after: "16" },
      { cellKey: `indicators.${indicator.key}`, label: indicator.label, before: indicator.value, after: "99999" },
    ]);
    const heading = before.sections[0]?.headings[0];
    expect(erratum.passages).toEqual([
      {
        place: `一、总体情况${heading?.number}${heading?.title}`,
        before: "公开处罚17件。",
        after: "公开处罚16件。",
      },
    ]);
  });

  it("takes a list of checks of later rules for no correction", () => {
    expect(saysTheSame(qianwan2019(), checkedOf(qianwan2019()))).toBe(true);
  });

  it("is empty between a report and itself", () => {
    const document = qianwan2019();
    expect(composeErratum(document, document, "重新盖章。")).toMatchObject({ differences: [], passages: [] });
  });
});
