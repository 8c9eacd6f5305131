import { describe, expect, it } from "vitest";
import type { Adjustment } from "@/lib/domain/adjustment";
import { composeReport, indicatorFigures, type ReportMaterial } from "@/lib/domain/compose-report";
import { type ExpectedUnit, rollUp } from "@/lib/domain/roll-up";
import type { SourceVersion } from "@/lib/domain/version";
import { annualReport2019 as format } from "@/lib/formats/annual-report-2019";

const CELL = "requests.received.natural_person";
const AT = new Date("2020-01-16T08:00:00Z");

function version(unitName: string, content: SourceVersion["content"], number = 1): SourceVersion {
  return {
    organisationId: unitName,
    unitName,
    sectionId: content.sectionId,
    number,
    content,
    submittedByName: `${unitName}填报人`,
    submittedAt: AT,
    approvedByName: "审核人",
    approvedAt: AT,
    takenFrom: null,
  };
}

function unit(name: string, isApproved = true): ExpectedUnit {
  const state = isApproved ? "approved" : "draft";
  return {
    organisationId: name,
    name,
    isOffice: false,
    exemptReason: null,
    dissolvedNote: null,
    sections: format.sections.map(({ id }) => ({ sectionId: id, state, isNil: false })),
  };
}

function adjustment(amount: string, state: Adjustment["state"]): Adjustment {
  return {
    id: `${amount} ${state}`,
    cycleId: "c",
    cellKey: CELL,
    amount,
    reason: "一件申请由两家办理",
    state,
    proposedBy: "e",
    proposedByName: "统稿人",
    proposedAt: AT,
    decidedByName: state === "proposed" ? null : "第二人",
    decidedAt: state === "proposed" ? null : AT,
  };
}

const versions = [
  version(
    "财政局",
    { sectionId: "requests", figures: { [CELL]: "3", "requests.received.business": "0" }, paragraphs: {} },
    2,
  ),
  version("司法局", { sectionId: "requests", figures: { [CELL]: "4" }, paragraphs: {} }),
  version("财政局", {
    sectionId: "overview",
    figures: { "indicators.training": "7" },
    paragraphs: { requests: "本年新收{{requests.received.natural_person}}件，培训{{indicators.training}}次。" },
  }),
];

const heading: ReportMaterial["outline"][number] = {
  key: "requests",
  sectionId: "overview",
  position: 1,
  level: 1,
  number: "（一）",
  title: "依申请公开",
  owners: ["财政局"],
};

function material(change: Partial<ReportMaterial> = {}): ReportMaterial {
  const adjustments = [adjustment("-1", "signed"), adjustment("-9", "proposed"), adjustment("5", "declined")];
  return {
    cycle: { year: 2019, format, preface: "共{{requests.received.natural_person}}件。" },
    districtName: "示例区",
    office: { name: "区政府办公室", address: "一号", postcode: "100000", phone: "1" },
    outline: [heading],
    indicators: [
      { key: "training", organisationId: "财政局", label: "培训", unit: "次", isApproximate: false, position: 1 },
    ],
    versions,
    rollUp: rollUp({
      format,
      units: [unit("财政局"), unit("司法局")],
      sums: [{ cellKey: CELL, sum: "7", units: 2 }],
      adjustments,
    }),
    adjustments,
    texts: new Map(),
    previousFigures: null,
    notes: ["一条说明"],
    ...change,
  };
}

const compose = (change: Partial<ReportMaterial> = {}) =>
  composeReport(material(change), { version: 1, date: "2020-01-20" });

describe("indicatorFigures", () => {
  it("are the local figures of the approved versions and no cell of the form", () => {
    const { indicators } = compose();
    expect(indicatorFigures({ indicators })).toEqual({ "indicators.training": "7" });
  });
});

