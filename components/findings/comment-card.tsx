"use client";

import { CheckIcon, MessageSquareIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFillForm } from "@/components/saving/fill-form";
import { useFormAction } from "@/components/saving/use-form-action";
import { Checkbox } from "@/components/ui/checkbox";
import { Refused } from "@/components/ui/refused";
import { Quote, Remark, RemarkHeader, TextButton } from "@/components/ui/remark";
import { SubmitButton } from "@/components/ui/submit-button";
import { headingOfAnchor } from "@/lib/domain/anchor";
import { FILL_FIELDS } from "@/lib/domain/inputs/fill-fields";
import type { FormAction } from "@/lib/web/form-action";

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

/** One comment of a reviewer on a cell or text. */
export function CommentCard({ comment, current, isCurrent, onGo, resolve }: CommentCardProps): ReactNode {
  const t = useTranslations("section.comment");
  const { resolved, place, body, when, authorName, versionNumber } = comment;
  return (
    <Remark isCurrent={isCurrent}>
      <RemarkHeader className="text-accent">
        <MessageSquareIcon />
        <b className="whitespace-nowrap" title={authorName}>
          {t("author")}
        </b>
        <span className="text-ink-3">
          {when}·{t("version", { version: versionNumber })}
        </span>
      </RemarkHeader>
      <p>
        <TextButton onClick={onGo}>{place}</TextButton>
        <Change comment={comment} current={current} />
      </p>
      <Quote>{body}</Quote>
      {resolved ? (
        <p className="flex items-center gap-1.25 text-sm text-ink-2">
          <CheckIcon />
          {t("resolvedBy", { name: resolved.by, when: resolved.when })}
        </p>
      ) : resolve ? (
        <ResolveForm commentId={comment.id} {...resolve} />
      ) : null}
    </Remark>
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
    <span className="text-sm text-ink-2">
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
  const [state, send] = useFormAction(props.action);
  const fillForm = useFillForm();
  if (fillForm) {
    return (
      <div className="mt-2">
        <Checkbox name={`${FILL_FIELDS.resolved}${props.commentId}`} value="on" form={fillForm.id}>
          {t("resolve")}
        </Checkbox>
      </div>
    );
  }
  return (
    <form action={send} className="mt-2">
      <input type="hidden" name="requestId" value={props.requestId} />
      <input type="hidden" name="submissionId" value={props.submissionId} />
      <input type="hidden" name="commentId" value={props.commentId} />
      <SubmitButton size="sm" busyLabel={t("resolving")}>
        {t("resolve")}
      </SubmitButton>
      <Refused state={state} className="mt-2" />
    </form>
  );
}
