import { type Actor, may, type Permission, unitsFilledBy, unitsSignedBy } from "@/lib/domain/access";
import type { SectionId } from "@/lib/domain/format";
import type { RefusalCode } from "@/lib/domain/refusal";
import { type ReportState, refuseChange } from "@/lib/domain/report";

export const SUBMISSION_STATES = [
  "not_started",
  "draft",
  "awaiting_signature",
  "submitted",
  "returned",
  "approved",
] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** One unit's answers to one section in one cycle, without the answers. */
export type Submission = {
  id: string;
  districtId: string;
  cycleId: string;
  organisationId: string;
  sectionId: SectionId;
  state: SubmissionState;
  /** Counts state changes; a form says which one it saw. */
  revision: number;
  /** Number of the newest version; 0 before the first submit. */
  latestVersion: number;
  /** Who sent the newest version, and who else signed it: neither may review it. */
  submittedBy: string | null;
  signedBy: string | null;
  /** The head signed the newest version and answered a statement with no. */
  hasReservation: boolean;
  isReviewBegun: boolean;
  needsSignature: boolean;
  isCycleOpen: boolean;
  /** From then on it is not handed in; null where lateness is only marked. */
  closesAt: Date | null;
  /** The unit need not report this year, or was dissolved before it handed this section in. */
  isExempt: boolean;
  /** State of the year's report in work, as far as the reader may know of it. */
  reportState: ReportState | null;
};

type Transition = { from: readonly SubmissionState[]; to: SubmissionState; permission: Permission };

export const TRANSITIONS = {
  edit: { from: ["not_started", "draft", "returned"], to: "draft", permission: "submission:fill" },
  submit: { from: ["not_started", "draft", "returned"], to: "submitted", permission: "submission:submit" },
  sign: { from: ["awaiting_signature"], to: "submitted", permission: "submission:sign" },
  decline: { from: ["awaiting_signature"], to: "draft", permission: "submission:sign" },
  withdraw: { from: ["submitted", "awaiting_signature"], to: "draft", permission: "submission:submit" },
  release: { from: ["submitted"], to: "submitted", permission: "submission:review" },
  return: { from: ["submitted"], to: "returned", permission: "submission:review" },
  approve: { from: ["submitted"], to: "approved", permission: "submission:review" },
  reopen: { from: ["approved"], to: "returned", permission: "submission:reopen" },
  take: {
    from: ["not_started", "draft", "submitted", "returned", "approved"],
    to: "submitted",
    permission: "submission:review",
  },
} as const satisfies Record<string, Transition>;

export type SubmissionMove = keyof typeof TRANSITIONS;

const SUBMISSION_MOVES: readonly SubmissionMove[] = [
  "edit",
  "submit",
  "sign",
  "decline",
  "withdraw",
  "release",
  "return",
  "approve",
  "reopen",
];

export type MoveDecision =
  | { ok: true; from: SubmissionState; to: SubmissionState }
  | { ok: false; refusal: RefusalCode };

/** Whether the actor handed a submission in or signed it, and so leaves it to another reviewer (four eyes). */
export function isOwnSubmission(
  submission: { submittedBy: string | null; signedBy: string | null },
  actor: { userId: string },
): boolean {
  return [submission.submittedBy, submission.signedBy].includes(actor.userId);
}

/**
 * Decides whether `actor` may make `move` on `submission`, and what state follows.
 *
 * Nobody reviews what they submitted or signed: sign-off must come from a second person. A withdrawal ends when the
 * office has begun to review, until a reviewer releases it again. What a fixed report speaks of is not reopened. A published report of a government below is taken over by `take`, which no
 * page offers for a single section. Where a unit wants its head's signature, a submit first waits for it.
 */
export function decideMove(
  submission: Submission,
  move: SubmissionMove,
  actor: Pick<Actor, "userId" | "permissions" | "memberships">,
): MoveDecision {
  const transition: Transition = TRANSITIONS[move];

  if (!may(actor, transition.permission)) return { ok: false, refusal: "not_permitted" };
  if (!belongsTo(submission, transition.permission, actor)) return { ok: false, refusal: "not_permitted" };
  if (!submission.isCycleOpen) return { ok: false, refusal: "cycle_closed" };
  if (submission.isExempt) return { ok: false, refusal: "unit_exempt" };
  if (!transition.from.includes(submission.state)) return { ok: false, refusal: "wrong_state" };
  if (move === "withdraw" && submission.isReviewBegun) return { ok: false, refusal: "review_began" };
  if (move === "release" && !submission.isReviewBegun) return { ok: false, refusal: "wrong_state" };
  const fixed = move === "reopen" || move === "take" ? refuseChange(submission.reportState) : null;
  if (fixed) return { ok: false, refusal: fixed };
  if (isReview(transition.permission) && isOwnSubmission(submission, actor)) {
    return { ok: false, refusal: "own_submission" };
  }
  if (move === "sign" && submission.submittedBy === actor.userId) return { ok: false, refusal: "second_person_needed" };

  const waits =
    move === "submit" && submission.needsSignature && !unitsSignedBy(actor).includes(submission.organisationId);
  return { ok: true, from: submission.state, to: waits ? "awaiting_signature" : transition.to };
}

/** True where the year's hard end, and the section's own extension, have passed. */
export function isPastHardEnd({ closesAt }: Pick<Submission, "closesAt">, now: Date): boolean {
  return closesAt !== null && closesAt <= now;
}

/** The moves that a page may offer; the service decides again. */
export function listMoves(
  submission: Submission,
  actor: Pick<Actor, "userId" | "permissions" | "memberships">,
): SubmissionMove[] {
  return SUBMISSION_MOVES.filter((move) => decideMove(submission, move, actor).ok);
}

function belongsTo(submission: Submission, permission: Permission, actor: Pick<Actor, "memberships">): boolean {
  if (permission === "submission:sign") return unitsSignedBy(actor).includes(submission.organisationId);
  if (permission === "submission:fill" || permission === "submission:submit") {
    return unitsFilledBy(actor).includes(submission.organisationId);
  }
  return true;
}

function isReview(permission: Permission): boolean {
  return permission === "submission:review" || permission === "submission:reopen";
}

/** A submission with what its list entry and its page's head say. */
export type SubmissionEntry = Submission & {
  unitName: string;
  isOffice: boolean;
  position: number;
  year: number;
  isNil: boolean;
  dueAt: Date;
  isExtended: boolean;
  submittedAt: Date | null;
  returnReason: string | null;
  approvedAt: Date | null;
  approvedByName: string | null;
  updatedAt: Date;
  updatedByName: string | null;
  /** Of the newest version. */
  receipt: string | null;
  submittedByName: string | null;
};

/** How one section of a unit stands, without who did what. */
export type SectionStandingEntry = Pick<
  SubmissionEntry,
  | "id"
  | "organisationId"
  | "sectionId"
  | "state"
  | "revision"
  | "latestVersion"
  | "isNil"
  | "isExempt"
  | "dueAt"
  | "submittedAt"
>;

/** True while a section that the office or the head gave back is still to be dealt with. */
export function isSentBack({ state, returnReason }: Pick<SubmissionEntry, "state" | "returnReason">): boolean {
  return returnReason !== null && (state === "returned" || state === "draft");
}
