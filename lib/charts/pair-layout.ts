import { scaleBand, scaleLinear } from "d3-scale";
import type { ChartBar, ChartPair } from "@/lib/domain/report-charts";

/** The drawing of a pair in its own units: its view box, the line of the floor, and where the years stand. */
export const PAIR_FIELD = { left: -4, width: 128, height: 116, top: 12, floor: 96, yearLine: 112 } as const;

const BAR = 48;
const GAP = 8;
/** A value stands inside its bar only where it fits there. */
const INSIDE_HEIGHT = 22;
const INSIDE_SIGNS = 7;

export type PlacedBar = ChartBar & {
  x: number;
  y: number;
  width: number;
  height: number;
  middle: number;
  /** The value as it is printed, with its baseline. */
  text: string;
  textLine: number;
  isInside: boolean;
};

/** Two years side by side on one axis that begins at zero, for the page and for the file alike. */
export function layoutPair({ before, after }: ChartPair): { before: PlacedBar; after: PlacedBar; floor: string } {
  const column = scaleBand(["before", "after"], [0, BAR * 2 + GAP]).paddingInner(GAP / (BAR + GAP));
  const heightOf = scaleLinear([0, 1], [0, PAIR_FIELD.floor - PAIR_FIELD.top]);
  const place = (bar: ChartBar, name: "before" | "after"): PlacedBar => {
    const height = tenths(heightOf(bar.length));
    const y = tenths(PAIR_FIELD.floor - height);
    const x = tenths(column(name) ?? 0);
    const isInside = height >= INSIDE_HEIGHT && bar.value.length <= INSIDE_SIGNS;
    return {
      ...bar,
      x,
      y,
      width: tenths(column.bandwidth()),
      height,
      middle: tenths(x + column.bandwidth() / 2),
      text: bar.value.replace("-", "−"),
      textLine: isInside ? y + 16 : y - 4,
      isInside,
    };
  };
  const floor = `M${PAIR_FIELD.left} ${PAIR_FIELD.floor + 0.5}H${BAR * 2 + GAP - PAIR_FIELD.left}`;
  return { before: place(before, "before"), after: place(after, "after"), floor };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
