import { ChevronLeftIcon, ChevronRightIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ReviewKeyTarget } from "@/components/review/review-key-target";
import { BottomBar } from "@/components/ui/bottom-bar";
import { buttonVariants } from "@/components/ui/button-variants";
import { cn } from "@/components/ui/cn";
import type { QueuePlace } from "@/lib/domain/review";

type ReviewBarProps = {
  place: QueuePlace;
  hrefOf: (submissionId: string) => string;
  queueHref: string;
  /** What is still open, or why one cannot act. */
  say: ReactNode;
  /** The keys that one may review by. */
  keys: ReactNode;
  /** What was just decided; it moves nothing on the page. */
  after: ReactNode;
  /** The acts, the one that the state asks for last. */
  children: ReactNode;
};

/** Where the link leads that skips to the decision. */
export const DECISION_ID = "decision";

/** Where one is in the queue, what is still open, and what one may do. */
export function ReviewBar({ place, hrefOf, queueHref, keys, say, after, children }: ReviewBarProps): ReactNode {
  const t = useTranslations("review.bar");
  const common = useTranslations("common");
  const { position, total, previousId, nextId } = place;
  return (
    <BottomBar aria-label={common("actions")}>
      {position === null ? (
        <Link className="text-sm" href={queueHref}>
          {total === 0 ? t("nothing") : t("waiting", { total })}
        </Link>
      ) : (
        <>
          {previousId ? (
            <ReviewKeyTarget act="previous">
              <Link
                className={cn(buttonVariants({ size: "icon" }), "max-md:flex-1")}
                href={hrefOf(previousId)}
                aria-label={common("previous")}
              >
                <ChevronLeftIcon />
              </Link>
            </ReviewKeyTarget>
          ) : null}
          <Link className="text-sm text-ink-2" href={queueHref}>
            {t("place", { position, total })}
          </Link>
          {nextId ? (
            <ReviewKeyTarget act="next">
              <Link
                className={cn(buttonVariants({ size: "icon" }), "max-md:flex-1")}
                href={hrefOf(nextId)}
                aria-label={common("next")}
              >
                <ChevronRightIcon />
              </Link>
            </ReviewKeyTarget>
          ) : null}
        </>
      )}
      {keys}
      <div className="min-w-0 flex-1 max-md:basis-full max-md:empty:absolute">{after}</div>
      <span className="max-w-[34em] text-right text-sm text-ink-2 max-md:w-full max-md:max-w-none max-md:text-left max-md:empty:absolute">
        {say}
      </span>
      <div className="flex items-center gap-3.5 empty:hidden max-md:contents" id={DECISION_ID} tabIndex={-1}>
        {children}
      </div>
    </BottomBar>
  );
}
