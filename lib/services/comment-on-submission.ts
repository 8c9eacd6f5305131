import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import {
  deleteUnsentComment,
  insertComment,
  updateCommentResolved,
  updateCommentsSettled,
} from "@/db/queries/comments";
import { getSubmissionForUpdate, updateSubmission } from "@/db/queries/submissions";
import { getVersion } from "@/db/queries/versions";
import { type Actor, may, unitsFilledBy } from "@/lib/domain/access";
import { readAnchor } from "@/lib/domain/anchor";
import type {
  AddCommentInput,
  RemoveCommentInput,
  ResolveCommentInput,
  SettleCommentInput,
} from "@/lib/domain/inputs/review";
import { Refusal } from "@/lib/domain/refusal";
import { isOwnSubmission } from "@/lib/domain/submission";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { subjectOf } from "@/lib/services/move-submission";
import { refusalOfMissing } from "@/lib/services/require-move";

/**
 * Notes something on a cell or paragraph; the unit sees it with the return that carries it.
 *
 * @throws Refusal not_permitted, not_found, wrong_state and own_submission
 */
export async function addComment(db: Db, actor: Actor, input: AddCommentInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "submission:review")) throw new Refusal("not_permitted");
      const submission = await getSubmissionForUpdate(tx, { id: input.submissionId, scope: actor.scope });
      if (!submission) throw new Refusal("not_found");
      if (submission.state !== "submitted") throw new Refusal("wrong_state");
      if (isOwnSubmission(submission, actor)) throw new Refusal("own_submission");
      const version = await getVersion(tx, {
        scope: actor.scope,
        submissionId: submission.id,
        number: submission.latestVersion,
      });
      const quote = version ? readAnchor(version.content, input.anchor) : null;
      if (quote === null) throw new Refusal("not_found");

      await insertComment(tx, {
        districtId: submission.districtId,
        id: randomUUID(),
        submissionId: submission.id,
        organisationId: submission.organisationId,
        versionNumber: submission.latestVersion,
        anchor: input.anchor,
        quote,
        body: input.body,
        authorId: actor.userId,
        authorName: actor.name,
        createdAt: now,
      });
      if (!submission.isReviewBegun) {
        await updateSubmission(tx, {
          id: submission.id,
          districtId: submission.districtId,
          by: actor,
          at: now,
          set: { reviewBegunAt: now },
        });
      }
      const { sectionId, latestVersion } = submission;
      await record(subjectOf(submission), {
        type: "comment_added",
        data: { sectionId, version: latestVersion, anchor: input.anchor, body: input.body },
      });
    },
    withoutResult,
  );
}

/**
 * Deletes a comment that has not been sent.
 *
 * @throws Refusal not_permitted and not_found
 */
export async function removeComment(db: Db, actor: Actor, input: RemoveCommentInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx) => {
      if (!may(actor, "submission:review")) throw new Refusal("not_permitted");
      const wasThere = await deleteUnsentComment(tx, {
        scope: actor.scope,
        submissionId: input.submissionId,
        id: input.commentId,
      });
      if (!wasThere) throw new Refusal("not_found");
    },
    withoutResult,
  );
}

/**
 * The unit answers a comment: that it changed what is there, or why it stays. Once.
 *
 * @throws Refusal not_permitted and not_found
 */
export async function resolveComment(db: Db, actor: Actor, input: ResolveCommentInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const submission = await getSubmissionForUpdate(tx, { id: input.submissionId, scope: actor.scope });
      if (!submission) throw await refusalOfMissing(tx, actor, now);
      if (!unitsFilledBy(actor).includes(submission.organisationId)) throw new Refusal("not_permitted");
      const resolved = await updateCommentResolved(tx, {
        scope: actor.scope,
        submissionId: submission.id,
        id: input.commentId,
        by: actor.name,
        at: now,
        reply: input.reply,
        replyText: input.replyText,
      });
      if (!resolved) throw new Refusal("not_found");
      const { reply, replyText } = input;
      await record(subjectOf(submission), {
        type: "comment_resolved",
        data: {
          sectionId: submission.sectionId,
          anchor: resolved.anchor,
          reply,
          ...(replyText === "" ? {} : { replyText }),
        },
      });
    },
    withoutResult,
  );
}

/**
 * The office takes a unit's answer to a comment. Whoever is not content with it notes another one in its place.
 *
 * @throws Refusal not_permitted, not_found where it was not answered or was taken before, and own_submission
 */
export async function settleComment(db: Db, actor: Actor, input: SettleCommentInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "submission:review")) throw new Refusal("not_permitted");
      const submission = await getSubmissionForUpdate(tx, { id: input.submissionId, scope: actor.scope });
      if (!submission) throw new Refusal("not_found");
      if (isOwnSubmission(submission, actor)) throw new Refusal("own_submission");
      const settled = await updateCommentsSettled(tx, {
        scope: actor.scope,
        submissionId: submission.id,
        id: input.commentId,
        by: actor.name,
        at: now,
      });
      if (settled.length === 0) throw new Refusal("not_found");
      for (const { anchor } of settled) {
        await record(subjectOf(submission), {
          type: "comment_settled",
          data: { sectionId: submission.sectionId, anchor },
        });
      }
    },
    withoutResult,
  );
}
