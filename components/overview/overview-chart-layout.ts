import type { ProgressStep } from "@/lib/domain/progress";

/** The drawing's field, in its own units. */
export const FIELD = { left: 34, right: 426, top: 24, bottom: 146, width: 500, height: 176 } as const;

export type ChartRange = { from: Date; to: Date; total: number };

export function xOf({ from, to }: ChartRange, at: Date): number {
  const share = (at.getTime() - from.getTime()) / Math.max(1, to.getTime() - from.getTime());
  return round(FIELD.left + Math.min(1, Math.max(0, share)) * (FIELD.right - FIELD.left));
}

export function yOf({ total }: ChartRange, count: number): number {
  return round(FIELD.bottom - (total === 0 ? 0 : count / total) * (FIELD.bottom - FIELD.top));
}

/** A line that stays level until the next step, as far as `until`. */
export function stepPath(range: ChartRange, steps: readonly { at: Date; count: number }[], until: Date): string {
  const moves = steps.flatMap(({ at, count }) => [`H${xOf(range, at)}`, `V${yOf(range, count)}`]);
  return [`M${FIELD.left} ${FIELD.bottom}`, ...moves, `H${xOf(range, until)}`].join("");
}

/** From a day before the first step, or the opening, to the last deadline, or now when that has passed. */
export function rangeOf(params: {
  openedAt: Date;
  lastDeadline: Date;
  steps: readonly ProgressStep[];
  now: Date;
  total: number;
}): ChartRange {
  const { openedAt, lastDeadline, steps, now, total } = params;
  const first = steps[0]?.at ?? now;
  const from = new Date(Math.max(openedAt.getTime(), Math.min(first.getTime(), now.getTime()) - 86_400_000));
  const last = Math.max(lastDeadline.getTime(), steps.at(-1)?.at.getTime() ?? 0);
  return { from, to: new Date(last), total };
}

/** Grid lines at thirds where the number allows it, else halves, always whole numbers. */
export function gridCounts(total: number): number[] {
  if (total <= 0) return [0];
  const parts = total % 3 === 0 ? 3 : total % 2 === 0 ? 2 : 1;
  return Array.from({ length: parts + 1 }, (_, index) => (total / parts) * index);
}

/** Keeps the labels that have room, those named first before the others. */
export function placeLabels<Label extends { x: number }>(labels: readonly Label[], gap: number): Label[] {
  const kept: Label[] = [];
  for (const label of labels) {
    if (kept.every((other) => Math.abs(other.x - label.x) >= gap)) kept.push(label);
  }
  return kept;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
