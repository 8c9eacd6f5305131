import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { compareDecimals, divideDecimals } from "@/lib/domain/decimal";
import { type DecimalText, readFigure } from "@/lib/domain/figure";

export type YearValue = { year: number; value: string | null };

const BAR = 40;
const STEP = 56;
const TOP = 16;
const FLOOR = 84;
const HEIGHT = 104;
/** A line of more years than this says no more to a reader. */
const SHOWN_YEARS = 10;

type YearsChartProps = {
  title: string;
  unit: string;
  values: readonly YearValue[];
  /** The value of the longest bar, where several charts are read side by side; without it the own longest one. */
  scale?: DecimalText;
};

/** One figure over the years, as bars from zero with their values; the newest year is the one that counts. */
export function YearsChart({ title, unit, values, scale }: YearsChartProps) {
  const t = useTranslations("public.chart");
  const list = useTranslations("common")("listSeparator");
  const known = values
    .flatMap(({ year, value }) => {
      const figure = readFigure(value);
      return figure.kind === "number" && !figure.value.startsWith("-") ? [{ year, value: figure.value }] : [];
    })
    .toSorted((left, right) => left.year - right.year)
    .slice(-SHOWN_YEARS);
  const longest = scale ?? known.reduce((most, { value }) => (compareDecimals(value, most) > 0 ? value : most), "0");
  // One year alone says nothing, unless it is held against that of others.
  if (known.length < (scale === undefined ? 2 : 1) || longest === "0") return null;
  const words = known.map(({ year, value }) => t("yearValue", { year: String(year), value })).join(list);
  const width = known.length * STEP;
  return (
    <figure className="py-3 pr-5 pl-1 max-md:px-4 max-md:pt-0 max-md:pb-4">
      <figcaption className="text-sm">
        <b>{title}</b>
        <span className="block text-xs text-ink-3">{unit}</span>
      </figcaption>
      <svg
        className="mt-2 block h-auto max-w-full"
        viewBox={`-4 0 ${width} ${HEIGHT}`}
        style={{ width }}
        role="img"
        aria-label={words}
      >
        {known.map(({ year, value }, index) => (
          <YearBar
            key={year}
            year={year}
            value={value}
            longest={longest}
            x={index * STEP}
            isNewest={index === known.length - 1}
          />
        ))}
        <path className="stroke-ink-2" d={`M-4 ${FLOOR + 0.5}H${width - 8}`} />
      </svg>
    </figure>
  );
}

type YearBarProps = { year: number; value: DecimalText; longest: DecimalText; x: number; isNewest: boolean };

function YearBar({ year, value, longest, x, isNewest }: YearBarProps): ReactNode {
  const height = Number(divideDecimals(value, longest, 4) ?? "0") * (FLOOR - TOP);
  return (
    <g className="text-xs" textAnchor="middle">
      <rect
        className={cn("[print-color-adjust:exact]", isNewest ? "fill-accent" : "fill-chart-past")}
        x={x}
        y={FLOOR - height}
        width={BAR}
        height={height}
      />
      <text className={cn("fill-ink", isNewest && "font-bold")} x={x + BAR / 2} y={FLOOR - height - 4}>
        {value}
      </text>
      <text className="fill-ink-2" x={x + BAR / 2} y={HEIGHT - 4}>
        {year}
      </text>
    </g>
  );
}
