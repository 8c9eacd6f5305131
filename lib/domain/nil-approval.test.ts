import { describe, expect, it } from "vitest";
import { findNilObstacle } from "@/lib/domain/nil-approval";

const waiting = {
  state: "submitted",
  isNil: true,
  submittedBy: "clerk",
  signedBy: null,
  hasReservation: false,
  isReviewBegun: false,
  explanations: 0,
} as const;
const reviewer = { userId: "reviewer" };

describe("findNilObstacle", () => {
  it("finds nothing against a nil section that waits untouched", () => {
    expect(findNilObstacle(waiting, reviewer)).toBeNull();
  });

  it("leaves alone what no longer waits as nil", () => {
    expect(findNilObstacle({ ...waiting, state: "draft" }, reviewer)).toBe("changed");
    expect(findNilObstacle({ ...waiting, isNil: false }, reviewer)).toBe("changed");
  });

  it("keeps four eyes: what the reviewer submitted or signed is another's", () => {
    expect(findNilObstacle({ ...waiting, submittedBy: "reviewer" }, reviewer)).toBe("own");
    expect(findNilObstacle({ ...waiting, signedBy: "reviewer" }, reviewer)).toBe("own");
  });

  it("leaves what its head signed with a reservation", () => {
    expect(findNilObstacle({ ...waiting, hasReservation: true }, reviewer)).toBe("reserved");
  });

  it("leaves what somebody reviews, and what has an explanation to be read", () => {
    expect(findNilObstacle({ ...waiting, isReviewBegun: true }, reviewer)).toBe("in_review");
    expect(findNilObstacle({ ...waiting, explanations: 1 }, reviewer)).toBe("explained");
  });
});
