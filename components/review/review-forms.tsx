"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useEffect } from "react";
import { TickIcon } from "@/components/icons";
import { Alert } from "@/components/ui/alert";
import type { ButtonLook } from "@/components/ui/button-class";
import { StateIcon } from "@/components/ui/state-tag";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField, TextField } from "@/components/ui/text-field";
import type { ActionState, FormAction, FormValues } from "@/lib/web/form-action";

const IDLE: ActionState = { status: "idle" };

/** What every form about a submission carries: what it is about, and that it is sent once. */
export type ReviewFormProps = { action: FormAction; submissionId: string; requestId: string };

/** A move that somebody else may have made meanwhile also says which state it saw. */
export type ReviewMoveProps = ReviewFormProps & { revision: number };

function useForm(action: FormAction) {
  const [state, send] = useActionState(action, IDLE);
  const values: FormValues = "values" in state ? state.values : {};
  return {
    state,
    send,
    errors: state.status === "invalid" ? state.fieldErrors : {},
    typed: (name: string) => (typeof values[name] === "string" ? values[name] : null),
  };
}

function Hidden({ submissionId, requestId, revision }: Omit<ReviewFormProps, "action"> & { revision?: number }) {
  return (
    <>
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="requestId" value={requestId} />
      {revision === undefined ? null : <input type="hidden" name="expectedRevision" value={revision} />}
    </>
  );
}

/** The service's sentence, when it refused or the form was not in order. */
function Refused({ state }: { state: ActionState }): ReactNode {
  if (state.status !== "refused") return null;
  return (
    <Alert kind="error" isAnnounced className="mt8">
      {state.message}
    </Alert>
  );
}

type ApproveFormProps = ReviewMoveProps & { kind: ButtonLook["kind"] };

/** Approves the newest version. */
export function ApproveForm({ action, kind, ...hidden }: ApproveFormProps): ReactNode {
  const t = useTranslations("review.bar");
  const { state, send } = useForm(action);
  return (
    <form action={send} className="row row-w">
      <Hidden {...hidden} />
      {state.status === "refused" ? (
        <span className="sm t-danger" role="alert">
          {state.message}
        </span>
      ) : null}
      <SubmitButton kind={kind} busyLabel={t("approving")}>
        <TickIcon />
        {t("approve")}
      </SubmitButton>
    </form>
  );
}

/** Says that one has begun: from then on the unit cannot withdraw, and the other reviewers see who has it. */
export function BeginForm({ action, submissionId }: Omit<ReviewFormProps, "requestId">): ReactNode {
  const t = useTranslations("review.bar");
  const { state, send } = useForm(action);
  return (
    <form action={send} className="row">
      <input type="hidden" name="submissionId" value={submissionId} />
      {state.status === "refused" ? <span className="sm t-danger">{state.message}</span> : null}
      <SubmitButton kind="quiet" size="small" busyLabel={t("beginning")}>
        {t("begin")}
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
  const { state, send, errors, typed } = useForm(action);
  return (
    <form action={send} noValidate>
      <Hidden submissionId={submissionId} requestId={requestId} revision={revision} />
      <Refused state={state} />
      {comments.length > 0 ? (
        <div className="why mt12">
          <p className="why-h">{t("comments", { count: comments.length })}</p>
          <ul className="sm">
            {comments.map(({ id, place, body }) => (
              <li key={id} className="mt4">
                <b>{place}</b>　{body}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <TextareaField
        className="mt12"
        id="return-reason"
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        errors={errors.reason}
        defaultValue={typed("reason") ?? ""}
        required
      />
      <TextField
        className="mt12"
        id="return-due"
        name="dueAt"
        type="date"
        label={t("due")}
        hint={dueHint}
        errors={errors.dueAt}
        defaultValue={typed("dueAt") ?? suggestedDay}
      />
      <div className="dlg-f">
        {cancel}
        <SubmitButton kind="primary" busyLabel={t("sending")}>
          <StateIcon state="returned" />
          {t("send")}
        </SubmitButton>
      </div>
    </form>
  );
}

/** Gives an approved submission back to its unit. */
export function ReopenForm({ action, cancel, ...hidden }: ReviewMoveProps & { cancel: ReactNode }): ReactNode {
  const t = useTranslations("review.reopen");
  const { state, send, errors, typed } = useForm(action);
  return (
    <form action={send} noValidate>
      <Hidden {...hidden} />
      <Refused state={state} />
      <TextareaField
        className="mt12"
        id="reopen-reason"
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        errors={errors.reason}
        defaultValue={typed("reason") ?? ""}
        required
      />
      <div className="dlg-f">
        {cancel}
        <SubmitButton kind="danger" busyLabel={t("sending")}>
          {t("send")}
        </SubmitButton>
      </div>
    </form>
  );
}

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
  const { state, send, errors, typed } = useForm(action);

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
export function RemoveCommentForm({ action, commentId, ...hidden }: ReviewFormProps & { commentId: string }) {
  const t = useTranslations("review.comments");
  const { state, send } = useForm(action);
  return (
    <form action={send} className="row">
      <Hidden {...hidden} />
      <input type="hidden" name="commentId" value={commentId} />
      {state.status === "refused" ? <span className="xs t-danger">{state.message}</span> : null}
      <SubmitButton kind="quiet" size="small" busyLabel={t("removing")}>
        {t("remove")}
      </SubmitButton>
    </form>
  );
}

/** Accepts what the unit says to a warning. */
export function AcceptForm({ action, findingId, ...hidden }: ReviewFormProps & { findingId: string }) {
  const t = useTranslations("review.findings");
  const { state, send } = useForm(action);
  return (
    <form action={send} className="row">
      <Hidden {...hidden} />
      <input type="hidden" name="findingId" value={findingId} />
      {state.status === "refused" ? <span className="xs t-danger">{state.message}</span> : null}
      <SubmitButton size="small" busyLabel={t("accepting")}>
        <TickIcon isSmall />
        {t("accept")}
      </SubmitButton>
    </form>
  );
}
