import { describe, expect, it } from "vitest";
import { chartsOfSection } from "@/lib/domain/report-charts";
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
