import { describe, expect, it } from "vitest";
import { chartsOfSection } from "@/lib/domain/report-charts";
import { annualReport2021 } from "@/lib/formats/annual-report-2021";
import { qianwan2019 } from "@/lib/render/testing/sample-documents";

const report = qianwan2019();
const chart = (document: typeof report, section: "active" | "requests", id: string) =>
  chartsOfSection(document, section).find((chart) => chart.id === id);

describe("chartsOfSection", () => {
  it("draws outcomes that occurred, in the form's order, and says how many did not", () => {
    const outcomes = chart(report, "requests", "outcomes");
    if (outcomes?.kind !== "bars") throw new Error("no bars");
    const total = report.figures["requests.outcome_total.total"];
    expect(outcomes.title).toBe(`${total}件申请的办理结果`);
    expect(outcomes.bars.every((bar) => bar.value !== "0")).toBe(true);
    const sum = outcomes.bars.reduce((all, bar) => all + Number(bar.value), 0);
    expect(String(sum)).toBe(total);
    expect(Math.max(...outcomes.bars.map((bar) => bar.length))).toBe(1);
    expect(outcomes.text).toContain(`${outcomes.bars[0]?.label}${outcomes.bars[0]?.value}件`);
  });

  it("leaves a chart out whose figures are zero or not known", () => {
    const nothing = Object.fromEntries(Object.keys(report.figures).map((key) => [key, "0"]));
    expect(chartsOfSection({ ...report, figures: nothing, previousFigures: nothing }, "requests")).toEqual([]);
    expect(chartsOfSection({ ...report, figures: {}, previousFigures: null }, "requests")).toEqual([]);
    expect(chartsOfSection(report, "litigation")).toEqual([]);
  });

  it("sets two years side by side with the change in per cent, and without one where last year was zero", () => {
    const figures = { ...report.figures, "requests.received.total": "12", "requests.carried_out.total": "3" };
    const previousFigures = {
      "requests.received.total": "16",
      "requests.outcome_total.total": report.figures["requests.outcome_total.total"] ?? null,
      "requests.carried_out.total": "0",
    };
    const years = chart({ ...report, figures, previousFigures }, "requests", "requests-years");
    if (years?.kind !== "pairs") throw new Error("no pairs");
    expect(years.pairs.map(({ title, change }) => [title, change])).toEqual([
      ["本年新收", "−25.0%"],
      ["办理结果总计", "持平"],
      ["结转下年度", "+3"],
    ]);
    const [received] = years.pairs;
    expect(received?.before).toEqual({ label: "2018", value: "16", length: 1 });
    expect(received?.after).toEqual({ label: "2019", value: "12", length: 0.75 });
  });

  it("takes the stock of 2019 from the form's own columns", () => {
    const stock = chart(report, "active", "stock");
    if (stock?.kind !== "pairs") throw new Error("no pairs");
    const [first] = stock.pairs;
    const row = report.format.sections
      .find((section) => section.id === "active")
      ?.tables.flatMap((table) => table.rows)
      .find((candidate) => candidate.label === first?.title);
    const before = report.figures[`active.${row?.key}.items_last_year`] ?? "";
    const change = report.figures[`active.${row?.key}.change`] ?? "";
    expect(first?.before.value).toBe(before);
    expect(first?.after.value).toBe(String(Number(before) + Number(change)));
  });
});

const bars = (of: ReturnType<typeof chart>) => (of?.kind === "bars" ? of.bars : []);
const pairs = (of: ReturnType<typeof chart>) => (of?.kind === "pairs" ? of.pairs : []);

describe("a chart of outcomes", () => {
  const requests = (of: Record<string, string>) =>
    Object.fromEntries(Object.entries(of).map(([row, value]) => [`requests.${row}.total`, value]));
  const none = Object.fromEntries(Object.keys(report.figures).map((key) => [key, "0"]));

  it("names each outcome with its group, without the form's numbering and remarks", () => {
    const figures = requests({
      outcome_total: "16",
      granted: "3",
      granted_in_part: "1",
      refused_security_stability: "8",
      not_processed_excessive: "2",
      other: "2",
    });
    const outcomes = chart({ ...report, figures: { ...none, ...figures } }, "requests", "outcomes");
    expect(outcomes).toMatchObject({
      title: "16件申请的办理结果",
      note: "单位：件。其余14种结果均为0。",
      text: "16件申请的办理结果：予以公开3件，部分公开1件，不予公开：危及“三安全一稳定”8件，不予处理：无正当理由大量反复申请2件，其他处理2件。",
    });
    expect(bars(outcomes).map(({ length }) => length)).toEqual([0.375, 0.125, 1, 0.25, 0.25]);
  });

  it("says of no outcome that it is zero where it is not known", () => {
    const outcomes = chart(
      { ...report, figures: requests({ outcome_total: "3", granted: "3" }) },
      "requests",
      "outcomes",
    );
    expect(outcomes).toMatchObject({ note: "单位：件。", bars: [{ label: "予以公开", value: "3", length: 1 }] });
  });

  it("is left out where the total is not known", () => {
    expect(chart({ ...report, figures: requests({ granted: "3" }) }, "requests", "outcomes")).toBeUndefined();
  });
});

