import { describe, expect, it } from "vitest";
import { dueDateOfLate, nextReviewAct, refuseExtension, refuseReturnDue, suggestReturnDue } from "@/lib/domain/review";

describe("nextReviewAct", () => {
  const moves = ["approve", "return"] as const;

  it("returns what carries an unsent comment", () => {
    expect(nextReviewAct({ moves, unsentComments: 1, errors: 2 })).toBe("return");
  });

  it("looks at errors before it approves", () => {
    expect(nextReviewAct({ moves, unsentComments: 0, errors: 1 })).toBe("errors");
    expect(nextReviewAct({ moves, unsentComments: 0, errors: 0 })).toBe("approve");
  });

  it("offers nothing to whom may not decide", () => {
    expect(nextReviewAct({ moves: ["reopen"], unsentComments: 1, errors: 0 })).toBe("look");
  });
});

describe("a new due date", () => {
  const now = new Date("2020-01-14T12:00:00+08:00");
  const [past, ahead, later] = ["2020-01-10", "2020-01-18", "2020-01-20"].map(
    (day) => new Date(`${day}T00:00:00+08:00`),
  );
  if (!past || !ahead || !later) throw new Error("three days");

  it("of what is given back lies ahead, and is needed where the present one has passed", () => {
    expect([refuseReturnDue(ahead, null, now), refuseReturnDue(past, later, now)]).toEqual([null, null]);
    expect([refuseReturnDue(past, null, now), refuseReturnDue(now, null, now)]).toEqual([
      "due_date_needed",
      "due_date_needed",
    ]);
    expect([refuseReturnDue(ahead, past, now), refuseReturnDue(past, now, now)]).toEqual([
      "due_date_past",
      "due_date_past",
    ]);
  });

  it("of more time is later than the present one, and lies ahead", () => {
    expect([refuseExtension(ahead, later, now), refuseExtension(past, ahead, now)]).toEqual([null, null]);
    expect([refuseExtension(later, ahead, now), refuseExtension(ahead, ahead, now)]).toEqual([
      "due_date_not_later",
      "due_date_not_later",
    ]);
    expect([refuseExtension(past, now, now), refuseExtension(ahead, past, now)]).toEqual([
      "due_date_past",
      "due_date_past",
    ]);
  });

  it("of a unit that is asked late is the year's while that lies ahead, else with time for a correction", () => {
    const extended = { dueAt: new Date("2020-01-17T00:00:00+08:00"), isExtended: true };
    expect(dueDateOfLate(ahead, now)).toEqual({ dueAt: ahead, isExtended: false });
    expect(dueDateOfLate(past, now)).toEqual(extended);
    expect(dueDateOfLate(now, now)).toEqual(extended);
    const tomorrow = new Date("2020-01-15T00:00:00+08:00");
    expect(dueDateOfLate(tomorrow, now)).toEqual({ dueAt: tomorrow, isExtended: false });
  });
});

describe("suggestReturnDue", () => {
  const now = new Date("2020-01-14T23:30:00+08:00");

  it("gives two whole days of the office's calendar", () => {
    expect(suggestReturnDue(new Date("2020-01-11T00:00:00+08:00"), now)).toEqual(new Date("2020-01-17T00:00:00+08:00"));
  });

  it("leaves a due date alone that is far enough away", () => {
    expect(suggestReturnDue(new Date("2020-01-17T00:00:00+08:00"), now)).toBeNull();
  });
});
