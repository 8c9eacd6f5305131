import { CheckIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import { Quote, Reason, Remark } from "@/components/ui/remark";
import { headingOfAnchor } from "@/lib/domain/anchor";
import type { StoredComment } from "@/lib/domain/comment";
import { formatMoment } from "@/lib/i18n/dates";
import { ReviewGroupTitle } from "./review-group-title";
import { anchorId } from "./review-marks";

type ReviewCommentsProps = {
  comments: readonly StoredComment[];
  nameOf: (anchor: string) => string;
  now: Date;
  /** What the version that is looked at has at a comment's place; null where it has no such place. */
  currentOf: (anchor: string) => string | null;
  /** The form that takes back a comment that was not sent; null where the reader may not. */
  renderRemove: ((commentId: string) => ReactNode) | null;
  /** The form that takes the unit's answer; null where the reader may not. */
  renderSettle: ((commentId: string) => ReactNode) | null;
};

/** What reviewers noted: first what is still to be sent, then what the unit was told, newest version first. */
export function ReviewComments(props: ReviewCommentsProps): ReactNode {
  const { comments, nameOf, now, currentOf, renderRemove, renderSettle } = props;
  const t = useTranslations("review.comments");
  const unsent = comments.filter((comment) => comment.sentAt === null);
  const sentComments = comments.filter((comment) => comment.sentAt !== null);
  const versions = [...new Set(sentComments.map((comment) => comment.versionNumber))].toSorted((a, b) => b - a);
  if (comments.length === 0) return <Empty title={t("none")}>{renderRemove ? t("noneText") : null}</Empty>;
  return (
    <>
      <CommentGroup
        title={t("unsent")}
        comments={unsent}
        nameOf={nameOf}
        now={now}
        currentOf={currentOf}
        renderEnd={renderRemove ? ({ id }) => renderRemove(id) : null}
      />
      {versions.map((version) => (
        <CommentGroup
          key={version}
          title={t("ofVersion", { version })}
          comments={sentComments.filter((comment) => comment.versionNumber === version)}
          nameOf={nameOf}
          now={now}
          currentOf={currentOf}
          renderEnd={
            renderSettle
              ? ({ id, resolvedAt, settledAt }) => (resolvedAt && !settledAt ? renderSettle(id) : null)
              : null
          }
        />
      ))}
    </>
  );
}

type CommentGroupProps = Omit<ReviewCommentsProps, "renderRemove" | "renderSettle"> & {
  title: string;
  renderEnd: ((comment: StoredComment) => ReactNode) | null;
};

/** Whether the version that is looked at still says what the comment was about. */
function Since({ quote, anchor, now }: { quote: string; anchor: string; now: string | null }): ReactNode {
  const t = useTranslations("review.comments");
  if (quote === "" || now === null) return null;
  if (quote === now) return <p className="text-xs text-ink-3">{t("sameSince")}</p>;
  if (headingOfAnchor(anchor) !== null) return <p className="text-xs text-ink-2">{t("textSince")}</p>;
  return <p className="text-xs text-ink-2">{t("since", { before: quote, now: now === "" ? "—" : now })}</p>;
}

/** Whether a comment that was sent is still open, was answered, or is settled. */
function Standing({ comment: { sentAt, resolvedAt, settledAt } }: { comment: StoredComment }): ReactNode {
  const t = useTranslations("review.comments");
  if (settledAt) {
    return (
      <Badge className="text-ok">
        <CheckIcon />
        {t("settled")}
      </Badge>
    );
  }
  if (resolvedAt) return <span className="text-xs text-accent">{t("resolved")}</span>;
  return sentAt ? <span className="text-xs text-warn">{t("open")}</span> : null;
}

/** What the unit says to it. */
function Reply({ comment, now }: { comment: StoredComment; now: Date }): ReactNode {
  const t = useTranslations("review.comments");
  const locale = useLocale();
  const { resolvedAt, resolvedByName, reply, replyText } = comment;
  if (!resolvedAt) return null;
  return (
    <Reason className="mt-1.5 px-2.5 py-2 text-sm">
      <p>
        <b>{t(reply === "stays" ? "stays" : "changed")}</b>
        {replyText === "" ? null : `　${replyText}`}
      </p>
      <p className="text-xs text-ink-3">
        {resolvedByName}　{formatMoment(resolvedAt, now, locale)}
      </p>
    </Reason>
  );
}

function CommentGroup({ title, comments, nameOf, now, currentOf, renderEnd }: CommentGroupProps): ReactNode {
  const locale = useLocale();
  if (comments.length === 0) return null;
  return (
    <section>
      <ReviewGroupTitle>{title}</ReviewGroupTitle>
      <ul>
        {comments.map((comment) => (
          <Remark key={comment.id}>
            <div className="flex items-center justify-between gap-2">
              <a className="text-xs" href={`#${anchorId(comment.anchor)}`}>
                {nameOf(comment.anchor)}
              </a>
              <Standing comment={comment} />
            </div>
            {comment.quote === "" ? null : <Quote className="whitespace-pre-line">{comment.quote}</Quote>}
            <Since quote={comment.quote} anchor={comment.anchor} now={currentOf(comment.anchor)} />
            <p>{comment.body}</p>
            <span className="text-xs text-ink-3">
              {comment.authorName}　{formatMoment(comment.createdAt, now, locale)}
            </span>
            <Reply comment={comment} now={now} />
            <div className="mt-1 flex justify-end">{renderEnd?.(comment)}</div>
          </Remark>
        ))}
      </ul>
    </section>
  );
}