describe("a chart of applicants", () => {
  const received = (of: Record<string, string>) =>
    Object.fromEntries(Object.entries(of).map(([column, value]) => [`requests.received.${column}`, value]));

  it("lists who applied without the total, and tells the other organisations from other outcomes", () => {
    const figures = received({
      natural_person: "8",
      business: "0",
      research: "0",
      welfare: "0",
      legal_service: "0",
      other_organisation: "2",
      total: "10",
    });
    expect(chart({ ...report, figures }, "requests", "applicants")).toEqual({
      kind: "bars",
      id: "applicants",
      title: "10件新收申请的申请人",
      note: "单位：件。其余4类申请人均为0。",
      text: "10件新收申请的申请人：自然人8件，其他法人或其他组织2件。",
      bars: [
        { label: "自然人", value: "8", length: 1 },
        { label: "其他法人或其他组织", value: "2", length: 0.25 },
      ],
    });
  });

  it("leaves unknown columns out, and is left out where nobody applied or the total is not known", () => {
    const known = { ...report, figures: received({ business: "1", total: "1" }) };
    expect(chart(known, "requests", "applicants")).toMatchObject({
      note: "单位：件。",
      bars: [{ label: "商业企业", value: "1", length: 1 }],
    });
    expect(chart({ ...report, figures: received({ business: "1" }) }, "requests", "applicants")).toBeUndefined();
    expect(chart({ ...report, figures: received({ business: "0", total: "0" }) }, "requests", "applicants")).toBe(
      undefined,
    );
  });
});

describe("charts of two years", () => {
  it("leave out rows of which a year is not known or both are zero, and say in words what they show", () => {
    const figures = {
      "requests.received.total": "12",
      "requests.outcome_total.total": "0",
      "requests.carried_out.total": "5",
    };
    const previous = { "requests.received.total": "0", "requests.outcome_total.total": "0" };
    const years = chart({ ...report, figures, previousFigures: previous }, "requests", "requests-years");
    expect(years).toMatchObject({
      title: "政府信息公开申请，与上年相比",
      note: "单位：件。各图纵轴各自从0起。",
      text: "政府信息公开申请，与上年相比：本年新收2018年0件，2019年12件。",
    });
    expect(pairs(years)).toEqual([
      {
        title: "本年新收",
        change: "+12",
        before: { label: "2018", value: "0", length: 0 },
        after: { label: "2019", value: "12", length: 1 },
      },
    ]);
    expect(chart({ ...report, figures: {}, previousFigures: figures }, "requests", "requests-years")).toBeUndefined();
  });

  it("show the stock of items from the form's own columns, rows without items or without figures left out", () => {
    const figures = {
      "active.licensing.items_last_year": "20",
      "active.licensing.change": "-5",
      "active.other_services.items_last_year": "0",
      "active.other_services.change": "0",
      "active.penalties.items_last_year": "0",
      "active.penalties.change": "3",
      "active.coercion.items_last_year": "4",
      "active.coercion.change": "-4",
      "active.fees.items_last_year": "2",
    };
    const stock = chart({ ...report, figures }, "active", "stock");
    expect(stock).toMatchObject({
      title: "年末项目数量，与上年相比",
      note: "单位：项。2019年末＝上一年项目数量＋本年增/减。各图纵轴各自从0起。",
      text: "年末项目数量，与上年相比：行政许可2018年20项，2019年15项；行政处罚2018年0项，2019年3项；行政强制2018年4项，2019年0项。",
    });
    expect(pairs(stock).map(({ title, change, after }) => [title, change, after.length])).toEqual([
      ["行政许可", "−25.0%", 0.75],
      ["行政处罚", "+3", 1],
      ["行政强制", "−100.0%", 0],
    ]);
  });

  it("show decisions against last year's report where the form has no items, and nothing without last year", () => {
    const document = {
      ...report,
      year: 2022,
      format: annualReport2021,
      figures: {
        "active.licensing.decisions": "30",
        "active.penalties.decisions": "0",
        "active.coercion.decisions": "1",
      },
      previousFigures: { "active.licensing.decisions": "24", "active.penalties.decisions": "0" },
    };
    expect(chartsOfSection(document, "active")).toEqual([
      {
        kind: "pairs",
        id: "decisions",
        title: "处理决定数量，与上年相比",
        note: "单位：件。各图纵轴各自从0起。",
        text: "处理决定数量，与上年相比：行政许可2021年24件，2022年30件。",
        pairs: [
          {
            title: "行政许可",
            change: "+25.0%",
            before: { label: "2021", value: "24", length: 0.8 },
            after: { label: "2022", value: "30", length: 1 },
          },
        ],
      },
    ]);
    expect(chartsOfSection({ ...document, previousFigures: null }, "active")).toEqual([]);
  });
});
