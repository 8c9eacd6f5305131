import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { Chart, ChartBar, ChartPair } from "@/lib/domain/report-charts";

const BAR = 48;
const BESIDE = 56;
const TOP = 12;
const FLOOR = 96;
/** A value stands inside its bar only where it fits there. */
const INSIDE_HEIGHT = 22;
const INSIDE_SIGNS = 7;

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
    <div className="grid grid-cols-[minmax(176px,34%)_1fr_minmax(28px,auto)] items-center gap-3 py-0.75 text-sm max-md:grid-cols-[150px_1fr_minmax(20px,auto)]">
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

/** Two years side by side on one axis that begins at zero. */
function Pair({ pair }: { pair: ChartPair }): ReactNode {
  const text = `${pair.title}：${pair.before.label}年${pair.before.value}，${pair.after.label}年${pair.after.value}`;
  return (
    <div className="chart-pair">
      <b>{pair.title}</b>
      <span>{pair.change}</span>
      <svg className="h-29 w-32" viewBox="-4 0 128 116" role="img" aria-label={text}>
        <YearBar bar={pair.before} x={0} isNew={false} />
        <YearBar bar={pair.after} x={BESIDE} isNew />
        <path className="stroke-ink-2" d="M-4 96.5H108" />
      </svg>
    </div>
  );
}

function YearBar({ bar, x, isNew }: { bar: ChartBar; x: number; isNew: boolean }): ReactNode {
  const height = bar.length * (FLOOR - TOP);
  const top = FLOOR - height;
  const isInside = height >= INSIDE_HEIGHT && bar.value.length <= INSIDE_SIGNS;
  return (
    <g className="text-xs" textAnchor="middle">
      <rect
        className={cn("[print-color-adjust:exact]", isNew ? "fill-accent" : "fill-chart-past")}
        x={x}
        y={top}
        width={BAR}
        height={height}
      />
      <text
        className={cn(isInside && isNew ? "fill-white" : "fill-ink", isNew && "font-bold")}
        x={x + BAR / 2}
        y={isInside ? top + 16 : top - 4}
      >
        {bar.value.replace("-", "−")}
      </text>
      <text className="fill-ink-2" x={x + BAR / 2} y={112}>
        {bar.label}
      </text>
    </g>
  );
}
