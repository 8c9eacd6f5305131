import { CheckIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Empty } from "@/components/ui/empty";
import type { StoredComment } from "@/db/queries/comments";
import { headingOfAnchor } from "@/lib/domain/anchor";
import { formatMoment } from "@/lib/i18n/dates";
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
  const sent = comments.filter((comment) => comment.sentAt !== null);
  const versions = [...new Set(sent.map((comment) => comment.versionNumber))].toSorted((a, b) => b - a);
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
          comments={sent.filter((comment) => comment.versionNumber === version)}
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
    <section className="rv-cg">
      <h3 className="rv-gh">{title}</h3>
      <ul>
        {comments.map(({ id, anchor, quote, body, authorName, createdAt, sentAt, resolvedAt }) => (
          <li key={id} className="fd">
            <div className="flex items-center gap-2 justify-between">
              <a className="text-xs" href={`#${anchorId(anchor)}`}>
                {nameOf(anchor)}
              </a>
              {resolvedAt ? (
                <span className="st text-ok">
                  <CheckIcon className="size-3.5" />
                  {t("resolved")}
                </span>
              ) : sentAt ? (
                <span className="text-xs text-warn">{t("open")}</span>
              ) : null}
            </div>
            {quote === "" ? null : <p className="qt text-sm rv-quote">{quote}</p>}
            <Since quote={quote} anchor={anchor} now={currentOf(anchor)} />
            <p>{body}</p>
            <div className="flex items-center gap-2 justify-between mt-1">
              <span className="text-xs text-ink-3">
                {authorName}　{formatMoment(createdAt, now, locale)}
              </span>
              {renderEnd?.(id)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
