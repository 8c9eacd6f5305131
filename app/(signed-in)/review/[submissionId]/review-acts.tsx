import { randomUUID } from "node:crypto";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ReviewActsProps } from "@/app/(signed-in)/review/[submissionId]/review-acts-props";
import { ReviewBar } from "@/components/review/review-bar";
import { ApproveForm, GiveBackForm } from "@/components/review/review-forms";
import { countFindings } from "@/components/review/review-head";
import { ReviewKeyTarget } from "@/components/review/review-key-target";
import { ReviewKeys } from "@/components/review/review-keys";
import { anchorId } from "@/components/review/review-marks";
import { buttonVariants } from "@/components/ui/button-variants";
import { cn } from "@/components/ui/cn";
import { DialogCancel } from "@/components/ui/dialog";
import { DialogLink } from "@/components/ui/dialog-link";
import { StateIcon } from "@/components/ui/state-badge";
import { anchorOfFinding } from "@/lib/domain/anchor";
import { sortByNeed } from "@/lib/domain/explanation";
import { nextReviewAct } from "@/lib/domain/review";
import { listMoves } from "@/lib/domain/submission";
import { routes } from "@/lib/web/routes";
import { approveAction } from "./actions";
import { unsentComments, useGiveBack } from "./give-back";
import { WhatIsOpen } from "./review-open";
import { hrefOfReview } from "./review-search-params";

/** True where the actor may note something: the newest version waits, and is somebody else's. */
export function canNote({ work, actor }: Pick<ReviewActsProps, "work" | "actor">): boolean {
  const { submission, shown } = work;
  return shown?.number === submission.latestVersion && listMoves(submission, actor).includes("approve");
}

/** The anchors of what the checks found, the gravest first, and then of what changed. */
function placesToLookAt({ findings, explanations, changes }: ReviewActsProps["work"]): string[] {
  const { errors, warnings, explained } = sortByNeed(
    findings,
    new Set(explanations.map((explanation) => explanation.findingId)),
  );
  const found = [...errors, ...warnings, ...explained].map(anchorOfFinding).filter((anchor) => anchor !== null);
  return [...new Set([...found, ...changes.map((change) => change.key)])];
}

/** The bar at the bottom: the queue at its left, what is open, and the act that the state asks for. */
export function ReviewActs(props: ReviewActsProps & { after: ReactNode }): ReactNode {
  const { work, actor } = props;
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
  const approve = (
    <ReviewKeyTarget act="approve" isOnlyFocused={act !== "approve"}>
      <ApproveForm
        action={approveAction}
        submissionId={submission.id}
        requestId={randomUUID()}
        revision={submission.revision}
        kind={act === "approve" ? "primary" : "secondary"}
      />
    </ReviewKeyTarget>
  );
  const giveBack = <ReturnLink {...props} isPrimary={act === "return"} />;

  return (
    <ReviewBar
      place={work.place}
      hrefOf={(id) => routes.review(id)}
      queueHref={routes.queue()}
      keys={<ReviewKeys places={placesToLookAt(work).map(anchorId)} helpHref={`${routes.help()}#review-keys`} />}
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
        <a className={cn(buttonVariants({ variant: "primary" }), "max-md:flex-1")} href={`#${anchorId(firstError)}`}>
          {t("bar.nextError")}
        </a>
      ) : null}
      {moves.includes("reopen") ? <ReopenLink {...props} /> : null}
    </ReviewBar>
  );
}

/** Opens the form of a return; its words say how many comments go with it. */
function ReturnLink(props: ReviewActsProps & { isPrimary: boolean }): ReactNode {
  const { work, search, isPrimary } = props;
  const t = useTranslations("review");
  const { title, text, form } = useGiveBack("return", props);
  const unsent = unsentComments(work);
  return (
    <ReviewKeyTarget act="return">
      <DialogLink
        href={`${hrefOfReview(work.submission.id, search, { form: "return" })}#form`}
        variant={isPrimary ? "primary" : "secondary"}
        label={
          <>
            <StateIcon state="returned" />
            {unsent.length > 0 ? t("return.openWithComments", { count: unsent.length }) : t("return.open")}
          </>
        }
        title={title}
        description={text}
        className="max-md:flex-1"
      >
        <GiveBackForm {...form} cancel={<DialogCancel />} />
      </DialogLink>
    </ReviewKeyTarget>
  );
}

/** Opens the form of a reopening. */
function ReopenLink(props: ReviewActsProps): ReactNode {
  const { work, search } = props;
  const t = useTranslations("review");
  const { title, text, form } = useGiveBack("reopen", props);
  return (
    <DialogLink
      href={`${hrefOfReview(work.submission.id, search, { form: "reopen" })}#form`}
      variant="danger"
      label={t("reopen.open")}
      title={title}
      description={text}
      className="max-md:flex-1"
    >
      <GiveBackForm {...form} cancel={<DialogCancel />} />
    </DialogLink>
  );
}
