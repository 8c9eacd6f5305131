"use client";

import { MessageSquareIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Quote, Remark, RemarkHeader, TextButton } from "@/components/ui/remark";
import { headingOfAnchor } from "@/lib/domain/anchor";
import type { FormAction } from "@/lib/web/form-action";
import { GivenReply, ReplyForm, type ShownReply } from "./comment-reply";

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
  /** What the unit said to it; null while it is open. */
  resolved: ShownReply | null;
};

type CommentCardProps = {
  comment: ShownComment;
  /** What stands there now; null where that cannot be said in a word. */
  current: string | null;
  isCurrent: boolean;
  onGo: () => void;
  /** Answers it; absent where one only looks. */
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
      {resolved ? <GivenReply answer={resolved} /> : resolve ? <ReplyForm commentId={comment.id} {...resolve} /> : null}
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
