"use client";

import { CheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Hidden, type ReviewFormProps, type ReviewMoveProps, useReviewForm } from "@/components/review/review-form";
import { ReviewReasonField, type UsualReasons } from "@/components/review/review-reason-field";
import type { ButtonVariants } from "@/components/ui/button-variants";
import { Refused } from "@/components/ui/refused";
import { Reason } from "@/components/ui/remark";
import { StateIcon } from "@/components/ui/state-badge";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { LIMIT } from "@/lib/domain/inputs/limits";

type ApproveFormProps = ReviewMoveProps & { kind: ButtonVariants["variant"] };

/** Approves the newest version. */
export function ApproveForm({ action, kind, ...hidden }: ApproveFormProps): ReactNode {
  const t = useTranslations("review.bar");
  const { state, send } = useReviewForm(action);
  return (
    <form action={send} className="flex flex-wrap items-center gap-2 max-md:flex-1">
      <Hidden {...hidden} />
      <Refused state={state} isInline />
      <SubmitButton variant={kind} className="max-md:flex-1" busyLabel={t("approving")}>
        <CheckIcon />
        {t("approve")}
      </SubmitButton>
    </form>
  );
}

/** Says that one has begun: from then on the unit cannot withdraw, and the other reviewers see who has it. */
export function BeginForm({ action, submissionId }: Omit<ReviewFormProps, "requestId">): ReactNode {
  const t = useTranslations("review.bar");
  const { state, send } = useReviewForm(action);
  return (
    <form action={send} className="flex items-center gap-2">
      <input type="hidden" name="submissionId" value={submissionId} />
      <Refused state={state} isInline />
      <SubmitButton variant="ghost" size="sm" busyLabel={t("beginning")}>
        {t("begin")}
      </SubmitButton>
    </form>
  );
}

/** Gives up a review, so that somebody else can take it up. */
export function ReleaseForm({ action, ...hidden }: ReviewMoveProps): ReactNode {
  const t = useTranslations("review.bar");
  const { state, send } = useReviewForm(action);
  return (
    <form action={send} className="flex items-center gap-2">
      <Hidden {...hidden} />
      <Refused state={state} isInline />
      <SubmitButton variant="ghost" size="sm" busyLabel={t("releasing")} title={t("releaseName")}>
        {t("release")}
      </SubmitButton>
    </form>
  );
}

export type GiveBackFormProps = ReviewMoveProps & {
  /** A submission that waits is returned, an approved one is reopened. */
  kind: "return" | "reopen";
  /** What the due date is now, in words. */
  dueHint: string;
  /** A day for the correction that suits; as a date field wants it. */
  suggestedDay: string;
  /** The comments that go with it, each with its place. */
  comments: readonly { id: string; place: string; body: string }[];
  /** What the office often writes. */
  usual: UsualReasons;
  /** 取消, as a button of the dialog or a link of the page. */
  cancel: ReactNode;
};

/** Gives a submission back to its unit: the reason is wanted unless comments say it, and a new day is offered. */
export function GiveBackForm(props: GiveBackFormProps): ReactNode {
  const { kind, action, dueHint, suggestedDay, comments, usual, cancel, ...hidden } = props;
  const t = useTranslations(`review.${kind}`);
  const withComments = useTranslations("review.return");
  const { state, send, errors, typed } = useReviewForm(action);
  const hasComments = comments.length > 0;
  return (
    <form action={send} noValidate>
      <Hidden {...hidden} />
      <Refused state={state} className="mt-2" hasTyped />
      {hasComments ? (
        <Reason className="mt-3">
          <p className="mt-0.5 text-xs text-ink-2">{withComments("comments", { count: comments.length })}</p>
          <ul className="text-sm">
            {comments.map(({ id, place, body }) => (
              <li key={id} className="mt-1">
                <b>{place}</b>　{body}
              </li>
            ))}
          </ul>
        </Reason>
      ) : null}
      <ReviewReasonField
        usual={usual}
        className="mt-3"
        id={`${kind}-reason`}
        limit={LIMIT.reason}
        name="reason"
        label={hasComments ? withComments("reasonOptional") : t("reason")}
        hint={hasComments ? withComments("reasonOptionalHint") : t("reasonHint")}
        errors={errors.reason}
        defaultValue={typed("reason") ?? ""}
        required={!hasComments}
      />
      <TextField
        className="mt-3"
        id={`${kind}-due`}
        name="dueAt"
        type="date"
        label={t("due")}
        hint={dueHint}
        errors={errors.dueAt}
        defaultValue={typed("dueAt") ?? suggestedDay}
      />
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        {cancel}
        <SubmitButton variant={kind === "return" ? "primary" : "danger"} busyLabel={t("sending")}>
          {kind === "return" ? <StateIcon state="returned" /> : null}
          {t("send")}
        </SubmitButton>
      </div>
    </form>
  );
}
