import { addDecimals, compareDecimals, divideDecimals, multiplyDecimals, subtractDecimals } from "@/lib/domain/decimal";
import { type DecimalText, readFigure } from "@/lib/domain/figure";
import type { FormatTable, SectionId } from "@/lib/domain/format";
import type { PrintedReport } from "@/lib/domain/report-document";

/** One value of a chart with its share of the longest bar, from 0 to 1, for drawing. */
export type ChartBar = { label: string; value: DecimalText; length: number };

/**
 * A chart as data: `pairs` are small charts of two years each with axes of their own, `bars` one list of bars. `text`
 * says in words what it shows, for readers who do not see it.
 */
export type Chart =
  | { kind: "pairs"; id: string; title: string; note: string; text: string; pairs: ChartPair[] }
  | { kind: "bars"; id: string; title: string; note: string; text: string; bars: ChartBar[] };

export type ChartPair = { title: string; change: string; before: ChartBar; after: ChartBar };

/** What the figures of a section show at a glance. A chart whose figures are not all numbers, or all zero, is left out. */
export function chartsOfSection(document: PrintedReport, sectionId: SectionId): Chart[] {
  const charts =
    sectionId === "active"
      ? [stockChart(document)]
      : sectionId === "requests"
        ? [yearChart(document), outcomeChart(document), applicantChart(document)]
        : [];
  return charts.filter((chart) => chart !== null);
}

function numberOf(document: PrintedReport, cellKey: string): DecimalText | null {
  const figure = readFigure(document.figures[cellKey]);
  return figure.kind === "number" ? figure.value : null;
}

function previousOf(document: PrintedReport, cellKey: string): DecimalText | null {
  const figure = readFigure(document.previousFigures?.[cellKey]);
  return figure.kind === "number" ? figure.value : null;
}

/** Stocks at the end of both years: from the form's own columns where it has them, else from last year's report. */
function stockChart(document: PrintedReport): Chart | null {
  const tables = document.format.sections.find((section) => section.id === "active")?.tables ?? [];
  const pairs = tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      const before = numberOf(document, `active.${row.key}.items_last_year`);
      const change = numberOf(document, `active.${row.key}.change`);
      if (before === null || change === null) return [];
      const after = addDecimals([before, change]);
      return before === "0" && after === "0" ? [] : [pairOf(document.year, row.label, before, after)];
    }),
  );
  if (pairs.length === 0) return decisionsChart(document, tables);
  return pairsChart({
    id: "stock",
    title: "年末项目数量，与上年相比",
    note: `单位：项。${document.year}年末＝上一年项目数量＋本年增/减。各图纵轴各自从0起。`,
    pairs,
    unit: "项",
  });
}

/** A cell in last year's report and in this one; none where a year is not known or both are zero. */
function pairOfYears(document: PrintedReport, cellKey: string, title: string): ChartPair[] {
  const before = previousOf(document, cellKey);
  const after = numberOf(document, cellKey);
  if (before === null || after === null || (before === "0" && after === "0")) return [];
  return [pairOf(document.year, title, before, after)];
}

function decisionsChart(document: PrintedReport, tables: readonly FormatTable[]): Chart | null {
  const pairs = tables.flatMap((table) =>
    table.rows.flatMap((row) => pairOfYears(document, `active.${row.key}.decisions`, row.label)),
  );
  if (pairs.length === 0) return null;
  return pairsChart({
    id: "decisions",
    title: "处理决定数量，与上年相比",
    note: "单位：件。各图纵轴各自从0起。",
    pairs,
    unit: "件",
  });
}

const YEAR_ROWS = [
  ["received", "本年新收"],
  ["outcome_total", "办理结果总计"],
  ["carried_out", "结转下年度"],
] as const;

function yearChart(document: PrintedReport): Chart | null {
  const pairs = YEAR_ROWS.flatMap(([row, title]) => pairOfYears(document, `requests.${row}.total`, title));
  if (pairs.length === 0) return null;
  return pairsChart({
    id: "requests-years",
    title: "政府信息公开申请，与上年相比",
    note: "单位：件。各图纵轴各自从0起。",
    pairs,
    unit: "件",
  });
}

