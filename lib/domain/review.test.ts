import { describe, expect, it } from "vitest";
import { nextReviewAct, suggestReturnDue } from "@/lib/domain/review";

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

describe("suggestReturnDue", () => {
  const now = new Date("2020-01-14T23:30:00+08:00");

  it("gives two whole days of the office's calendar", () => {
    expect(suggestReturnDue(new Date("2020-01-11T00:00:00+08:00"), now)).toEqual(new Date("2020-01-17T00:00:00+08:00"));
  });

  it("leaves a due date alone that is far enough away", () => {
    expect(suggestReturnDue(new Date("2020-01-17T00:00:00+08:00"), now)).toBeNull();
  });
});
