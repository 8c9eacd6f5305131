import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { layoutPair, PAIR_FIELD, type PlacedBar } from "@/lib/charts/pair-layout";
import type { Chart, ChartBar, ChartPair } from "@/lib/domain/report-charts";

/** A chart of the paper: caption and values are text, and what is drawn is said in words as well. */
export function PaperChart({ chart }: { chart: Chart }): ReactNode {
  return (
    <figure>
      <figcaption>
        <b>{chart.title}</b>
        <span>{chart.note}</span>
      </figcaption>
      {chart.kind === "pairs" ? (
        <div className="chart-pairs">
          {chart.pairs.map((pair) => (
            <Pair key={pair.title} pair={pair} />
          ))}
        </div>
      ) : (
        chart.bars.map((bar) => <Bar key={bar.label} bar={bar} />)
      )}
    </figure>
  );
}

function Bar({ bar }: { bar: ChartBar }): ReactNode {
  return (
    <div className="grid grid-cols-[minmax(--spacing(44),34%)_1fr_minmax(--spacing(7),auto)] items-center gap-3 py-0.75 text-sm max-md:grid-cols-[--spacing(37.5)_1fr_minmax(--spacing(5),auto)]">
      <span>{bar.label}</span>
      <span>
        <i
          className="block h-3.5 min-w-px bg-accent [print-color-adjust:exact]"
          style={{ width: `${bar.length * 100}%` }}
        />
      </span>
      <b className="text-right">{bar.value}</b>
    </div>
  );
}

function Pair({ pair }: { pair: ChartPair }): ReactNode {
  const { left, width, height } = PAIR_FIELD;
  const { before, after, floor } = layoutPair(pair);
  const text = `${pair.title}：${before.label}年${before.value}，${after.label}年${after.value}`;
  return (
    <div className="chart-pair">
      <b>{pair.title}</b>
      <span>{pair.change}</span>
      <svg className="h-29 w-32" viewBox={`${left} 0 ${width} ${height}`} role="img" aria-label={text}>
        <YearBar bar={before} isNew={false} />
        <YearBar bar={after} isNew />
        <path className="stroke-ink-2" d={floor} />
      </svg>
    </div>
  );
}

function YearBar({ bar, isNew }: { bar: PlacedBar; isNew: boolean }): ReactNode {
  const { x, y, width, height } = bar;
  return (
    <g className="text-xs" textAnchor="middle">
      <rect
        className={cn("[print-color-adjust:exact]", isNew ? "fill-accent" : "fill-chart-past")}
        {...{ x, y, width, height }}
      />
      <text
        className={cn(bar.isInside && isNew ? "fill-white" : "fill-ink", isNew && "font-bold")}
        x={bar.middle}
        y={bar.textLine}
      >
        {bar.text}
      </text>
      <text className="fill-ink-2" x={bar.middle} y={PAIR_FIELD.yearLine}>
        {bar.label}
      </text>
    </g>
  );
}
