import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChevronLeftIcon, ChevronRightIcon } from "@/components/icons";
import { buttonClass } from "@/components/ui/button-class";
import type { QueuePlace } from "@/lib/domain/review";

type ReviewBarProps = {
  place: QueuePlace;
  hrefOf: (submissionId: string) => string;
  queueHref: string;
  /** What is still open, or why one cannot act. */
  say: ReactNode;
  /** What was just decided; it moves nothing on the page. */
  after: ReactNode;
  /** The acts, the one that the state asks for last. */
  children: ReactNode;
};

/** Where one is in the queue, what is still open, and what one may do. */
export function ReviewBar({ place, hrefOf, queueHref, say, after, children }: ReviewBarProps): ReactNode {
  const t = useTranslations("review.bar");
  const common = useTranslations("common");
  const { position, total, previousId, nextId } = place;
  return (
    <div className="bar">
      <div className="bar-in">
        {position === null ? (
          <Link className="sm" href={queueHref}>
            {total === 0 ? t("nothing") : t("waiting", { total })}
          </Link>
        ) : (
          <>
            {previousId ? (
              <Link className={buttonClass({ isIcon: true })} href={hrefOf(previousId)} aria-label={common("previous")}>
                <ChevronLeftIcon />
              </Link>
            ) : null}
            <Link className="sm sec" href={queueHref}>
              {t("place", { position, total })}
            </Link>
            {nextId ? (
              <Link className={buttonClass({ isIcon: true })} href={hrefOf(nextId)} aria-label={common("next")}>
                <ChevronRightIcon />
              </Link>
            ) : null}
          </>
        )}
        <div className="min-w-0 grow">{after}</div>
        <span className="sm sec rv-say">{say}</span>
        {children}
      </div>
    </div>
  );
}
