import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type EventNames, useEventSentences } from "@/components/events/event-sentence";
import { Remark } from "@/components/ui/remark";
import type { StoredEvent } from "@/lib/domain/events";
import type { StoredVersion } from "@/lib/domain/version";
import { formatMoment } from "@/lib/i18n/dates";
import { ReviewGroupTitle } from "./review-group-title";

type ReviewVersionsProps = {
  versions: readonly StoredVersion[];
  shownNumber: number | null;
  events: readonly StoredEvent[];
  names: EventNames;
  now: Date;
  hrefOfVersion: (number: number) => string;
  historyHref: string;
};

/** The versions with their receipts, and how the submission came to where it is. */
export function ReviewVersions(props: ReviewVersionsProps): ReactNode {
  const { versions, shownNumber, events, names, now, hrefOfVersion, historyHref } = props;
  const t = useTranslations("review.versions");
  const common = useTranslations("common");
  const locale = useLocale();
  const { render } = useEventSentences(names, now);
  return (
    <>
      <ul>
        {versions.map(({ number, submittedByName, submittedAt, receipt, isNil }) => (
          <Remark key={number} isCurrent={number === shownNumber}>
            <div className="flex items-center justify-between gap-2">
              <Link className="font-bold" href={hrefOfVersion(number)} scroll={false}>
                {common("version", { version: number })}
              </Link>
              {isNil ? <span className="text-xs text-ink-3">{common("state.nil")}</span> : null}
            </div>
            <p className="text-xs text-ink-3">
              {t("sent", { who: submittedByName, when: formatMoment(submittedAt, now, locale) })}
            </p>
            <p className="text-xs text-ink-3">
              {t("receipt")} <span className="font-mono text-xs">{receipt}</span>
            </p>
          </Remark>
        ))}
      </ul>
      <ReviewGroupTitle>{t("course")}</ReviewGroupTitle>
      <ol>
        {events.map((event) => (
          <li key={event.id} className="border-b border-line px-4 py-2 text-sm">
            <time className="text-xs text-ink-3" dateTime={event.at.toISOString()}>
              {formatMoment(event.at, now, locale)}
            </time>
            <p>{render(event, null)}</p>
          </li>
        ))}
      </ol>
      <p className="px-4 py-3.5 text-sm">
        <Link href={historyHref}>{t("all")}</Link>
      </p>
    </>
  );
}
