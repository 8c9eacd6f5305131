import { randomUUID } from "node:crypto";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ReviewBar } from "@/components/review/review-bar";
import { ApproveForm, BeginForm, ReleaseForm, ReopenForm, ReturnForm } from "@/components/review/review-forms";
import { countFindings } from "@/components/review/review-head";
import { anchorId } from "@/components/review/review-marks";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { DialogCancel } from "@/components/ui/dialog";
import { DialogLink } from "@/components/ui/dialog-link";
import { StateIcon } from "@/components/ui/state-badge";
import { type Actor, may } from "@/lib/domain/access";
import { anchorOfFinding } from "@/lib/domain/anchor";
import { sortByNeed } from "@/lib/domain/explanation";
import { isOwnSubmission, nextReviewAct, placeInQueue, suggestReturnDue } from "@/lib/domain/review";
import type { ReviewWork } from "@/lib/domain/review-work";
import { decideMove, listMoves } from "@/lib/domain/submission";
import { dueDayInput, formatDeadline } from "@/lib/i18n/dates";
import { routes } from "@/lib/web/routes";
import { approveAction, beginReviewAction, releaseReviewAction, reopenAction, returnAction } from "./actions";
import { hrefOfReview, type ReviewSearchParams } from "./review-search-params";

export type ReviewActsProps = {
  work: ReviewWork;
  actor: Actor;
  look: ReviewSearchParams;
  now: Date;
  nameOf: (anchor: string) => string;
};

/** True where the actor may note something: the newest version waits, and is somebody else's. */
export function canNote({ work, actor }: Pick<ReviewActsProps, "work" | "actor">): boolean {
  const { submission, shown } = work;
  return shown?.number === submission.latestVersion && listMoves(submission, actor).includes("approve");
}

/** The bar at the bottom: the queue at its left, what is open, and the act that the state asks for. */
export function ReviewActs(props: ReviewActsProps & { after: ReactNode }): ReactNode {
  const { work, actor, look } = props;
  const t = useTranslations("review");
  const { submission } = work;
  const moves = listMoves(submission, actor);
  const unsent = unsentComments(work);
  const { errors } = countFindings(work);
  const isLatest = work.shown?.number === submission.latestVersion;
  const act = nextReviewAct({ moves: isLatest ? moves : [], unsentComments: unsent.length, errors });
  const explainedIds = new Set(work.explanations.map((explanation) => explanation.findingId));
  const [error] = sortByNeed(work.findings, explainedIds).errors;
  const firstError = error ? anchorOfFinding(error) : null;
  const returnForm = useReturnForm(props);
  const reopenTitle = useTitle("reopen", work);
  const reopenForm = useReopenForm(props);
  const approve = (
    <ApproveForm
      action={approveAction}
      submissionId={submission.id}
      requestId={randomUUID()}
      revision={submission.revision}
      kind={act === "approve" ? "primary" : "secondary"}
    />
  );
  const giveBack = (
    <DialogLink
      href={`${hrefOfReview(submission.id, look, { form: "return" })}#form`}
      variant={act === "return" ? "primary" : "secondary"}
      label={
        <>
          <StateIcon state="returned" />
          {unsent.length > 0 ? t("return.openWithComments", { count: unsent.length }) : t("return.open")}
        </>
      }
      title={returnForm.title}
      description={t("return.text")}
      className="max-md:flex-1"
    >
      <ReturnForm {...returnForm.props} cancel={<DialogCancel />} />
    </DialogLink>
  );

  return (
    <ReviewBar
      place={placeInQueue(work.queue, submission.id)}
      hrefOf={(id) => routes.review(id)}
      queueHref={routes.queue()}
      say={<WhatIsOpen {...props} />}
      after={props.after}
    >
      {act === "look" ? null : act === "return" ? (
        <>
          {approve}
          {giveBack}
        </>
      ) : (
        <>
          {giveBack}
          {approve}
        </>
      )}
      {act === "errors" && firstError ? (
        <a
          className={buttonVariants({ variant: "primary", className: "max-md:flex-1" })}
          href={`#${anchorId(firstError)}`}
        >
          {t("bar.nextError")}
        </a>
      ) : null}
      {moves.includes("reopen") ? (
        <DialogLink
          href={`${hrefOfReview(submission.id, look, { form: "reopen" })}#form`}
          variant="danger"
          label={t("reopen.open")}
          title={reopenTitle}
          description={t("reopen.text")}
          className="max-md:flex-1"
        >
          <ReopenForm {...reopenForm} cancel={<DialogCancel />} />
        </DialogLink>
      ) : null}
    </ReviewBar>
  );
}

