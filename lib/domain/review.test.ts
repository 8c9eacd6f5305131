import { describe, expect, it } from "vitest";
import { nextReviewAct, orderQueue, placeInQueue, suggestReturnDue } from "@/lib/domain/review";

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

describe("orderQueue", () => {
  it("puts what has waited longest first", () => {
    const due = new Date("2020-01-10");
    const entry = (id: string, sent: string, dueAt = due) => ({ id, submittedAt: new Date(sent), dueAt });
    const queue = [
      entry("late", "2020-01-09"),
      entry("early", "2020-01-08"),
      entry("urgent", "2020-01-09", new Date("2020-01-09")),
    ];
    expect(orderQueue(queue).map(({ id }) => id)).toEqual(["early", "urgent", "late"]);
  });
});

describe("placeInQueue", () => {
  const queue = [{ id: "a" }, { id: "b" }, { id: "c" }];

  it("counts from one and goes round", () => {
    expect(placeInQueue(queue, "a")).toEqual({ position: 1, total: 3, previousId: "c", nextId: "b" });
    expect(placeInQueue(queue, "c")).toEqual({ position: 3, total: 3, previousId: "b", nextId: "a" });
  });

  it("leads from what is not waiting to the first that is", () => {
    expect(placeInQueue(queue, "x")).toEqual({ position: null, total: 3, previousId: null, nextId: "a" });
  });

  it("leads nowhere from the only one", () => {
    expect(placeInQueue([{ id: "a" }], "a")).toMatchObject({ previousId: null, nextId: null });
    expect(placeInQueue([], "a")).toMatchObject({ nextId: null, total: 0 });
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
