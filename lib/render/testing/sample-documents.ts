import { readFileSync } from "node:fs";
import { computeTotals } from "@/lib/domain/cell";
import { CHECKS } from "@/lib/domain/check/registry";
import type { RuleRecord } from "@/lib/domain/check-record";
import { documentOfInterchange } from "@/lib/domain/document-of-interchange";
import { type InterchangeReport, InterchangeReportSchema } from "@/lib/domain/interchange";
import { resolveNarrative, splitParagraphs } from "@/lib/domain/narrative";
import type { ReportDocument, ReportHeading } from "@/lib/domain/report-document";
import { getFormat } from "@/lib/formats";
import { DepartmentsSchema, provenanceOf, sumOfUnits } from "./sample-provenance";

/** Headings of the published report, in its order and with its numbers. */
const QIANWAN_HEADINGS: readonly Omit<ReportHeading, "paragraphs">[] = [
  { key: "disclosure_preface", level: 1, number: "（一）", title: "主动公开" },
  { key: "proposals", level: 2, number: "1.", title: "提案办理结果公开" },
  { key: "service_reform", level: 2, number: "2.", title: "政务服务改革" },
  { key: "resource_trading", level: 2, number: "3.", title: "公共资源交易" },
  { key: "fiscal_disclosure", level: 2, number: "4.", title: "财政信息公开" },
  { key: "work_safety", level: 2, number: "5.", title: "安全生产工作" },
  { key: "social_security", level: 2, number: "6.", title: "社会保障工作" },
  { key: "applications", level: 1, number: "（二）", title: "依申请公开" },
  { key: "public_concerns", level: 1, number: "（三）", title: "回应社会关切以及互动交流情况" },
  { key: "platform", level: 1, number: "（四）", title: "平台建设" },
];

/** The report of 2019 as its eight units make it, published, with provenance and figures bound in its text. */
export function qianwan2019(): ReportDocument {
  const departments = DepartmentsSchema.parse(readJson("qianwan-2019-departments.json"));
  const published = readReport("qianwan-2019.json");
  const format = formatOf(published);
  const base: ReportDocument = {
    ...documentOfInterchange({ ...published, organisation: departments.district }, format),
    state: "published",
    version: 1,
    date: "2020-02-18",
  };
  const figures = computeTotals(format, sumOfUnits(departments, base));
  const textOf = new Map(departments.departments.flatMap((unit) => Object.entries(unit.narrative)));
  const paragraphs = (key: string): ReportHeading["paragraphs"] =>
    splitParagraphs(bindFigures(key, textOf.get(key) ?? "")).map((line) =>
      resolveNarrative(line, (cellKey) => figures[cellKey] ?? null),
    );
  const headings: Readonly<Record<string, ReportHeading[]>> = {
    overview: QIANWAN_HEADINGS.map((heading) => ({ ...heading, paragraphs: paragraphs(heading.key) })),
    problems: ["problems", "improvements"].map((key) => ({
      key,
      level: 0,
      number: "",
      title: "",
      paragraphs: paragraphs(key),
    })),
  };
  return {
    ...base,
    office: departments.contact.office,
    publishedOn: "2020-02-18",
    verificationCode: "7F3A 91C2 0D5E 4B68",
    contact: {
      address: departments.contact.address,
      postcode: departments.contact.postcode,
      phone: departments.contact.phone,
    },
    preface: [
      [
        {
          kind: "text",
          text: "根据《中华人民共和国政府信息公开条例》，特向社会公布2019年度青岛前湾保税港区政府信息公开工作年度报告。",
        },
      ],
    ],
    sections: base.sections.map((section) => ({ ...section, headings: headings[section.id] ?? [] })),
    figures,
    indicators: departments.departments.flatMap((unit) =>
      unit.indicators.map(({ key, label, value, unit: measure, approximate }) => ({
        key,
        label,
        unit: measure,
        owner: unit.name,
        value,
        isApproximate: approximate,
      })),
    ),
    units: departments.departments.map((unit) => ({
      name: unit.name,
      isOffice: unit.id === "office",
      status: Object.keys(unit.figures).length > 0 ? "included" : "nil",
      reason: null,
    })),
    provenance: provenanceOf(departments),
  };
}

