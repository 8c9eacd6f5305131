import type { Db } from "@/db/connect";
import type { Actor } from "@/lib/domain/access";
import type { ReopenSubmissionInput } from "@/lib/domain/inputs/review";
import { askForCorrection } from "@/lib/services/ask-for-correction";
import { moveSubmission } from "@/lib/services/move-submission";
import { settleReturnDue } from "@/lib/services/settle-return-due";

/**
 * Gives an approved section back to its unit, with the reason. Its figures leave the roll-up until it is approved
 * again; while the report is fixed it cannot be done, since the report speaks of them: a published one needs a correction
 * begun first.
 *
 * @throws what `moveSubmission` refuses
 */
export async function reopenSubmission(db: Db, actor: Actor, input: ReopenSubmissionInput, now: Date): Promise<void> {
  await moveSubmission(db, actor, { ...input, move: "reopen", now }, async (tx, submission) => {
    const due = await settleReturnDue(tx, actor, submission, input.dueAt, now);
    await askForCorrection(tx, actor, { submission, reason: input.reason, comments: [], now });
    return {
      set: {
        approvedVersionId: null,
        approvedBy: null,
        approvedByName: null,
        approvedAt: null,
        reviewBegunAt: null,
        returnReason: input.reason,
        ...due.set,
      },
      event: {
        type: "submission_reopened",
        data: {
          sectionId: submission.sectionId,
          version: submission.latestVersion,
          reason: input.reason,
          dueAt: due.told,
        },
      },
    };
  });
}
