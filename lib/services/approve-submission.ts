import type { Db } from "@/db/connect";
import { getVersion } from "@/db/queries/versions";
import type { Actor } from "@/lib/domain/access";
import type { ApproveSubmissionInput } from "@/lib/domain/inputs";
import { Refusal } from "@/lib/domain/refusal";
import { moveSubmission } from "@/lib/services/move-submission";

/** Approves the newest version: from here on its figures are the district's. */
export async function approveSubmission(db: Db, actor: Actor, input: ApproveSubmissionInput, now: Date): Promise<void> {
  await moveSubmission(db, actor, { ...input, move: "approve", now }, async (tx, submission) => {
    const version = await getVersion(tx, {
      scope: actor.scope,
      submissionId: submission.id,
      number: submission.latestVersion,
    });
    if (!version) throw new Refusal("not_found");
    return {
      set: {
        approvedVersionId: version.id,
        approvedBy: actor.userId,
        approvedByName: actor.name,
        approvedAt: now,
        returnReason: null,
      },
      event: {
        type: "submission_approved",
        data: { sectionId: submission.sectionId, version: submission.latestVersion },
      },
    };
  });
}
