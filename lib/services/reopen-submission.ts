import type { Db } from "@/db/connect";
import { getCycleReport } from "@/db/queries/reports";
import type { Actor } from "@/lib/domain/access";
import type { ReopenSubmissionInput } from "@/lib/domain/inputs/review";
import { Refusal } from "@/lib/domain/refusal";
import { moveSubmission } from "@/lib/services/move-submission";

/**
 * Gives an approved section back to its unit, with the reason. Its figures leave the roll-up until it is approved
 * again; while the report is final it cannot be done, since the report speaks of them.
 */
export async function reopenSubmission(db: Db, actor: Actor, input: ReopenSubmissionInput, now: Date): Promise<void> {
  await moveSubmission(db, actor, { ...input, move: "reopen", now }, async (tx, submission) => {
    const report = await getCycleReport(tx, { districtId: submission.districtId, cycleId: submission.cycleId });
    if (report?.state === "final") throw new Refusal("report_final");
    return {
      set: {
        approvedVersionId: null,
        approvedBy: null,
        approvedByName: null,
        approvedAt: null,
        reviewBegunAt: null,
        returnReason: input.reason,
      },
      event: {
        type: "submission_reopened",
        data: { sectionId: submission.sectionId, version: submission.latestVersion, reason: input.reason },
      },
    };
  });
}
