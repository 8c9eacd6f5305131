import { CheckIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import { Quote, Remark } from "@/components/ui/remark";
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
};

/** What reviewers noted: first what is still to be sent, then what the unit was told, newest version first. */
export function ReviewComments({ comments, nameOf, now, currentOf, renderRemove }: ReviewCommentsProps): ReactNode {
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
        renderEnd={renderRemove}
      />
      {versions.map((version) => (
        <CommentGroup
          key={version}
          title={t("ofVersion", { version })}
          comments={sentComments.filter((comment) => comment.versionNumber === version)}
          nameOf={nameOf}
          now={now}
          currentOf={currentOf}
          renderEnd={null}
        />
      ))}
    </>
  );
}

type CommentGroupProps = Omit<ReviewCommentsProps, "renderRemove"> & {
  title: string;
  renderEnd: ((commentId: string) => ReactNode) | null;
};

/** Whether the version that is looked at still says what the comment was about. */
function Since({ quote, anchor, now }: { quote: string; anchor: string; now: string | null }): ReactNode {
  const t = useTranslations("review.comments");
  if (quote === "" || now === null) return null;
  if (quote === now) return <p className="text-xs text-ink-3">{t("sameSince")}</p>;
  if (headingOfAnchor(anchor) !== null) return <p className="text-xs text-ink-2">{t("textSince")}</p>;
  return <p className="text-xs text-ink-2">{t("since", { before: quote, now: now === "" ? "—" : now })}</p>;
}

function CommentGroup({ title, comments, nameOf, now, currentOf, renderEnd }: CommentGroupProps): ReactNode {
  const t = useTranslations("review.comments");
  const locale = useLocale();
  if (comments.length === 0) return null;
  return (
    <section>
      <ReviewGroupTitle>{title}</ReviewGroupTitle>
      <ul>
        {comments.map(({ id, anchor, quote, body, authorName, createdAt, sentAt, resolvedAt }) => (
          <Remark key={id}>
            <div className="flex items-center justify-between gap-2">
              <a className="text-xs" href={`#${anchorId(anchor)}`}>
                {nameOf(anchor)}
              </a>
              {resolvedAt ? (
                <Badge className="text-ok">
                  <CheckIcon />
                  {t("resolved")}
                </Badge>
              ) : sentAt ? (
                <span className="text-xs text-warn">{t("open")}</span>
              ) : null}
            </div>
            {quote === "" ? null : <Quote className="whitespace-pre-line">{quote}</Quote>}
            <Since quote={quote} anchor={anchor} now={currentOf(anchor)} />
            <p>{body}</p>
            <div className="mt-1 flex items-center justify-between gap-2">
              <span className="text-xs text-ink-3">
                {authorName}　{formatMoment(createdAt, now, locale)}
              </span>
              {renderEnd?.(id)}
            </div>
          </Remark>
        ))}
      </ul>
    </section>
  );
}
