import { describe, expect, it } from "vitest";
import { permissionsOf, type Role } from "@/lib/domain/access";
import { type AdjustmentMove, decideAdjustmentMove, effectOfAdjustment } from "@/lib/domain/adjustment";

function person(userId: string, role: Role) {
  return { userId, permissions: permissionsOf([{ organisationId: "office", role }]) };
}

const PROPOSER = person("proposer", "editor");
const SECOND = person("second", "director");
const proposed = { state: "proposed", proposedBy: "proposer" } as const;
const signed = { state: "signed", proposedBy: "proposer" } as const;

describe("decideAdjustmentMove", () => {
  it("lets the proposer withdraw and a second person sign, decline and revoke", () => {
    expect(decideAdjustmentMove(proposed, "withdraw", PROPOSER, "draft")).toEqual({ ok: true, to: "withdrawn" });
    expect(decideAdjustmentMove(proposed, "withdraw", SECOND, "draft")).toEqual({
      ok: false,
      refusal: "not_proposer",
    });
    expect(decideAdjustmentMove(proposed, "sign", SECOND, "draft")).toEqual({ ok: true, to: "signed" });
    expect(decideAdjustmentMove(proposed, "decline", SECOND, "draft")).toEqual({ ok: true, to: "declined" });
    expect(decideAdjustmentMove(signed, "revoke", SECOND, "draft")).toEqual({ ok: true, to: "revoked" });
    for (const move of ["sign", "decline"] as const) {
      expect(decideAdjustmentMove(proposed, move, PROPOSER, "draft")).toEqual({ ok: false, refusal: "own_adjustment" });
    }
    expect(decideAdjustmentMove(signed, "revoke", PROPOSER, "draft")).toEqual({ ok: false, refusal: "own_adjustment" });
  });

  it("does each once, and nothing under a report that is fixed", () => {
    expect(decideAdjustmentMove(proposed, "revoke", SECOND, "draft")).toEqual({ ok: false, refusal: "wrong_state" });
    expect(decideAdjustmentMove(signed, "sign", SECOND, "draft")).toEqual({ ok: false, refusal: "wrong_state" });
    expect(decideAdjustmentMove(signed, "revoke", SECOND, "published")).toEqual({
      ok: false,
      refusal: "report_published",
    });
  });

  it("is for an editor or a director to decide", () => {
    expect(decideAdjustmentMove(proposed, "sign", person("another", "editor"), "draft").ok).toBe(true);
    expect(decideAdjustmentMove(proposed, "sign", person("another", "director"), "draft").ok).toBe(true);
  });

  it("is the office's", () => {
    for (const move of ["sign", "decline", "withdraw"] as const satisfies readonly AdjustmentMove[]) {
      const reviewer = person("reviewer", "reviewer");
      expect(decideAdjustmentMove(proposed, move, reviewer, "draft")).toEqual({ ok: false, refusal: "not_permitted" });
    }
  });
});

describe("effectOfAdjustment", () => {
  it.each([
    ["count", "597", "-1", "596", "usual"],
    ["count", "1", "-1", "0", "usual"],
    ["count", "597", "-500", "97", "large"],
    ["count", "3", "40", "43", "large"],
    ["count", "597", "-9999", "-9402", "impossible"],
    ["signed_count", "2", "-4", "-2", "usual"],
    ["count", "3", "0.5", "3.5", "impossible"],
    ["amount", "1098.26", "-0.26", "1098", "usual"],
    ["count", null, "2", "2", "usual"],
    // Large is ten or more and more than half of what stands there.
    ["count", "3", "9", "12", "usual"],
    ["count", "3", "10", "13", "large"],
    ["count", "20", "10", "30", "usual"],
    ["count", "19", "10", "29", "large"],
    ["signed_count", "-20", "-10", "-30", "usual"],
    ["signed_count", "-19", "10", "-9", "large"],
  ] as const)("a %s of %s and %s make %s: %s", (type, before, amount, after, verdict) => {
    expect(effectOfAdjustment(type, before, amount)).toEqual({ before: before ?? "0", after, verdict });
  });
});
