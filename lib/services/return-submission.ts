import type { Db } from "@/db/connect";
import { listComments, updateCommentsSent } from "@/db/queries/comments";
import type { Actor } from "@/lib/domain/access";
import type { ReturnSubmissionInput } from "@/lib/domain/inputs/review";
import { Refusal } from "@/lib/domain/refusal";
import { askForCorrection } from "@/lib/services/ask-for-correction";
import { moveSubmission } from "@/lib/services/move-submission";
import { settleReturnDue } from "@/lib/services/settle-return-due";

/**
 * Sends a submitted section back to its unit with the reason and the comments noted on its cells and paragraphs.
 *
 * @throws Refusal reason_missing and what `moveSubmission` refuses
 */
export async function returnSubmission(db: Db, actor: Actor, input: ReturnSubmissionInput, now: Date): Promise<void> {
  await moveSubmission(db, actor, { ...input, move: "return", now }, async (tx, submission) => {
    const unsent = (await listComments(tx, { scope: actor.scope, submissionId: submission.id })).filter(
      (comment) => comment.sentAt === null,
    );
    // A comment that goes with the return says why as well as a reason does.
    const reason = input.reason || unsent[0]?.body;
    if (!reason) throw new Refusal("reason_missing");
    const due = await settleReturnDue(tx, actor, submission, input.dueAt, now);
    const sentComments = await updateCommentsSent(tx, {
      districtId: submission.districtId,
      submissionId: submission.id,
      at: now,
    });
    await askForCorrection(tx, actor, { submission, reason, comments: unsent, now });
    return {
      set: {
        returnReason: reason,
        reviewBegunAt: null,
        ...due.set,
      },
      event: {
        type: "submission_returned",
        data: {
          sectionId: submission.sectionId,
          version: submission.latestVersion,
          reason,
          comments: sentComments,
          dueAt: due.told,
        },
      },
    };
  });
}
