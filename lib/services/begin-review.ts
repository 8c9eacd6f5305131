import type { Db } from "@/db/connect";
import { withActor } from "@/db/connect";
import { insertEvents } from "@/db/queries/events";
import { getSubmissionForUpdate, updateSubmission } from "@/db/queries/submissions";
import { type Actor, may } from "@/lib/domain/access";
import type { BeginReviewInput } from "@/lib/domain/inputs/review";
import { Refusal } from "@/lib/domain/refusal";
import { isOwnSubmission } from "@/lib/domain/submission";
import { subjectOf } from "@/lib/services/move-submission";

/**
 * Marks that the office has begun to look: from now on the unit cannot withdraw. Done by the reviewer's first comment
 * or by taking the submission in hand; doing it again changes nothing.
 *
 * @throws Refusal not_permitted, not_found and own_submission
 */
export async function beginReview(db: Db, actor: Actor, input: BeginReviewInput, now: Date): Promise<void> {
  await withActor(db, actor, async (tx) => {
    if (!may(actor, "submission:review")) throw new Refusal("not_permitted");
    const submission = await getSubmissionForUpdate(tx, { id: input.submissionId, scope: actor.scope });
    if (!submission) throw new Refusal("not_found");
    if (submission.state !== "submitted" || submission.isReviewBegun) return;
    if (isOwnSubmission(submission, actor)) throw new Refusal("own_submission");
    await updateSubmission(tx, {
      id: submission.id,
      districtId: submission.districtId,
      by: actor,
      at: now,
      set: { reviewBegunAt: now },
    });
    await insertEvents(tx, {
      districtId: actor.districtId,
      at: now,
      actor,
      records: [
        {
          ...subjectOf(submission),
          event: { type: "review_begun", data: { sectionId: submission.sectionId, version: submission.latestVersion } },
        },
      ],
    });
  });
}
