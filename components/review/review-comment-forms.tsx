"use client";

import { CheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { Hidden, type ReviewFormProps, useReviewForm } from "@/components/review/review-form";
import { Refused } from "@/components/ui/refused";
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
      <Refused state={state} className="mt-2" hasTyped />
      <TextareaField
        className="mt-2"
        id="comment-body"
        limit={LIMIT.reason}
        name="body"
        label={<span className="sr-only">{t("body")}</span>}
        errors={errors.body}
        defaultValue={typed("body") ?? ""}
        autoFocus={isFocused}
        required
      />
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
        <span className="text-xs text-ink-3">{t("sentLater")}</span>
        <div className="flex items-center gap-2">
          {cancel}
          <SubmitButton variant="primary" size="sm" busyLabel={t("adding")}>
            {t("add")}
          </SubmitButton>
        </div>
      </div>
    </form>
  );
}

/** Deletes a comment that has not been sent. */
export function RemoveCommentForm({ commentId, ...form }: ReviewFormProps & { commentId: string }): ReactNode {
  const t = useTranslations("review.comments");
  return (
    <OneStepForm {...form} about={["commentId", commentId]}>
      <SubmitButton variant="ghost" size="sm" busyLabel={t("removing")}>
        {t("remove")}
      </SubmitButton>
    </OneStepForm>
  );
}

/** Takes what the unit says to a comment. */
export function SettleCommentForm({ commentId, ...form }: ReviewFormProps & { commentId: string }): ReactNode {
  const t = useTranslations("review.comments");
  return (
    <OneStepForm {...form} about={["commentId", commentId]}>
      <SubmitButton size="sm" busyLabel={t("settling")}>
        <CheckIcon className="size-3.5" />
        {t("settle")}
      </SubmitButton>
    </OneStepForm>
  );
}

/** Accepts what the unit says to a warning. */
export function AcceptForm({ findingId, ...form }: ReviewFormProps & { findingId: string }): ReactNode {
  const t = useTranslations("review.findings");
  return (
    <OneStepForm {...form} about={["findingId", findingId]}>
      <SubmitButton size="sm" busyLabel={t("accepting")}>
        <CheckIcon className="size-3.5" />
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
    <form action={send} className="flex items-center gap-2">
      <Hidden {...hidden} />
      <input type="hidden" name={name} value={value} />
      <Refused state={state} isInline className="text-xs" />
      {children}
    </form>
  );
}
