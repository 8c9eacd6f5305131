import type { Db } from "@/db/connect";
import { updateCommentsSent } from "@/db/queries/comments";
import type { Actor } from "@/lib/domain/access";
import type { ReturnSubmissionInput } from "@/lib/domain/inputs/review";
import { moveSubmission } from "@/lib/services/move-submission";
import { settleReturnDue } from "@/lib/services/settle-return-due";

/** Sends a submitted section back to its unit with the reason and the comments noted on its cells and paragraphs. */
export async function returnSubmission(db: Db, actor: Actor, input: ReturnSubmissionInput, now: Date): Promise<void> {
  await moveSubmission(db, actor, { ...input, move: "return", now }, async (tx, submission) => {
    const due = await settleReturnDue(tx, actor, submission, input.dueAt, now);
    const sent = await updateCommentsSent(tx, {
      districtId: submission.districtId,
      submissionId: submission.id,
      at: now,
    });
    return {
      set: {
        returnReason: input.reason,
        reviewBegunAt: null,
        ...due.set,
      },
      event: {
        type: "submission_returned",
        data: {
          sectionId: submission.sectionId,
          version: submission.latestVersion,
          reason: input.reason,
          comments: sent,
          dueAt: due.told,
        },
      },
    };
  });
}