/** The same forms on the page itself, for when there is no JavaScript. */
export function ReviewFormCard(props: ReviewActsProps): ReactNode {
  const { work, actor, look } = props;
  const t = useTranslations("review");
  const common = useTranslations("common");
  const moves = listMoves(work.submission, actor);
  const returnForm = useReturnForm(props);
  const reopenTitle = useTitle("reopen", work);
  const reopenForm = useReopenForm(props);
  const cancel = (
    <a className={buttonVariants()} href={hrefOfReview(work.submission.id, look)}>
      {common("cancel")}
    </a>
  );
  if (look.form === "return" && moves.includes("return")) {
    return (
      <Card className="mb-4">
        <CardHeader>
          <CardTitle>
            <span id="form">{returnForm.title}</span>
          </CardTitle>
        </CardHeader>
        <CardContent className="max-w-notice">
          <p className="text-ink-2">{t("return.text")}</p>
          <ReturnForm {...returnForm.props} cancel={cancel} />
        </CardContent>
      </Card>
    );
  }
  if (look.form === "reopen" && moves.includes("reopen")) {
    return (
      <Card className="mb-4">
        <CardHeader>
          <CardTitle>
            <span id="form">{reopenTitle}</span>
          </CardTitle>
        </CardHeader>
        <CardContent className="max-w-notice">
          <p className="text-ink-2">{t("reopen.text")}</p>
          <ReopenForm {...reopenForm} cancel={cancel} />
        </CardContent>
      </Card>
    );
  }
  return null;
}

function WhatIsOpen({ work, actor }: ReviewActsProps): ReactNode {
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
  const who = isBegunByAct ? begun.actorName : (first?.authorName ?? submission.updatedByName);
  const isYou = isBegunByAct ? begun.actorId === actor.userId : first?.authorId === actor.userId;
  return (
    <>
      <span className="text-ink-3">{isYou ? t("begunByYou") : t("begun", { who: who ?? "" })}</span>
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

function unsentComments(work: ReviewWork) {
  return work.comments.filter((comment) => comment.sentAt === null);
}

function useTitle(kind: "return" | "reopen", { submission }: ReviewWork): string {
  const t = useTranslations("review");
  const section = useTranslations("common.section");
  return t(`${kind}.title`, { unit: submission.unitName, section: section(submission.sectionId) });
}

function useReturnForm({ work, nameOf, now }: ReviewActsProps) {
  const t = useTranslations("review.return");
  const locale = useLocale();
  const { submission } = work;
  const due = formatDeadline(submission.dueAt, now, locale);
  const suggested = suggestReturnDue(submission.dueAt, now);
  const title = useTitle("return", work);
  return {
    title,
    props: {
      action: returnAction,
      submissionId: submission.id,
      requestId: randomUUID(),
      revision: submission.revision,
      dueHint: submission.dueAt > now ? t("dueNow", { due }) : t("dueLate", { due }),
      suggestedDay: suggested ? dueDayInput(suggested) : "",
      comments: unsentComments(work).map(({ id, anchor, body }) => ({ id, place: nameOf(anchor), body })),
    },
  };
}

function useReopenForm({ work, now }: ReviewActsProps) {
  const t = useTranslations("review.return");
  const locale = useLocale();
  const { submission } = work;
  const due = formatDeadline(submission.dueAt, now, locale);
  const suggested = suggestReturnDue(submission.dueAt, now);
  return {
    action: reopenAction,
    dueHint: submission.dueAt > now ? t("dueNow", { due }) : t("dueLate", { due }),
    suggestedDay: suggested ? dueDayInput(suggested) : "",
    submissionId: submission.id,
    requestId: randomUUID(),
    revision: submission.revision,
  };
}
