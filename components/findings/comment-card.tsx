"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { CommentIcon, TickIcon } from "@/components/icons";
import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import { headingOfAnchor } from "@/lib/domain/anchor";
import type { ActionState, FormAction } from "@/lib/web/form-action";

/** A comment as the page shows it; moments are sentences already. */
export type ShownComment = {
  id: string;
  anchor: string;
  place: string;
  /** What stood there when the comment was made. */
  quote: string;
  body: string;
  authorName: string;
  when: string;
  versionNumber: number;
  /** Who marked it as dealt with and when; null while it is open. */
  resolved: { by: string; when: string } | null;
};

type CommentCardProps = {
  comment: ShownComment;
  /** What stands there now; null where that cannot be said in a word. */
  current: string | null;
  isCurrent: boolean;
  onGo: () => void;
  /** Marks it as dealt with; absent where one only looks. */
  resolve?: { submissionId: string; requestId: string; action: FormAction } | undefined;
};

const IDLE: ActionState = { status: "idle" };

/** One comment of a reviewer on a cell or text. */
export function CommentCard({ comment, current, isCurrent, onGo, resolve }: CommentCardProps): ReactNode {
  const t = useTranslations("section.comment");
  const { resolved, place, body, when, authorName, versionNumber } = comment;
  return (
    <li className={isCurrent ? "fd on" : "fd"}>
      <div className="fd-h t-accent">
        <CommentIcon />
        <b className="whitespace-nowrap" title={authorName}>
          {t("author")}
        </b>
        <span className="muted">
          {when}·{t("version", { version: versionNumber })}
        </span>
      </div>
      <p>
        <button type="button" className="fd-go" onClick={onGo}>
          {place}
        </button>
        <Change comment={comment} current={current} />
      </p>
      <p className="qt sm">{body}</p>
      {resolved ? (
        <p className="st mt4">
          <TickIcon />
          {t("resolvedBy", { name: resolved.by, when: resolved.when })}
        </p>
      ) : resolve ? (
        <ResolveForm commentId={comment.id} {...resolve} />
      ) : null}
    </li>
  );
}

/** Whether what the comment speaks of still stands there. */
function Change({ comment, current }: { comment: ShownComment; current: string | null }): ReactNode {
  const t = useTranslations("section.comment");
  const { quote, anchor } = comment;
  if (current === null) return null;
  const word = (value: string) => (value === "" ? t("blank") : value);
  const isSame = current === quote;
  const isText = headingOfAnchor(anchor) !== null;
  return (
    <span className="sm sec">
      {"　"}
      {isText
        ? t(isSame ? "textUnchanged" : "textChanged")
        : isSame
          ? t("unchanged", { value: word(quote) })
          : t("changed", { before: word(quote), after: word(current) })}
    </span>
  );
}

function ResolveForm(props: {
  commentId: string;
  submissionId: string;
  requestId: string;
  action: FormAction;
}): ReactNode {
  const t = useTranslations("section.comment");
  const [state, send] = useActionState(props.action, IDLE);
  return (
    <form action={send} className="mt8">
      <input type="hidden" name="requestId" value={props.requestId} />
      <input type="hidden" name="submissionId" value={props.submissionId} />
      <input type="hidden" name="commentId" value={props.commentId} />
      <SubmitButton size="small" busyLabel={t("resolving")}>
        {t("resolve")}
      </SubmitButton>
      {state.status === "refused" ? (
        <Alert kind="error" isAnnounced className="mt8">
          {state.message}
        </Alert>
      ) : null}
    </form>
  );
}
