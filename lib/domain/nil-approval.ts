import type { SubmissionEntry } from "@/lib/domain/submission";
import { isOwnSubmission } from "@/lib/domain/submission";

/** Why a nil section is not approved together with the others. */
export const NIL_OBSTACLES = ["changed", "own", "in_review", "reserved", "explained"] as const;
export type NilObstacle = (typeof NIL_OBSTACLES)[number];

/** What waits and reports that nothing happened, with what has to be read of it. */
export type NilEntry = SubmissionEntry & { explanations: number };

/**
 * Why a section is looked at alone: it is not waiting as nil any more, somebody else has to decide, a reviewer has begun
 * with it, its head signed it with a reservation, or its unit explains a warning, which approving would accept unread. Null where a look at the list is enough.
 */
export function findNilObstacle(
  entry: Pick<
    NilEntry,
    "state" | "isNil" | "submittedBy" | "signedBy" | "isReviewBegun" | "hasReservation" | "explanations"
  >,
  actor: { userId: string },
): NilObstacle | null {
  if (entry.state !== "submitted" || !entry.isNil) return "changed";
  if (isOwnSubmission(entry, actor)) return "own";
  if (entry.isReviewBegun) return "in_review";
  if (entry.hasReservation) return "reserved";
  return entry.explanations > 0 ? "explained" : null;
}
