import { scaleLinear } from "d3-scale";
import { layoutPair, PAIR_FIELD, type PlacedBar } from "@/lib/charts/pair-layout";
import type { Chart, ChartBar, ChartPair } from "@/lib/domain/report-charts";
import { attributes, escapeMarkup } from "@/lib/render/markup";

/** A label has so many characters in a line; `room` is the length of the longest bar. */
const BARS = { size: 13, characters: 22, line: 16, row: 26, bar: 14, room: 260, gap: 12 } as const;
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

function pairSvg(pair: ChartPair): string {
  const { left, width, height } = PAIR_FIELD;
  const { before, after, floor } = layoutPair(pair);
  const text = `${pair.title}：${before.label}年${before.value}，${after.label}年${after.value}`;
  return [
    `<svg${attributes({ xmlns: "http://www.w3.org/2000/svg", viewBox: `${left} 0 ${width} ${height}`, width, height, role: "img", "aria-label": text, "font-size": 12 })}>`,
    pairBar(before, BEFORE, INK, false),
    pairBar(after, AFTER, "#fff", true),
    `<path d="${floor}" stroke="${INK_2}"/></svg>`,
  ].join("");
}

function pairBar(bar: PlacedBar, fill: string, inside: string, isBold: boolean): string {
  const { x, y, width, height, middle } = bar;
  const value = attributes({
    x: middle,
    y: bar.textLine,
    fill: bar.isInside ? inside : INK,
    "text-anchor": "middle",
    "font-weight": isBold ? 600 : null,
    "font-size": bar.value.length > 9 ? 8 : null,
  });
  return [
    `<rect${attributes({ x, y, width, height, fill })}/>`,
    `<text${value}>${escapeMarkup(bar.text)}</text>`,
    `<text${attributes({ x: middle, y: PAIR_FIELD.yearLine, fill: INK_2, "text-anchor": "middle" })}>${escapeMarkup(bar.label)}</text>`,
  ].join("");
}

/** A label too long for one line takes two; bars begin where the longest line of all labels ends. */
function barsSvg(bars: readonly ChartBar[], text: string): string {
  const { size, line, row, bar, room, gap } = BARS;
  const labels = bars.map((of) => labelLines(of.label));
  const labelWidth = Math.max(...labels.flat().map(({ length }) => length)) * size;
  const from = labelWidth + gap;
  const longest = Math.max(...bars.map(({ value }) => value.length));
  const lengthOf = scaleLinear([0, 1], [0, room]);
  let top = 0;
  const drawn = bars.map((of, index) => {
    const lines = labels[index] ?? [];
    const height = row + (lines.length - 1) * line;
    const middle = top + height / 2;
    top += height;
    const long = Math.max(Math.round(lengthOf(of.length) * 10) / 10, 1);
    return [
      ...lines.map((words, at) => {
        const y = middle + 4.5 + (at - (lines.length - 1) / 2) * line;
        return `<text${attributes({ x: 0, y, fill: INK })}>${escapeMarkup(words)}</text>`;
      }),
      `<rect${attributes({ x: from, y: middle - bar / 2, width: long, height: bar, fill: AFTER })}/>`,
      `<text${attributes({ x: from + long + 8, y: middle + 4.5, fill: INK, "font-weight": 600 })}>${escapeMarkup(of.value)}</text>`,
    ].join("");
  });
  const width = from + room + 8 + longest * 8 + 8;
  return `<svg${attributes({ xmlns: "http://www.w3.org/2000/svg", "data-bars": "", viewBox: `0 0 ${width} ${top}`, width, height: top, role: "img", "aria-label": text, "font-size": size })}>${drawn.join("")}</svg>`;
}

function labelLines(label: string): string[] {
  if (label.length <= BARS.characters) return [label];
  const half = Math.ceil(label.length / 2);
  return [label.slice(0, half), label.slice(half)];
}