describe("composeReport", () => {
  it("binds the numbers of the text and of the preface to the district's figures", () => {
    const document = compose();
    const bound = { kind: "figure", cellKey: CELL, value: "6" };
    expect(document.preface).toEqual([[{ kind: "text", text: "共" }, bound, { kind: "text", text: "件。" }]]);
    const [paragraph] = document.sections.find(({ id }) => id === "overview")?.headings[0]?.paragraphs ?? [];
    // A unit's live figure means the unit's own cell, so it is printed with the unit's value.
    expect(paragraph?.[0]).toEqual({ kind: "text", text: "本年新收3件，培训" });
    expect(paragraph).toContainEqual({ kind: "figure", cellKey: "indicators.training", value: "7" });
    const composed = compose({ texts: new Map([["requests", `{{${CELL}}}件。`]]) });
    expect(composed.sections.find(({ id }) => id === "overview")?.headings[0]?.paragraphs[0]).toContainEqual(bound);
  });

  it("takes the district's own text over that of the units", () => {
    const document = compose({ texts: new Map([["requests", "由办公室改写。"]]) });
    const heading = document.sections.find(({ id }) => id === "overview")?.headings[0];
    expect(heading?.paragraphs).toEqual([[{ kind: "text", text: "由办公室改写。" }]]);
  });

  it("leads each figure back to the units' versions and their people, zeros left out", () => {
    const { provenance } = compose();
    expect(provenance[CELL]?.map(({ unit: name, value, version: number }) => [name, value, number])).toEqual([
      ["财政局", "3", 2],
      ["司法局", "4", 1],
    ]);
    expect(provenance[CELL]?.[0]).toMatchObject({
      submittedBy: "财政局填报人",
      submittedAt: "2020-01-16T08:00:00.000Z",
      approvedBy: "审核人",
    });
    expect(provenance).not.toHaveProperty("requests.received.business");
    expect(provenance).not.toHaveProperty("indicators.training");
  });

  it("counts and prints signed adjustments only", () => {
    const document = compose();
    expect(document.figures[CELL]).toBe("6");
    expect(document.adjustments.map(({ amount }) => amount)).toEqual(["-1"]);
  });

  it("lists every unit, each indicator with its owner, and whatever is missing", () => {
    const units = [unit("财政局"), unit("司法局", false)];
    const document = compose({ rollUp: rollUp({ format, units, sums: [], adjustments: [] }) });
    expect(document.units.map(({ name, status }) => [name, status])).toEqual([
      ["财政局", "included"],
      ["司法局", "missing"],
    ]);
    expect(document.indicators).toEqual([
      { key: "training", label: "培训", unit: "次", owner: "财政局", value: "7", isApproximate: false },
    ]);
    expect(document.gaps).toContain("还有 1 个单位没有全部审核通过：司法局。");
    expect(document.gaps).toContain("还有 1 条汇总调整没有签字，没有计入。");
    expect(document.gaps.some((gap) => gap.startsWith("第五部分"))).toBe(true);
    expect(document.gaps.some((gap) => gap.startsWith("第一部分"))).toBe(false);
  });

  it("carries the title of the notice's template, the office's address, last year's figures and the notes", () => {
    expect(compose({ previousFigures: { [CELL]: "5" } })).toMatchObject({
      schema: "nianbao.document/1",
      title: "示例区2019年政府信息公开工作年度报告",
      district: "示例区",
      office: "区政府办公室",
      contact: { address: "一号", postcode: "100000", phone: "1" },
      previousFigures: { [CELL]: "5" },
      notes: ["一条说明"],
    });
  });

  it("says in words what is missing, and nothing of what is not", () => {
    const units = [unit("财政局"), unit("司法局", false), unit("人社局", false)];
    const complete = format.sections.filter(({ kind }) => kind === "narrative").map(({ id }) => id);
    const settled = {
      outline: complete.map((sectionId) => ({ ...heading, key: sectionId, sectionId })),
      texts: new Map(complete.map((sectionId) => [sectionId, "已写。"])),
      adjustments: [],
    };
    expect(compose(settled).gaps).toEqual([]);
    const figures = { ...material().rollUp.figures, "active.rules.made": null, "active.rules.disclosed": null };
    const open = {
      adjustments: [adjustment("-1", "proposed"), adjustment("-2", "proposed"), adjustment("-3", "signed")],
      rollUp: { ...rollUp({ format, units, sums: [], adjustments: [] }), figures },
    };
    expect(compose({ ...settled, ...open }).gaps).toEqual([
      "还有 2 个单位没有全部审核通过：司法局、人社局。",
      "表格中还有 2 格没有数。",
      "还有 2 条汇总调整没有签字，没有计入。",
    ]);
  });

  it("lists a section as without text only where none of its headings has any", () => {
    const outline = [heading, { ...heading, key: "empty", title: "平台建设", owners: [] }];
    expect(compose({ outline }).gaps.filter((gap) => gap.startsWith("第一部分"))).toEqual([]);
    const unwritten = compose({ outline, versions: [] }).gaps;
    expect(unwritten).toContain("第一部分“总体情况”还没有文字。");
    expect(unwritten.filter((gap) => gap.endsWith("还没有文字。"))).toHaveLength(3);
  });

  it("names a blank or a text among the parts of a figure, since a reader asks what became of it", () => {
    const figures = { [CELL]: null, "requests.received.business": "不适用" };
    const { provenance } = compose({
      versions: [version("财政局", { sectionId: "requests", figures, paragraphs: {} })],
    });
    expect(Object.values(provenance).map((parts) => parts.map(({ value }) => value))).toEqual([[null], ["不适用"]]);
  });

  it("is a draft that nobody has published, and the same material gives the same document", () => {
    expect(compose()).toMatchObject({ state: "draft", publishedOn: null, verificationCode: null, erratum: null });
    expect(JSON.stringify(compose())).toBe(JSON.stringify(compose()));
  });
});
