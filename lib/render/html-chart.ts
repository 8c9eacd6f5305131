import type { Chart, ChartBar, ChartPair } from "@/lib/domain/report-charts";
import { attributes, escapeMarkup } from "@/lib/render/markup";

const PAIR = { width: 128, height: 116, bar: 48, gap: 8, top: 12, bottom: 96 } as const;
const BARS = { label: 232, width: 560, row: 26, bar: 14 } as const;
const INK = "#182229";
const INK_2 = "#44525b";
const BEFORE = "#b9b2a2";
const AFTER = "#17556f";

/** A chart as a figure: the caption is text, each drawing is SVG with a text alternative. */
export function chartFigure(chart: Chart): string {
  const drawing =
    chart.kind === "pairs"
      ? `<div class="chart-pairs">${chart.pairs.map((pair) => `<div class="chart-pair"><b>${escapeMarkup(pair.title)}</b><span>${pair.change}</span>${pairSvg(pair)}</div>`).join("")}</div>`
      : barsSvg(chart.bars, chart.text);
  return [
    `<figure${attributes({ id: `c-${chart.id}` })}>`,
    `<figcaption><b>${escapeMarkup(chart.title)}</b><span>${escapeMarkup(chart.note)}</span></figcaption>`,
    `${drawing}</figure>`,
  ].join("");
}

/** Two years side by side on an axis that begins at zero. */
function pairSvg(pair: ChartPair): string {
  const { width, height, bar, gap, bottom } = PAIR;
  const text = `${pair.title}：${pair.before.label}年${pair.before.value}，${pair.after.label}年${pair.after.value}`;
  return [
    `<svg${attributes({ xmlns: "http://www.w3.org/2000/svg", viewBox: `-4 0 ${width} ${height}`, width, height, role: "img", "aria-label": text, "font-size": 12 })}>`,
    pairBar(pair.before, 0, BEFORE, INK, false),
    pairBar(pair.after, bar + gap, AFTER, "#fff", true),
    `<path d="M-4 ${bottom + 0.5}H${bar * 2 + gap + 4}" stroke="${INK_2}"/></svg>`,
  ].join("");
}

/** The value stands in its bar where the bar is high enough, else above it. */
function pairBar(of: ChartBar, x: number, fill: string, inside: string, isBold: boolean): string {
  const { bar, top, bottom, height } = PAIR;
  const long = Math.round(of.length * (bottom - top) * 10) / 10;
  const y = Math.round((bottom - long) * 10) / 10;
  const fits = long >= 22 && of.value.length <= 7;
  const value = attributes({
    x: x + bar / 2,
    y: fits ? y + 16 : y - 4,
    fill: fits ? inside : INK,
    "text-anchor": "middle",
    "font-weight": isBold ? 600 : null,
    "font-size": of.value.length > 9 ? 8 : null,
  });
  return [
    `<rect${attributes({ x, y, width: bar, height: long, fill })}/>`,
    `<text${value}>${escapeMarkup(of.value.replace("-", "−"))}</text>`,
    `<text${attributes({ x: x + bar / 2, y: height - 4, fill: INK_2, "text-anchor": "middle" })}>${escapeMarkup(of.label)}</text>`,
  ].join("");
}

function barsSvg(bars: readonly ChartBar[], text: string): string {
  const { label, width, row, bar } = BARS;
  const longest = Math.max(...bars.map(({ value }) => value.length));
  const room = width - label - 12 - longest * 8 - 8;
  const lines = bars.map((of, index) => {
    const middle = index * row + row / 2;
    const long = Math.max(Math.round(of.length * room * 10) / 10, 1);
    return [
      `<text${attributes({ x: 0, y: middle + 4.5, fill: INK })}>${escapeMarkup(of.label)}</text>`,
      `<rect${attributes({ x: label + 12, y: middle - bar / 2, width: long, height: bar, fill: AFTER })}/>`,
      `<text${attributes({ x: label + 12 + long + 8, y: middle + 4.5, fill: INK, "font-weight": 600 })}>${escapeMarkup(of.value)}</text>`,
    ].join("");
  });
  const height = bars.length * row;
  return `<svg${attributes({ xmlns: "http://www.w3.org/2000/svg", "data-bars": "", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": text, "font-size": 13 })}>${lines.join("")}</svg>`;
}
