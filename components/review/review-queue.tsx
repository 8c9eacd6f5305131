import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { StateBadge } from "@/components/ui/state-badge";
import { Table, type TableColumn } from "@/components/ui/table";
import type { QueueEntry } from "@/lib/domain/review-work";
import { daysLeft, formatDueDay, formatMoment } from "@/lib/i18n/dates";

type ReviewQueueProps = {
  queue: readonly QueueEntry[];
  now: Date;
  hrefOf: (submissionId: string) => string;
};

/** What waits, what has waited longest first, with what helps to choose. */
export function ReviewQueue({ queue, now, hrefOf }: ReviewQueueProps): ReactNode {
  const t = useTranslations("review.queue");
  const section = useTranslations("common.section");
  const common = useTranslations("common");
  const locale = useLocale();
  const columns: TableColumn<QueueEntry>[] = [
    {
      key: "unit",
      head: t("unit"),
      isRowHead: true,
      cell: (entry) => (
        <>
          <Link href={hrefOf(entry.id)}>{entry.unitName}</Link>
          <div className="text-sm font-normal text-ink-2">{section(entry.sectionId)}</div>
        </>
      ),
    },
    {
      key: "version",
      head: t("version"),
      cell: (entry) => <span className="text-sm">{common("version", { version: entry.latestVersion })}</span>,
    },
    {
      key: "sent",
      head: t("sent"),
      cell: (entry) => (
        <>
          <div className="text-sm whitespace-nowrap">
            {entry.submittedAt ? formatMoment(entry.submittedAt, now, locale) : null}
          </div>
          <div className="text-xs text-ink-3">{entry.submittedByName}</div>
        </>
      ),
    },
    { key: "look", head: t("look"), cell: (entry) => <WhatToSee entry={entry} /> },
    { key: "due", head: t("due"), cell: (entry) => <Due entry={entry} now={now} /> },
    {
      key: "act",
      head: t("act"),
      isNumber: true,
      isHeadHidden: true,
      cell: (entry) => (
        <ButtonLink size="sm" href={hrefOf(entry.id)}>
          {entry.isOwn ? t("see") : t("open")}
        </ButtonLink>
      ),
    },
  ];
  return <Table caption={t("caption")} columns={columns} rows={queue} rowKey={(entry) => entry.id} isLong />;
}

function WhatToSee({ entry }: { entry: QueueEntry }): ReactNode {
  const t = useTranslations("review.queue");
  const { changes, isNil, explanations, hasReservation, takenBy, isOwn } = entry;
  const first = isNil ? t("nil") : t("first");
  return (
    <div className="text-sm">
      <span>{changes === null ? first : changes === 0 ? t("same") : t("changes", { count: changes })}</span>
      {explanations > 0 ? (
        <div>
          <StateBadge state="warning">{t("explanations", { count: explanations })}</StateBadge>
        </div>
      ) : null}
      {hasReservation ? (
        <div>
          <StateBadge state="warning">{t("reserved")}</StateBadge>
        </div>
      ) : null}
      {isOwn ? <div className="text-xs text-ink-3">{t("own")}</div> : null}
      {takenBy && !isOwn ? <div className="text-xs text-ink-3">{t("takenBy", { who: takenBy })}</div> : null}
    </div>
  );
}

function Due({ entry, now }: { entry: QueueEntry; now: Date }): ReactNode {
  const t = useTranslations("review.queue");
  const locale = useLocale();
  const isLate = entry.submittedAt !== null && daysLeft(entry.dueAt, entry.submittedAt) < 0;
  return (
    <>
      <div className="text-sm whitespace-nowrap">{formatDueDay(entry.dueAt, now, locale)}</div>
      <div className={isLate ? "text-xs text-warn" : "text-xs text-ink-3"}>{isLate ? t("late") : t("onTime")}</div>
    </>
  );
}
