import { describe, expect, it } from "vitest";
import {
  FIELD,
  gridCounts,
  isOnAxis,
  placeLabels,
  rangeOf,
  stepPath,
  xOf,
  yOf,
} from "@/components/overview/overview-chart-layout";

const day = (number: number) => new Date(Date.UTC(2020, 0, number));
const range = { from: day(1), to: day(11), total: 30 };

describe("the progress chart", () => {
  it("begins at zero and stays within its field", () => {
    expect(yOf(range, 0)).toBe(FIELD.bottom);
    expect(yOf(range, 30)).toBe(FIELD.top);
    expect(xOf(range, day(6))).toBe((FIELD.left + FIELD.right) / 2);
    expect(xOf(range, day(40))).toBe(FIELD.right);
  });

  it("goes up in steps and on to the present", () => {
    const path = stepPath(range, [{ at: day(3), count: 15 }], day(6));
    const [step, top, end] = [xOf(range, day(3)), yOf(range, 15), xOf(range, day(6))];
    expect(path).toBe(`M34,146L${step},146L${step},${top}L${end},${top}L${end},${top}`);
    expect(stepPath(range, [], day(6))).toBe(`M34,146L${end},146L${end},146`);
  });

  it("has whole numbers at its grid", () => {
    expect(gridCounts(33)).toEqual([0, 11, 22, 33]);
    expect(gridCounts(8)).toEqual([0, 4, 8]);
    expect(gridCounts(7)).toEqual([0, 7]);
    expect(gridCounts(0)).toEqual([0]);
  });

  it("leaves out labels that would cover others, the less important first", () => {
    const labels = [{ x: 100 }, { x: 110 }, { x: 200 }];
    expect(placeLabels(labels, 40)).toEqual([{ x: 100 }, { x: 200 }]);
  });

  it("begins when work began, not when the year was opened months before", () => {
    const steps = [{ at: day(5), handedIn: 1, approved: 0 }];
    const found = rangeOf({
      openedAt: new Date(Date.UTC(2019, 10, 1)),
      deadlines: [day(20), day(31)],
      steps,
      now: day(8),
      total: 9,
    });
    expect([found.from, found.to]).toEqual([day(4), day(31)]);
  });

  it("goes on to the present once the last deadline has passed, with the deadlines on it", () => {
    const of = { openedAt: new Date(Date.UTC(2019, 10, 1)), deadlines: [day(10), day(20)], total: 9 };
    const quiet = rangeOf({ ...of, steps: [], now: day(28) });
    expect([quiet.from, quiet.to]).toEqual([day(9), day(28)]);
    const busy = rangeOf({ ...of, steps: [{ at: day(25), handedIn: 1, approved: 0 }], now: day(28) });
    expect([busy.from, busy.to]).toEqual([day(9), day(28)]);
  });

  it("has two ends of different days when a year is opened after its last deadline", () => {
    const opened = rangeOf({ openedAt: day(30), deadlines: [day(10), day(20)], steps: [], now: day(30), total: 9 });
    expect([opened.from, opened.to]).toEqual([day(30), day(31)]);
    expect(isOnAxis(opened, day(20))).toBe(false);
  });
});