/** The outcomes that occurred, in the form's order. */
function outcomeChart(document: PrintedReport): Chart | null {
  const table = requestsTableOf(document);
  const total = numberOf(document, "requests.outcome_total.total");
  const sum = table?.cells.find((cell) => cell.key === "requests.outcome_total.natural_person")?.sumOf ?? [];
  const rows = sum.flatMap((key) => table?.rows.find((row) => key === `requests.${row.key}.natural_person`) ?? []);
  const values = rows.map((row) => {
    const group = row.left.at(-1) ?? "";
    const value = numberOf(document, `requests.${row.key}.total`);
    return { label: outcomeLabel(group, row.label), value };
  });
  const shown = values.flatMap(({ label, value }) => (value === null || value === "0" ? [] : [{ label, value }]));
  if (total === null || shown.length === 0) return null;
  const zero = values.filter(({ value }) => value === "0").length;
  const bars = barsOf(shown);
  return {
    kind: "bars",
    id: "outcomes",
    title: `${total}件申请的办理结果`,
    note: zero > 0 ? `单位：件。其余${zero}种结果均为0。` : "单位：件。",
    text: `${total}件申请的办理结果：${bars.map((bar) => `${bar.label}${bar.value}件`).join("，")}。`,
    bars,
  };
}

function applicantChart(document: PrintedReport): Chart | null {
  const table = requestsTableOf(document);
  const columns = (table?.columns ?? []).filter((column) => column.key !== "total");
  const values = columns.map((column) => ({
    label: column.above.length > 1 && column.label === "其他" ? "其他法人或其他组织" : column.label,
    value: numberOf(document, `requests.received.${column.key}`),
  }));
  const total = numberOf(document, "requests.received.total");
  const shown = values.flatMap(({ label, value }) => (value === null || value === "0" ? [] : [{ label, value }]));
  if (total === null || shown.length === 0) return null;
  const zero = values.filter(({ value }) => value === "0").length;
  const bars = barsOf(shown);
  return {
    kind: "bars",
    id: "applicants",
    title: `${total}件新收申请的申请人`,
    note: zero > 0 ? `单位：件。其余${zero}类申请人均为0。` : "单位：件。",
    text: `${total}件新收申请的申请人：${bars.map((bar) => `${bar.label}${bar.value}件`).join("，")}。`,
    bars,
  };
}

function requestsTableOf(document: PrintedReport): FormatTable | undefined {
  return document.format.sections.find((section) => section.id === "requests")?.tables[0];
}

/** "（四）无法提供" and "1.本机关不掌握相关政府信息" give "无法提供：本机关不掌握相关政府信息". */
function outcomeLabel(group: string, label: string): string {
  const plain = (text: string): string => text.replace(/^（.）|^\d+\./, "").replace(/（.*）$/, "");
  return /^（.）/.test(group) ? `${plain(group)}：${plain(label)}` : plain(label);
}

function barsOf(values: readonly { label: string; value: DecimalText }[]): ChartBar[] {
  const longest = values.reduce((most, { value }) => (compareDecimals(value, most) > 0 ? value : most), "0");
  return values.map(({ label, value }) => ({ label, value, length: shareOf(value, longest) }));
}

function pairOf(year: number, title: string, before: DecimalText, after: DecimalText): ChartPair {
  const longest = compareDecimals(before, after) > 0 ? before : after;
  return {
    title,
    change: changeOf(before, after),
    before: { label: String(year - 1), value: before, length: shareOf(before, longest) },
    after: { label: String(year), value: after, length: shareOf(after, longest) },
  };
}

/** "+4.1%", "−3.0%", "持平"; without a percentage where last year was zero. */
function changeOf(before: DecimalText, after: DecimalText): string {
  if (compareDecimals(before, after) === 0) return "持平";
  const difference = subtractDecimals(after, before);
  const percent = divideDecimals(multiplyDecimals(difference, "100"), before, 1);
  const text = percent === null ? difference : `${percent}%`;
  return text.startsWith("-") ? `−${text.slice(1)}` : `+${text}`;
}

/** Only a length on paper: four places are finer than any printer. Nothing is drawn for what is not above zero. */
function shareOf(value: DecimalText, longest: DecimalText): number {
  if (compareDecimals(value, "0") <= 0) return 0;
  return Number(divideDecimals(value, longest, 4) ?? "0");
}

function pairsChart(of: { id: string; title: string; note: string; pairs: ChartPair[]; unit: string }): Chart {
  const { id, title, note, pairs, unit } = of;
  const text = `${title}：${pairs
    .map(
      (pair) =>
        `${pair.title}${pair.before.label}年${pair.before.value}${unit}，${pair.after.label}年${pair.after.value}${unit}`,
    )
    .join("；")}。`;
  return { kind: "pairs", id, title, note, text, pairs };
}
