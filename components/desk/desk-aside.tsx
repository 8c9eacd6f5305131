import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSealLines } from "@/components/section/seal-lines";
import { useSectionNames } from "@/components/section/section-names";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Receipt } from "@/components/ui/receipt";
import { Timeline } from "@/components/ui/timeline";
import { realStatutoryDate } from "@/lib/domain/cycle";
import { type DeskDate, listDates } from "@/lib/domain/desk";
import type { Desk } from "@/lib/domain/desk-work";
import { formatDayAndWeekday, formatDueDay, formatExactMoment } from "@/lib/i18n/dates";

type DeskAsideProps = { desk: Desk; now: Date; publishedHref: string };

/** Beside the list: the dates, and the receipt of the last submission. */
export function DeskAside({ desk, now, publishedHref }: DeskAsideProps): ReactNode {
  const t = useTranslations("intake.take");
  return (
    <aside>
      <DeskDates desk={desk} now={now} />
      <LastReceipt desk={desk} now={now} />
      <p className="mt-4 text-sm">
        <Link href={publishedHref}>{t("open")}</Link>
        <span className="text-ink-3">　{t("openText")}</span>
      </p>
    </aside>
  );
}

function DeskDates({ desk, now }: { desk: Desk; now: Date }): ReactNode {
  const t = useTranslations("desk.dates");
  const common = useTranslations("common");
  const locale = useLocale();
  const words = useSectionNames(desk.cycle.format);
  const dates = listDates(
    desk.tasks.map((task) => ({ ...task, kind: task.section.kind })),
    desk.cycle.statutoryDueAt,
    now,
  );
  const real = realStatutoryDate(desk.cycle);
  const textOf = ({ due }: DeskDate): string | null => {
    if (due.what === "today") return null;
    if (due.what === "statutory")
      return real ? t("statutoryMoved", { day: formatDueDay(real, now, locale) }) : t("statutory");
    const sections = due.sectionIds.map(words.number).join(common("listSeparator"));
    return t(due.what, { sections });
  };
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <Timeline
        entries={dates.map((date) => ({
          key: `${date.at.getTime()} ${date.due.what}`,
          title:
            date.due.what === "today"
              ? t("today", { day: formatDayAndWeekday(date.at, now, locale) })
              : formatDueDay(date.at, now, locale),
          text: textOf(date),
          kind: date.kind === "past" ? "done" : date.kind,
        }))}
      />
    </Card>
  );
}

function LastReceipt({ desk, now }: { desk: Desk; now: Date }): ReactNode {
  const t = useTranslations("desk.receipt");
  const name = useTranslations("common.section");
  const sealLines = useSealLines();
  const locale = useLocale();
  const last = desk.tasks
    .filter((task) => task.receipt !== null && task.submittedAt !== null)
    .toSorted((left, right) => (right.submittedAt?.getTime() ?? 0) - (left.submittedAt?.getTime() ?? 0))[0];
  if (!last?.submittedAt) return null;
  return (
    <Card className="mt-4">
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <CardContent>
        <Receipt
          title={last.state === "awaiting_signature" ? t("toHead") : t("received")}
          lines={[
            {
              label: t("content"),
              value: t("contentValue", { section: name(last.sectionId), version: last.latestVersion }),
            },
            { label: t("time"), value: formatExactMoment(last.submittedAt, now, locale) },
            { label: t("number"), value: last.receipt, isCode: true },
            ...sealLines(desk.seal),
          ]}
        />
      </CardContent>
    </Card>
  );
}
