import { describe, expect, it } from "vitest";
import { permissionsOf, type Role } from "@/lib/domain/access";
import {
  decideMove,
  isSentBack,
  listMoves,
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
    hasReservation: false,
    isReviewBegun: false,
    needsSignature: false,
    isCycleOpen: true,
    closesAt: null,
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
  take: {
    not_started: "submitted",
    draft: "submitted",
    submitted: "submitted",
    returned: "submitted",
    approved: "submitted",
  },
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
  take: "reviewer",
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

  it.each(Object.keys(LEADS) as SubmissionMove[])("asks for a signature at submitting only, not at %s", (move) => {
    const [from, to] = Object.entries(LEADS[move])[0] ?? [];
    if (move === "submit") return;
    const wanting = submission({
      state: from as SubmissionState,
      needsSignature: true,
      submittedBy: "somebody",
      isReviewBegun: move === "release",
    });
    expect(decideMove(wanting, move, actor(BY[move]))).toMatchObject({ to });
  });

  it("lets a head sign for their own unit and not what they submitted themselves", () => {
    const waiting = submission({ state: "awaiting_signature", submittedBy: "me" });
    const refused = { ok: false, refusal: "second_person_needed" };
    expect(decideMove(waiting, "sign", actor("head", { userId: "me" }))).toEqual(refused);
    expect(decideMove(waiting, "decline", actor("head", { userId: "me" })).ok).toBe(true);
    const memberships = [
      { organisationId: UNIT, role: "submitter" as const },
      { organisationId: "another", role: "head" as const },
    ];
    const headElsewhere = { userId: "head", memberships, permissions: permissionsOf(memberships) };
    expect(decideMove(waiting, "sign", headElsewhere)).toEqual({ ok: false, refusal: "not_permitted" });
  });

  it("lets somebody go on with what they submitted themselves, and reopens nobody's own", () => {
    const mine = submission({ state: "returned", submittedBy: "me" });
    expect(decideMove(mine, "edit", actor("submitter", { userId: "me" })).ok).toBe(true);
    const approved = submission({ state: "approved", submittedBy: "me" });
    const own = { ok: false, refusal: "own_submission" };
    expect(decideMove(approved, "reopen", actor("reviewer", { userId: "me" }))).toEqual(own);
  });

  it("keeps a fixed report from reopening only: what its unit still owes may come in", () => {
    const owed = submission({ state: "returned", reportState: "published" });
    expect(decideMove(owed, "submit", actor("submitter")).ok).toBe(true);
  });

  it("moves nothing of an exempt unit", () => {
    const exempt = submission({ isExempt: true });
    expect(decideMove(exempt, "submit", actor("submitter"))).toEqual({ ok: false, refusal: "unit_exempt" });
  });

  it("keeps other units, other roles and closed years out", () => {
    for (const move of ["edit", "submit"] as const) {
      expect(decideMove(submission(), move, actor("submitter", { unit: "another" }))).toEqual({
        ok: false,
        refusal: "not_permitted",
      });
    }
    for (const role of ["editor", "director", "admin", "auditor"] as const) {
      for (const move of Object.keys(LEADS) as SubmissionMove[]) {
        expect(decideMove(submission({ state: "submitted" }), move, actor(role))).toEqual({
          ok: false,
          refusal: "not_permitted",
        });
      }
    }
    expect(decideMove(submission({ isCycleOpen: false }), "submit", actor("submitter"))).toEqual({
      ok: false,
      refusal: "cycle_closed",
    });
  });
});

describe("listMoves", () => {
  it.each([
    ["submitter", { state: "draft" }, ["edit", "submit"]],
    ["submitter", { state: "submitted" }, ["withdraw"]],
    ["head", { state: "awaiting_signature", submittedBy: "clerk" }, ["sign", "decline", "withdraw"]],
    ["reviewer", { state: "submitted", isReviewBegun: true }, ["release", "return", "approve"]],
    ["reviewer", { state: "approved" }, ["reopen"]],
    ["auditor", { state: "submitted" }, []],
  ] as const)("offers a %s of %j exactly %j", (role, change, moves) => {
    expect(listMoves(submission(change), actor(role))).toEqual(moves);
  });
});

describe("isSentBack", () => {
  it.each(SUBMISSION_STATES)("holds with a reason in %s only while the unit still has it", (state) => {
    const isWithUnit = state === "returned" || state === "draft";
    expect(isSentBack({ state, returnReason: "请核对" })).toBe(isWithUnit);
    expect(isSentBack({ state, returnReason: null })).toBe(false);
  });
});
