import { scaleLinear, scaleTime } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import type { ProgressStep } from "@/lib/domain/progress";

/** The drawing's field, in its own units. */
export const FIELD = { left: 34, right: 426, top: 24, bottom: 146, width: 500, height: 176 } as const;

export type ChartRange = { from: Date; to: Date; total: number };

export function xOf({ from, to }: ChartRange, at: Date): number {
  return round(scaleTime([from, to], [FIELD.left, FIELD.right]).clamp(true)(at));
}

export function yOf({ total }: ChartRange, count: number): number {
  return round(scaleLinear([0, Math.max(1, total)], [FIELD.bottom, FIELD.top])(count));
}

/** A line from the floor that stays level until the next step, as far as `until`. */
export function stepPath(range: ChartRange, steps: readonly { at: Date; count: number }[], until: Date): string {
  const points = [{ at: range.from, count: 0 }, ...steps, { at: until, count: steps.at(-1)?.count ?? 0 }];
  const path = line<{ at: Date; count: number }>(
    ({ at }) => xOf(range, at),
    ({ count }) => yOf(range, count),
  );
  return path.curve(curveStepAfter)(points) ?? "";
}

const DAY_MS = 86_400_000;

/**
 * From a day before the first step, the first deadline or now, whichever is first, but not before the opening, to the last
 * deadline, or now when that has passed. It is never shorter than a day.
 */
export function rangeOf(params: {
  openedAt: Date;
  deadlines: readonly Date[];
  steps: readonly ProgressStep[];
  now: Date;
  total: number;
}): ChartRange {
  const { openedAt, steps, now, total } = params;
  const deadlines = params.deadlines.map((due) => due.getTime());
  const begun = (steps[0]?.at ?? now).getTime();
  const first = Math.min(begun, now.getTime(), ...deadlines) - DAY_MS;
  const from = Math.max(openedAt.getTime(), first);
  const last = Math.max(now.getTime(), ...deadlines, steps.at(-1)?.at.getTime() ?? 0);
  return { from: new Date(from), to: new Date(Math.max(last, from + DAY_MS)), total };
}

/** True where a moment lies on the axis: a deadline before the year was opened has no place there. */
export function isOnAxis({ from, to }: ChartRange, at: Date): boolean {
  return from <= at && at <= to;
}

/** Grid lines at thirds where the number allows it, else halves, always whole numbers. */
export function gridCounts(total: number): number[] {
  if (total <= 0) return [0];
  const parts = total % 3 === 0 ? 3 : total % 2 === 0 ? 2 : 1;
  return Array.from({ length: parts + 1 }, (_, index) => (total / parts) * index);
}

/** Keeps the labels that have room, those named first before the others. */
export function placeLabels<Label extends { x: number }>(labels: readonly Label[], gap: number): Label[] {
  const placed: Label[] = [];
  for (const label of labels) {
    if (placed.every((other) => Math.abs(other.x - label.x) >= gap)) placed.push(label);
  }
  return placed;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
