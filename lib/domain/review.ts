import type { SubmissionMove } from "@/lib/domain/submission";

/** What the reviewer's bar offers first. */
export type ReviewAct = "return" | "approve" | "errors" | "look";

/**
 * Names the act that a submission asks of its reviewer. A comment that has not been sent wants a return; an error that
 * stands wants to be looked at before anything is decided.
 */
export function nextReviewAct(params: {
  moves: readonly SubmissionMove[];
  unsentComments: number;
  errors: number;
}): ReviewAct {
  if (!params.moves.includes("approve")) return "look";
  if (params.unsentComments > 0) return "return";
  return params.errors > 0 ? "errors" : "approve";
}

/** Where a submission stands in the queue and what lies beside it; the queue goes round. */
export type QueuePlace = {
  /** Counted from 1; null for what is not waiting. */
  position: number | null;
  total: number;
  previousId: string | null;
  nextId: string | null;
};

/**
 * Why a section cannot be given back until `given`: a new day lies ahead, and where the present one has passed, one is
 * needed, since the answer would be late at once. Null where it can; no day given keeps the present one.
 */
export function refuseReturnDue(
  dueAt: Date,
  newDueAt: Date | null,
  now: Date,
): "due_date_past" | "due_date_needed" | null {
  if (newDueAt) return newDueAt <= now ? "due_date_past" : null;
  return dueAt <= now ? "due_date_needed" : null;
}

/**
 * Until when a section is due that a unit is asked for late: as the year says while that lies ahead, else with the time
 * for a correction. Nobody is overdue with what was not asked for yet.
 */
export function dueDateOfLate(yearDue: Date, now: Date): { dueAt: Date; isExtended: boolean } {
  const later = yearDue <= now ? suggestReturnDue(yearDue, now) : null;
  return { dueAt: later ?? yearDue, isExtended: later !== null };
}

/** Why a section's time cannot be extended until `given`: it is more time, and time that lies ahead. */
export function refuseExtension(dueAt: Date, newDueAt: Date, now: Date): "due_date_past" | "due_date_not_later" | null {
  if (newDueAt <= now) return "due_date_past";
  return newDueAt <= dueAt ? "due_date_not_later" : null;
}

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** Days that a unit gets at least to correct what came back. */
const CORRECTION_DAYS = 2;

/**
 * A new due date for what is given back: the end of the day after tomorrow in Asia/Shanghai; null where the present one
 * leaves as much time anyway.
 */
export function suggestReturnDue(dueAt: Date, now: Date): Date | null {
  const today = Math.floor((now.getTime() + SHANGHAI_MS) / DAY_MS);
  const suggested = new Date((today + CORRECTION_DAYS + 1) * DAY_MS - SHANGHAI_MS);
  return dueAt < suggested ? suggested : null;
}
