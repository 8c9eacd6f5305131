import { describe, expect, it } from "vitest";
import { permissionsOf, type Role } from "@/lib/domain/access";
import {
  decideMove,
  SUBMISSION_STATES,
  type Submission,
  type SubmissionMove,
  type SubmissionState,
} from "@/lib/domain/submission";

const UNIT = "unit";

function actor(role: Role, options: { unit?: string; userId?: string } = {}) {
  const memberships = [{ organisationId: options.unit ?? UNIT, role }];
  return { userId: options.userId ?? role, memberships, permissions: permissionsOf(memberships) };
}

function submission(change: Partial<Submission> = {}): Submission {
  return {
    id: "s",
    districtId: "d",
    cycleId: "c",
    organisationId: UNIT,
    sectionId: "requests",
    state: "draft",
    revision: 1,
    latestVersion: 0,
    submittedBy: null,
    signedBy: null,
    isReviewBegun: false,
    needsSignature: false,
    isCycleOpen: true,
    isExempt: false,
    reportState: "draft",
    ...change,
  };
}

/** Every move in every state: where it leads for somebody who may make it. */
const LEADS: Record<SubmissionMove, Partial<Record<SubmissionState, SubmissionState>>> = {
  edit: { not_started: "draft", draft: "draft", returned: "draft" },
  submit: { not_started: "submitted", draft: "submitted", returned: "submitted" },
  sign: { awaiting_signature: "submitted" },
  decline: { awaiting_signature: "draft" },
  withdraw: { submitted: "draft", awaiting_signature: "draft" },
  release: { submitted: "submitted" },
  return: { submitted: "returned" },
  approve: { submitted: "approved" },
  reopen: { approved: "returned" },
};
const BY: Record<SubmissionMove, Role> = {
  edit: "submitter",
  submit: "submitter",
  sign: "head",
  decline: "head",
  withdraw: "submitter",
  release: "reviewer",
  return: "reviewer",
  approve: "reviewer",
  reopen: "reviewer",
};

const cases = Object.entries(LEADS).flatMap(([move, leads]) =>
  SUBMISSION_STATES.map((state) => [move as SubmissionMove, state, leads[state] ?? null] as const),
);

describe("decideMove", () => {
  it.each(cases)("%s from %s leads to %s", (move, state, to) => {
    const decision = decideMove(
      submission({ state, submittedBy: "somebody", isReviewBegun: move === "release" }),
      move,
      actor(BY[move]),
    );
    expect(decision).toEqual(to ? { ok: true, from: state, to } : { ok: false, refusal: "wrong_state" });
  });

  it("lets nobody review what they submitted or signed", () => {
    const both = {
      ...actor("reviewer", { userId: "me" }),
      memberships: [
        { organisationId: UNIT, role: "reviewer" as const },
        { organisationId: UNIT, role: "submitter" as const },
      ],
    };
    for (const change of [{ submittedBy: "me" }, { submittedBy: "other", signedBy: "me" }]) {
      expect(decideMove(submission({ state: "submitted", ...change }), "approve", both)).toEqual({
        ok: false,
        refusal: "own_submission",
      });
    }
  });

  it("ends withdrawing when the review has begun", () => {
    const begun = submission({ state: "submitted", isReviewBegun: true });
    expect(decideMove(begun, "withdraw", actor("submitter"))).toEqual({ ok: false, refusal: "review_began" });
  });

  it("gives a review that nobody goes on with back to everybody: its unit may withdraw again", () => {
    const waiting = submission({ state: "submitted", isReviewBegun: false });
    expect(decideMove(waiting, "release", actor("reviewer"))).toEqual({ ok: false, refusal: "wrong_state" });
    const begun = submission({ state: "submitted", isReviewBegun: true });
    expect(decideMove(begun, "release", actor("reviewer", { userId: "another" })).ok).toBe(true);
    expect(decideMove(begun, "release", actor("submitter")).ok).toBe(false);
  });

  it.each([
    ["final", "report_final"],
    ["published", "report_published"],
    ["superseded", "report_published"],
  ] as const)("reopens nothing that a %s report speaks of", (reportState, refusal) => {
    const approved = submission({ state: "approved", reportState });
    expect(decideMove(approved, "reopen", actor("reviewer"))).toEqual({ ok: false, refusal });
  });

  it("waits for the head where the unit wants a signature, and the head's own submit is signed", () => {
    const wanting = submission({ needsSignature: true });
    expect(decideMove(wanting, "submit", actor("submitter"))).toMatchObject({ to: "awaiting_signature" });
    expect(decideMove(wanting, "submit", actor("head"))).toMatchObject({ to: "submitted" });
  });

  it("keeps other units, other roles and closed years out", () => {
    expect(decideMove(submission(), "submit", actor("submitter", { unit: "another" })).ok).toBe(false);
    for (const role of ["editor", "director", "admin", "auditor"] as const) {
      for (const move of Object.keys(LEADS) as SubmissionMove[]) {
        expect(decideMove(submission({ state: "submitted" }), move, actor(role)).ok).toBe(false);
      }
    }
    expect(decideMove(submission({ isCycleOpen: false }), "submit", actor("submitter"))).toEqual({
      ok: false,
      refusal: "cycle_closed",
    });
  });
});
