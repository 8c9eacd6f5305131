import type { ReactNode } from "react";
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
    <figure className="fig">
      <figcaption>
        <b>{chart.title}</b>
        <span>{chart.note}</span>
      </figcaption>
      {chart.kind === "pairs" ? (
        <div className="pns">
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
    <div className="oc">
      <span>{bar.label}</span>
      <span>
        <i style={{ width: `${bar.length * 100}%` }} />
      </span>
      <b>{bar.value}</b>
    </div>
  );
}

/** Two years side by side on one axis that begins at zero. */
function Pair({ pair }: { pair: ChartPair }): ReactNode {
  const text = `${pair.title}：${pair.before.label}年${pair.before.value}，${pair.after.label}年${pair.after.value}`;
  return (
    <div className="pn">
      <b>{pair.title}</b>
      <span>{pair.change}</span>
      <svg viewBox="-4 0 128 116" role="img" aria-label={text}>
        <YearBar bar={pair.before} x={0} isNew={false} />
        <YearBar bar={pair.after} x={BESIDE} isNew />
        <path className="axis" d="M-4 96.5H108" />
      </svg>
    </div>
  );
}

function YearBar({ bar, x, isNew }: { bar: ChartBar; x: number; isNew: boolean }): ReactNode {
  const height = bar.length * (FLOOR - TOP);
  const top = FLOOR - height;
  const isInside = height >= INSIDE_HEIGHT && bar.value.length <= INSIDE_SIGNS;
  return (
    <g className={isNew ? "yb yb-new" : "yb"} textAnchor="middle">
      <rect x={x} y={top} width={BAR} height={height} />
      <text className={isInside ? "yb-in" : "yb-out"} x={x + BAR / 2} y={isInside ? top + 16 : top - 4}>
        {bar.value.replace("-", "−")}
      </text>
      <text x={x + BAR / 2} y={112}>
        {bar.label}
      </text>
    </g>
  );
}
