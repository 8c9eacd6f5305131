"use client";

import { CheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Hidden, type ReviewFormProps, type ReviewMoveProps, useReviewForm } from "@/components/review/review-form";
import type { ButtonVariants } from "@/components/ui/button-variants";
import { Refused } from "@/components/ui/refused";
import { Reason } from "@/components/ui/remark";
import { StateIcon } from "@/components/ui/state-badge";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField, TextField } from "@/components/ui/text-field";
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

type ReturnFormProps = ReviewMoveProps & {
  /** What the due date is now, in words. */
  dueHint: string;
  /** A day for the correction that suits; as a date field wants it. */
  suggestedDay: string;
  /** The comments that go with the return, each with its place. */
  comments: readonly { id: string; place: string; body: string }[];
  /** 取消, as a button of the dialog or a link of the page. */
  cancel: ReactNode;
};

/** Gives a submission back: the reason is wanted, a new day is offered, the comments go with it. */
export function ReturnForm(props: ReturnFormProps): ReactNode {
  const { action, submissionId, requestId, revision, dueHint, suggestedDay, comments, cancel } = props;
  const t = useTranslations("review.return");
  const { state, send, errors, typed } = useReviewForm(action);
  return (
    <form action={send} noValidate>
      <Hidden submissionId={submissionId} requestId={requestId} revision={revision} />
      <Refused state={state} className="mt-2" hasTyped />
      {comments.length > 0 ? (
        <Reason className="mt-3">
          <p className="mt-0.5 text-xs text-ink-2">{t("comments", { count: comments.length })}</p>
          <ul className="text-sm">
            {comments.map(({ id, place, body }) => (
              <li key={id} className="mt-1">
                <b>{place}</b>　{body}
              </li>
            ))}
          </ul>
        </Reason>
      ) : null}
      <TextareaField
        className="mt-3"
        id="return-reason"
        limit={LIMIT.reason}
        name="reason"
        label={t(comments.length > 0 ? "reasonOptional" : "reason")}
        hint={t(comments.length > 0 ? "reasonOptionalHint" : "reasonHint")}
        errors={errors.reason}
        defaultValue={typed("reason") ?? ""}
        required={comments.length === 0}
      />
      <TextField
        className="mt-3"
        id="return-due"
        name="dueAt"
        type="date"
        label={t("due")}
        hint={dueHint}
        errors={errors.dueAt}
        defaultValue={typed("dueAt") ?? suggestedDay}
      />
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        {cancel}
        <SubmitButton variant="primary" busyLabel={t("sending")}>
          <StateIcon state="returned" />
          {t("send")}
        </SubmitButton>
      </div>
    </form>
  );
}

type ReopenFormProps = ReviewMoveProps & Pick<ReturnFormProps, "dueHint" | "suggestedDay" | "cancel">;

/** Gives an approved submission back to its unit, with a new day where the old one has passed. */
export function ReopenForm(props: ReopenFormProps): ReactNode {
  const { action, cancel, dueHint, suggestedDay, ...hidden } = props;
  const t = useTranslations("review.reopen");
  const { state, send, errors, typed } = useReviewForm(action);
  return (
    <form action={send} noValidate>
      <Hidden {...hidden} />
      <Refused state={state} className="mt-2" hasTyped />
      <TextareaField
        className="mt-3"
        id="reopen-reason"
        limit={LIMIT.reason}
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        errors={errors.reason}
        defaultValue={typed("reason") ?? ""}
        required
      />
      <TextField
        className="mt-3"
        id="reopen-due"
        name="dueAt"
        type="date"
        label={t("due")}
        hint={dueHint}
        errors={errors.dueAt}
        defaultValue={typed("dueAt") ?? suggestedDay}
      />
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        {cancel}
        <SubmitButton variant="danger" busyLabel={t("sending")}>
          {t("send")}
        </SubmitButton>
      </div>
    </form>
  );
}
