"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/domain/access";
import {
  AcceptExplanationSchema,
  AddCommentSchema,
  ApproveSubmissionSchema,
  BeginReviewSchema,
  ReleaseReviewSchema,
  RemoveCommentSchema,
  ReopenSubmissionSchema,
  ReturnSubmissionSchema,
  SettleCommentSchema,
} from "@/lib/domain/inputs/review";
import { approveSubmission } from "@/lib/services/approve-submission";
import { beginReview } from "@/lib/services/begin-review";
import { addComment, removeComment, settleComment } from "@/lib/services/comment-on-submission";
import { acceptExplanation } from "@/lib/services/explain-finding";
import { findNextWaiting } from "@/lib/services/load-queue";
import { releaseReview } from "@/lib/services/release-review";
import { reopenSubmission } from "@/lib/services/reopen-submission";
import { returnSubmission } from "@/lib/services/return-submission";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

/** Every page that says how a submission stands: the queue and the overview too. */
function refresh(): void {
  revalidatePath("/review", "layout");
}

/** Leads to what waits next, which says at its top what was just done. */
async function goOn(actor: Actor, submissionId: string, now: Date): Promise<never> {
  refresh();
  const nextId = await findNextWaiting(getDb(), actor, { submissionId }, now);
  redirect(nextId ? routes.review(nextId, { after: submissionId }) : routes.queue({ after: submissionId }));
}

export const approveAction = formAction(ApproveSubmissionSchema, async (actor, input, now) => {
  await approveSubmission(getDb(), actor, input, now);
  return goOn(actor, input.submissionId, now);
});

export const returnAction = formAction(ReturnSubmissionSchema, async (actor, input, now) => {
  await returnSubmission(getDb(), actor, input, now);
  return goOn(actor, input.submissionId, now);
});

export const reopenAction = formAction(ReopenSubmissionSchema, async (actor, input, now) => {
  await reopenSubmission(getDb(), actor, input, now);
  refresh();
  redirect(routes.review(input.submissionId));
});

export const beginReviewAction = formAction(BeginReviewSchema, async (actor, input, now) => {
  await beginReview(getDb(), actor, input, now);
  refresh();
});

export const releaseReviewAction = formAction(ReleaseReviewSchema, async (actor, input, now) => {
  await releaseReview(getDb(), actor, input, now);
  refresh();
});

export const addCommentAction = formAction(AddCommentSchema, async (actor, input, now) => {
  await addComment(getDb(), actor, input, now);
  refresh();
  const t = await getTranslations("review.note");
  return t("added");
});

export const removeCommentAction = formAction(RemoveCommentSchema, async (actor, input, now) => {
  await removeComment(getDb(), actor, input, now);
  refresh();
  const t = await getTranslations("review.comments");
  return t("removed");
});

export const settleCommentAction = formAction(SettleCommentSchema, async (actor, input, now) => {
  await settleComment(getDb(), actor, input, now);
  refresh();
});

export const acceptExplanationAction = formAction(AcceptExplanationSchema, async (actor, input, now) => {
  await acceptExplanation(getDb(), actor, input, now);
  refresh();
});
