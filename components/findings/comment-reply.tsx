"use client";

import { CheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useFillForm } from "@/components/saving/fill-form";
import { newRequestId } from "@/components/saving/new-request-id";
import { useFormAction } from "@/components/saving/use-form-action";
import { Button } from "@/components/ui/button";
import { Radio } from "@/components/ui/radio";
import { Refused } from "@/components/ui/refused";
import { Reason } from "@/components/ui/remark";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-field";
import { COMMENT_REPLIES, type CommentReply } from "@/lib/domain/comment";
import { FILL_FIELDS } from "@/lib/domain/inputs/fill-fields";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { FormAction } from "@/lib/web/form-action";

/** What the unit said to a comment, as the page shows it. */
export type ShownReply = {
  by: string;
  when: string;
  /** Null of comments from before they were answered in words. */
  reply: CommentReply | null;
  text: string;
  /** Who of the office took the answer and when; null while it waits. */
  settled: { by: string; when: string } | null;
};

/** The unit's answer to a comment, and whether the office has taken it. */
export function GivenReply({ answer }: { answer: ShownReply }): ReactNode {
  const t = useTranslations("section.comment");
  const { by, when, reply, text, settled } = answer;
  return (
    <Reason className="mt-2 px-2.5 py-2 text-sm">
      <p>
        <b>{t(reply === "stays" ? "stays" : "hasChanged")}</b>
        {text === "" ? null : `　${text}`}
      </p>
      <p className="flex items-center gap-1.25 text-xs text-ink-3">
        {settled ? <CheckIcon className="size-3.5" /> : null}
        {t("resolvedBy", { name: by, when })}
        {settled ? `；${t("settledBy", { name: settled.by, when: settled.when })}` : null}
      </p>
    </Reason>
  );
}

type ReplyFormProps = { commentId: string; submissionId: string; requestId: string; action: FormAction };

/** Answers a comment: that what is there was changed, by one press, or why it stays. */
export function ReplyForm(props: ReplyFormProps): ReactNode {
  const fillForm = useFillForm();
  const [isReasoning, setReasoning] = useState(false);
  const t = useTranslations("section.comment");
  if (fillForm) return <PlainReply commentId={props.commentId} form={fillForm} />;
  if (isReasoning) return <StaysForm {...props} onBack={() => setReasoning(false)} />;
  return (
    <div className="mt-2 flex flex-wrap items-start gap-2">
      <ChangedForm {...props} />
      <Button size="sm" variant="ghost" onClick={() => setReasoning(true)}>
        {t("stay")}
      </Button>
    </div>
  );
}

function ChangedForm({ commentId, submissionId, requestId, action }: ReplyFormProps): ReactNode {
  const t = useTranslations("section.comment");
  const [state, send] = useFormAction(action);
  return (
    <form action={send}>
      <About commentId={commentId} submissionId={submissionId} requestId={requestId} reply="changed" />
      <SubmitButton size="sm" busyLabel={t("resolving")}>
        {t("change")}
      </SubmitButton>
      <Refused state={state} className="mt-2" />
    </form>
  );
}

function StaysForm({ commentId, submissionId, action, onBack }: ReplyFormProps & { onBack: () => void }): ReactNode {
  const t = useTranslations("section.comment");
  const common = useTranslations("common");
  const [requestId] = useState(newRequestId);
  const [state, send] = useFormAction(action);
  const kept = state.status === "refused" || state.status === "invalid" ? state.values.replyText : undefined;
  return (
    <form action={send} className="mt-2" noValidate>
      <About commentId={commentId} submissionId={submissionId} requestId={requestId} reply="stays" />
      <Refused state={state} className="mb-2" hasTyped />
      <TextareaField
        id={`reply-${commentId}`}
        name="replyText"
        label={t("reason")}
        limit={LIMIT.reason}
        defaultValue={typeof kept === "string" ? kept : ""}
        errors={state.status === "invalid" ? state.fieldErrors.replyText : undefined}
        autoFocus
      />
      <div className="mt-2 flex items-center gap-2">
        <SubmitButton size="sm" busyLabel={t("resolving")}>
          {t("answer")}
        </SubmitButton>
        <Button size="sm" variant="ghost" onClick={onBack}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}

function About(props: Pick<ReplyFormProps, "commentId" | "submissionId" | "requestId"> & { reply: CommentReply }) {
  return Object.entries(props).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

/** Without scripts the answer goes with the section's form. */
function PlainReply(props: { commentId: string; form: NonNullable<ReturnType<typeof useFillForm>> }): ReactNode {
  const { commentId, form } = props;
  const t = useTranslations("section.comment");
  const [choice, field] = [`${FILL_FIELDS.resolved}${commentId}`, `${FILL_FIELDS.replyText}${commentId}`];
  const typed = form.kept[field];
  return (
    <fieldset className="mt-2">
      <legend className="sr-only">{t("answer")}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {COMMENT_REPLIES.map((reply) => (
          <Radio key={reply} name={choice} value={reply} form={form.id} defaultChecked={form.kept[choice] === reply}>
            {t(reply === "stays" ? "stay" : "change")}
          </Radio>
        ))}
      </div>
      <TextareaField
        className="mt-2"
        id={`reply-${commentId}`}
        name={field}
        form={form.id}
        label={t("reason")}
        limit={LIMIT.reason}
        defaultValue={typeof typed === "string" ? typed : ""}
      />
    </fieldset>
  );
}
