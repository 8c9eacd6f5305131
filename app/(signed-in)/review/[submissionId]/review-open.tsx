import { randomUUID } from "node:crypto";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ReviewActsProps } from "@/app/(signed-in)/review/[submissionId]/review-acts-props";
import { BeginForm, ReleaseForm } from "@/components/review/review-forms";
import { countFindings } from "@/components/review/review-head";
import { may } from "@/lib/domain/access";
import { decideMove, isOwnSubmission } from "@/lib/domain/submission";
import { beginReviewAction, releaseReviewAction } from "./actions";
import { unsentComments } from "./give-back";

/** What stands between the submission and a decision, or why this person decides nothing about it. */
export function WhatIsOpen({ work, actor }: ReviewActsProps): ReactNode {
  const t = useTranslations("review.bar");
  const { submission } = work;
  const decision = submission.state === "approved" ? decideMove(submission, "reopen", actor) : null;
  if (decision && !decision.ok) {
    if (decision.refusal === "report_final") return t("reopenFinal");
    return decision.refusal === "report_published" ? t("reopenPublished") : null;
  }
  if (submission.state !== "submitted") return null;
  if (!may(actor, "submission:review")) return t("readOnly");
  if (isOwnSubmission(submission, actor)) return t("own");
  if (!submission.isCycleOpen) return t("closed");

  const { errors, unexplained, unaccepted } = countFindings(work);
  const unsent = unsentComments(work).length;
  const open = [
    unsent > 0 ? t("unsent", { count: unsent }) : null,
    errors > 0 ? t("errors", { count: errors }) : null,
    unexplained > 0 ? t("unexplained", { count: unexplained }) : null,
    unaccepted > 0 ? t(unsent > 0 ? "unaccepted" : "approvesExplanations", { count: unaccepted }) : null,
  ].filter((entry) => entry !== null);
  return (
    <span className="flex flex-wrap items-center justify-end gap-x-2.5 gap-y-0.5 max-md:justify-start">
      {open.length > 0 ? <span>{open.join(t("separator"))}</span> : null}
      <WhoHasIt work={work} actor={actor} />
    </span>
  );
}

/** Who has begun with it; while nobody has, the unit may still take it back. */
function WhoHasIt({ work, actor }: Pick<ReviewActsProps, "work" | "actor">): ReactNode {
  const t = useTranslations("review.bar");
  const { submission, events, comments } = work;
  if (!submission.isReviewBegun) {
    return (
      <>
        <span className="text-ink-3">{t("canWithdraw")}</span>
        <BeginForm action={beginReviewAction} submissionId={submission.id} />
      </>
    );
  }
  const begun = events.find(({ event }) => event.type === "review_begun" || event.type === "section_submitted");
  const first = comments.find((comment) => comment.sentAt === null);
  const isBegunByAct = begun?.event.type === "review_begun";
  const openedBy = isBegunByAct ? begun.actorName : (first?.authorName ?? submission.updatedByName);
  const isYou = isBegunByAct ? begun.actorId === actor.userId : first?.authorId === actor.userId;
  return (
    <>
      <span className="text-ink-3">{isYou ? t("begunByYou") : t("begun", { who: openedBy ?? "" })}</span>
      {decideMove(submission, "release", actor).ok ? (
        <ReleaseForm
          action={releaseReviewAction}
          submissionId={submission.id}
          requestId={randomUUID()}
          revision={submission.revision}
        />
      ) : null}
    </>
  );
}