/** The report of 2021, read as published, with the figures of 2020 beside it where both forms have the cell. */
export function pingtan2021(): ReportDocument {
  const report = readReport("pingtan-2021.json");
  const narrative = Object.fromEntries([
    ["overview", (report.narrative_facts ?? []).map((fact) => `${fact.text}。`).join("\n")],
    ["problems", "部分单位公开不够及时，将加强培训与督促检查。"],
    ["other", "本年度无收取信息处理费情况。"],
  ]);
  const previous = readReport("pingtan-2020.json");
  return {
    ...documentOfInterchange({ ...report, narrative }, formatOf(report), { previous }),
    state: "published",
    version: 1,
    date: "2022-02-08",
  };
}

/** A report of 2023 without texts, whose requests ended in every way that the form knows. */
export function suqian2023(): ReportDocument {
  const report = readReport("suqian-2023.json");
  return { ...documentOfInterchange(report, formatOf(report)), state: "published", version: 1, date: "2024-01-28" };
}

/** A draft with a missing unit, a blank cell and its list of gaps. */
export function draftOf(document: ReportDocument): ReportDocument {
  return {
    ...document,
    state: "draft",
    publishedOn: null,
    verificationCode: null,
    units: document.units.map((unit, index) => (index === 2 ? { ...unit, status: "missing" } : unit)),
    figures: { ...document.figures, "active.penalties.decisions": null },
    gaps: ["还有1个单位没有全部审核通过：综合行政执法局。", "表格中还有1格没有数。"],
  };
}

/** The same with its list of checks: one rule found something that was explained, and one was switched off. */
export function checkedOf(document: ReportDocument): ReportDocument {
  const checks = CHECKS.map(({ rule, version, severity, holdsFrom }): RuleRecord => {
    const of = { rule, version, severity, holdsFrom, findings: 0, explained: 0, setting: null };
    if (rule === "OUTLIER") return { ...of, outcome: "warning", findings: 2, explained: 2 };
    if (rule !== "SAME-AS-LAST-YEAR") return { ...of, outcome: "passed" };
    return {
      ...of,
      outcome: "off",
      setting: { effect: "off", since: "2020-01-05", reason: "把固定格式的段落当成照抄。" },
    };
  });
  return { ...document, checks };
}

/** A second version that corrects one figure, with its table of differences and a signed adjustment. */
export function erratumOf(document: ReportDocument): ReportDocument {
  return {
    ...document,
    version: 2,
    publishedOn: "2020-03-06",
    figures: { ...document.figures, "active.penalties.decisions": "16" },
    adjustments: [
      {
        cellKey: "active.penalties.decisions",
        amount: "-1",
        reason: "联合执法的1件由两个单位重复计入。",
        proposedBy: "王芳",
        signedBy: "张伟",
      },
    ],
    erratum: {
      supersedesVersion: 1,
      reason: "联合执法案件重复计入。",
      differences: [
        { cellKey: "active.penalties.decisions", label: "行政处罚·处理决定数量", before: "17", after: "16" },
      ],
      passages: [
        { place: "一、总体情况（一）主动公开", before: "处罚案件17件。", after: "处罚案件16件。" },
        { place: "一、总体情况（二）依申请公开", before: null, after: "联合执法案件由牵头单位计入。" },
      ],
    },
  };
}

/** The text names two figures of the tables; they are bound so that text and table cannot disagree. */
function bindFigures(key: string, text: string): string {
  if (key === "disclosure_preface") {
    return text
      .replace("行政许可223条", "行政许可{{active.licensing.change}}条")
      .replace("处决5228条", "处理决定{{active.licensing.decisions}}条")
      .replace("金额1098.26万元", "金额{{active.procurement.amount}}万元");
  }
  return key === "applications" ? text.replace("申请11条", "申请{{requests.received.total}}条") : text;
}

function formatOf(report: InterchangeReport) {
  const format = getFormat(report.format);
  if (!format) throw new Error(`no format ${report.format}`);
  return format;
}

function readReport(name: string): InterchangeReport {
  return InterchangeReportSchema.parse(readJson(name));
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../db/demo/reports/${name}`, import.meta.url), "utf8"));
}
