"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { TickIcon } from "@/components/icons";
import { Hidden, Refused, type ReviewFormProps, useReviewForm } from "@/components/review/review-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-field";
import { LIMIT } from "@/lib/domain/inputs/limits";

type CommentFormProps = ReviewFormProps & {
  anchor: string;
  /** 取消, as a button that closes or a link that leads back. */
  cancel: ReactNode;
  isFocused?: boolean;
  onDone?: () => void;
};

/** Notes something on a cell or paragraph; it is sent with the return. */
export function CommentForm({ action, anchor, cancel, isFocused = false, onDone, ...hidden }: CommentFormProps) {
  const t = useTranslations("review.note");
  const { state, send, errors, typed } = useReviewForm(action);

  useEffect(() => {
    if (state.status === "done") onDone?.();
  }, [state, onDone]);

  return (
    <form action={send} noValidate>
      <Hidden {...hidden} />
      <input type="hidden" name="anchor" value={anchor} />
      <Refused state={state} />
      <TextareaField
        className="mt8"
        id="comment-body"
        limit={LIMIT.reason}
        name="body"
        label={<span className="sr">{t("body")}</span>}
        errors={errors.body}
        defaultValue={typed("body") ?? ""}
        autoFocus={isFocused}
        required
      />
      <div className="row row-w between mt8">
        <span className="xs muted">{t("sentLater")}</span>
        <div className="row">
          {cancel}
          <SubmitButton kind="primary" size="small" busyLabel={t("adding")}>
            {t("add")}
          </SubmitButton>
        </div>
      </div>
    </form>
  );
}

/** Takes back a comment that has not been sent. */
export function RemoveCommentForm({ commentId, ...form }: ReviewFormProps & { commentId: string }): ReactNode {
  const t = useTranslations("review.comments");
  return (
    <OneStepForm {...form} about={["commentId", commentId]}>
      <SubmitButton kind="quiet" size="small" busyLabel={t("removing")}>
        {t("remove")}
      </SubmitButton>
    </OneStepForm>
  );
}

/** Accepts what the unit says to a warning. */
export function AcceptForm({ findingId, ...form }: ReviewFormProps & { findingId: string }): ReactNode {
  const t = useTranslations("review.findings");
  return (
    <OneStepForm {...form} about={["findingId", findingId]}>
      <SubmitButton size="small" busyLabel={t("accepting")}>
        <TickIcon isSmall />
        {t("accept")}
      </SubmitButton>
    </OneStepForm>
  );
}

type OneStepFormProps = ReviewFormProps & { about: readonly [name: string, value: string]; children: ReactNode };

/** A button beside what it is about; a refusal stands before it. */
function OneStepForm({ action, about: [name, value], children, ...hidden }: OneStepFormProps): ReactNode {
  const { state, send } = useReviewForm(action);
  return (
    <form action={send} className="row">
      <Hidden {...hidden} />
      <input type="hidden" name={name} value={value} />
      {state.status === "refused" ? <span className="xs t-danger">{state.message}</span> : null}
      {children}
    </form>
  );
}
