import type { Db } from "@/db/connect";
import { updateExplanationAccepted, upsertExplanation } from "@/db/queries/explanations";
import { getEntryForUpdate } from "@/db/queries/submission-entries";
import { getSubmissionForUpdate } from "@/db/queries/submissions";
import { type Actor, may } from "@/lib/domain/access";
import { isExplainable } from "@/lib/domain/explanation";
import type { AcceptExplanationInput } from "@/lib/domain/inputs/review";
import type { ExplainFindingInput } from "@/lib/domain/inputs/section";
import { Refusal } from "@/lib/domain/refusal";
import { isOwnSubmission } from "@/lib/domain/submission";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { subjectOf } from "@/lib/services/move-submission";
import { refusalOfMissing, requireMove } from "@/lib/services/require-move";
import { getSectionWork } from "@/lib/services/section-work";

/**
 * Gives the unit's reason for a finding that may stand; other errors are corrected, not explained.
 *
 * @throws Refusal not_found and what `requireMove` refuses
 */
export async function explainFinding(db: Db, actor: Actor, input: ExplainFindingInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const submission = await getEntryForUpdate(tx, { id: input.submissionId, scope: actor.scope });
      if (!submission) throw await refusalOfMissing(tx, actor, now);
      await requireMove(tx, actor, submission, { move: "edit", now });
      const work = await getSectionWork(tx, actor, submission);
      const finding = work?.findings.find((candidate) => candidate.id === input.findingId && isExplainable(candidate));
      if (!finding) throw new Refusal("not_found");

      await upsertExplanation(tx, {
        districtId: submission.districtId,
        submissionId: submission.id,
        organisationId: submission.organisationId,
        findingId: finding.id,
        rule: finding.rule,
        finding,
        body: input.body,
        authorId: actor.userId,
        authorName: actor.name,
        createdAt: now,
      });
      await record(subjectOf(submission), {
        type: "warning_explained",
        data: { sectionId: submission.sectionId, rule: finding.rule, findingId: finding.id, body: input.body },
      });
    },
    withoutResult,
  );
}

/**
 * The reviewer accepts an explanation.
 *
 * @throws Refusal not_permitted, not_found and own_submission
 */
export async function acceptExplanation(db: Db, actor: Actor, input: AcceptExplanationInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "submission:review")) throw new Refusal("not_permitted");
      const submission = await getSubmissionForUpdate(tx, { id: input.submissionId, scope: actor.scope });
      if (!submission) throw new Refusal("not_found");
      if (isOwnSubmission(submission, actor)) throw new Refusal("own_submission");
      const accepted = await updateExplanationAccepted(tx, {
        districtId: submission.districtId,
        submissionId: submission.id,
        findingId: input.findingId,
        by: actor.name,
        at: now,
      });
      if (!accepted) throw new Refusal("not_found");
      await record(subjectOf(submission), {
        type: "explanation_accepted",
        data: { sectionId: submission.sectionId, rule: accepted.rule, findingId: input.findingId },
      });
    },
    withoutResult,
  );
}
