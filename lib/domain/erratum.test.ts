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

  it.each<[string, Partial<ReportDocument>]>([
    ["title", { title: "更正后的题目" }],
    ["district", { district: "别的区" }],
    ["office", { office: "政务公开办公室" }],
    ["contact", { contact: { address: "二号", postcode: "1", phone: "2" } }],
    ["list of units", { units: qianwan2019().units.slice(1) }],
    ["notes", { notes: ["一条新说明"] }],
    ["adjustments", { adjustments: [{ cellKey: "active.penalties.decisions", amount: "-1", reason: "重复" }] }],
    ["figures", { figures: { ...qianwan2019().figures, "active.penalties.decisions": "16" } }],
    ["preface", { preface: [[{ kind: "text", text: "新的前言。" }]] }],
  ])("takes another %s for a correction", (_what, change) => {
    expect(saysTheSame(qianwan2019(), { ...qianwan2019(), ...change })).toBe(false);
  });

  it("takes two persons of one adjustment, another number and another date for no correction", () => {
    const adjusted = (names: { proposedBy: string; signedBy: string }) => ({
      ...qianwan2019(),
      adjustments: [{ cellKey: "active.penalties.decisions", amount: "-1", reason: "重复", ...names }],
    });
    const before = adjusted({ proposedBy: "甲", signedBy: "乙" });
    expect(
      saysTheSame(before, { ...adjusted({ proposedBy: "丙", signedBy: "丁" }), version: 2, date: "2021-01-01" }),
    ).toBe(true);
  });

  it("names a changed preface by its place, and a heading that is new or gone", () => {
    const before = qianwan2019();
    const preface: ReportDocument["preface"] = [[{ kind: "text", text: "新的前言。" }]];
    const [passage] = composeErratum({ ...before, preface: [] }, { ...before, preface }, "").passages;
    expect(passage).toMatchObject({ place: "前言", after: "新的前言。" });
    const [first, ...rest] = before.sections;
    if (!first) throw new Error("no section");
    const shorter = { ...before, sections: [{ ...first, headings: first.headings.slice(1) }, ...rest] };
    const place = `一、总体情况${first.headings[0]?.number}${first.headings[0]?.title}`;
    expect(composeErratum(before, shorter, "").passages[0]).toMatchObject({ place });
    expect(composeErratum(shorter, before, "").passages[0]).toMatchObject({ place });
  });

  it("names a total by its own row and column, a figure that was blank, and an indicator that is new", () => {
    const before = qianwan2019();
    const key = "requests.carried_out.total";
    const after = {
      ...before,
      figures: { ...before.figures, [key]: "8" },
      indicators: [
        ...before.indicators,
        { key: "new", label: "新指标", unit: "次", owner: "", value: "3", isApproximate: false },
      ],
    };
    expect(composeErratum({ ...before, figures: { ...before.figures, [key]: null } }, after, "").differences).toEqual([
      { cellKey: key, label: "四、结转下年度继续办理·总计", before: null, after: "8" },
      { cellKey: "indicators.new", label: "新指标", before: null, after: "3" },
    ]);
  });

  it("is empty between a report and itself", () => {
    const document = qianwan2019();
    expect(composeErratum(document, document, "重新盖章。")).toMatchObject({ differences: [], passages: [] });
  });
});
