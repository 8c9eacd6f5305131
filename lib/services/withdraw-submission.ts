import type { Db } from "@/db/connect";
import type { Actor } from "@/lib/domain/access";
import type { WithdrawSubmissionInput } from "@/lib/domain/inputs/section";
import { moveSubmission } from "@/lib/services/move-submission";

/**
 * Takes a submitted section back before its review has begun.
 *
 * @throws what `moveSubmission` refuses
 */
export async function withdrawSubmission(
  db: Db,
  actor: Actor,
  input: WithdrawSubmissionInput,
  now: Date,
): Promise<void> {
  await moveSubmission(db, actor, { ...input, move: "withdraw", now }, async (_tx, submission) => ({
    event: {
      type: "submission_withdrawn",
      data: { sectionId: submission.sectionId, version: submission.latestVersion },
    },
  }));
}
