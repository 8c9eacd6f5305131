import type { Db } from "@/db/connect";
import type { Actor } from "@/lib/domain/access";
import type { ReleaseReviewInput } from "@/lib/domain/inputs/review";
import { moveSubmission } from "@/lib/services/move-submission";

/**
 * Gives up a review that was begun, one's own or that of a reviewer who does not go on with it: another may take it up,
 * and the unit may take its section back again.
 *
 * @throws what `moveSubmission` refuses
 */
export async function releaseReview(db: Db, actor: Actor, input: ReleaseReviewInput, now: Date): Promise<void> {
  await moveSubmission(db, actor, { ...input, move: "release", now }, async (_tx, submission) => ({
    set: { reviewBegunAt: null },
    event: {
      type: "review_released",
      data: { sectionId: submission.sectionId, version: submission.latestVersion },
    },
  }));
}
