import type { Db } from "@/db/connect";
import { updateCommentsSettled } from "@/db/queries/comments";
import { updateExplanationsAccepted } from "@/db/queries/explanations";
import { getVersion } from "@/db/queries/versions";
import type { Actor } from "@/lib/domain/access";
import type { ApproveSubmissionInput } from "@/lib/domain/inputs/review";
import { Refusal } from "@/lib/domain/refusal";
import type { Submission } from "@/lib/domain/submission";
import type { RecordEvent } from "@/lib/services/carry-out";
import { type MoveOutcome, moveSubmission, subjectOf } from "@/lib/services/move-submission";

/**
 * Approves the newest version: from here on its figures are the district's. With the version its explanations are
 * accepted and its answers to comments taken; whoever does not accept one returns the section.
 *
 * @throws Refusal not_found and what `moveSubmission` refuses
 */
export async function approveSubmission(db: Db, actor: Actor, input: ApproveSubmissionInput, now: Date): Promise<void> {
  await moveSubmission(db, actor, { ...input, move: "approve", now }, (tx, submission, record) =>
    settleApproval(tx, actor, submission, record, now),
  );
}

/**
 * A step of other services: what an approval of the newest version changes beside the state.
 *
 * @throws Refusal not_found
 */
export async function settleApproval(
  tx: Db,
  actor: Actor,
  submission: Submission,
  record: RecordEvent,
  now: Date,
): Promise<MoveOutcome> {
  const { districtId, sectionId, latestVersion } = submission;
  const version = await getVersion(tx, {
    scope: actor.scope,
    submissionId: submission.id,
    number: latestVersion,
  });
  if (!version) throw new Refusal("not_found");
  const accepted = await updateExplanationsAccepted(tx, {
    districtId,
    submissionId: submission.id,
    version: version.number,
    by: actor.name,
    at: now,
  });
  for (const { rule, findingId } of accepted) {
    await record(subjectOf(submission), { type: "explanation_accepted", data: { sectionId, rule, findingId } });
  }
  await updateCommentsSettled(tx, { scope: actor.scope, submissionId: submission.id, by: actor.name, at: now });
  return {
    set: {
      approvedVersionId: version.id,
      approvedBy: actor.userId,
      approvedByName: actor.name,
      approvedAt: now,
      returnReason: null,
    },
    event: { type: "submission_approved", data: { sectionId, version: latestVersion } },
  };
}
