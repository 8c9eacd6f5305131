import { ArrowRightIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import type { Overview } from "@/lib/domain/overview";
import { nextDeadline, sumProgress } from "@/lib/domain/progress";
import { formatDaysLeft, formatMoment } from "@/lib/i18n/dates";

type OverviewHeroProps = {
  overview: Overview;
  now: Date;
  /** True where what waits, waits for the reader. */
  isReviewer: boolean;
  /** Where to review next; null where nothing waits or the reader does not review. */
  nextHref: string | null;
  /** Where to go once everything is approved. */
  rollUpHref: string | null;
  /** The button that reminds who is late; null where the reader may not, or nobody is. */
  remind: ReactNode;
};

/** Where the year stands in one sentence, and what to do next. */
export function OverviewHero(props: OverviewHeroProps): ReactNode {
  const { overview, now, isReviewer, nextHref, rollUpHref, remind } = props;
  const t = useTranslations("overview");
  const locale = useLocale();
  const { cycle, sections, reminder } = overview;
  const counts = sumProgress(sections);
  const isDone = counts.total > 0 && counts.approved === counts.total;
  return (
    <div>
      <Breadcrumb crumbs={[{ label: t("crumb", { year: String(cycle.year) }) }, { label: t("title") }]} />
      <h1 className="text-2xl font-normal max-md:text-xl max-md:leading-8.5">
        <Sentence overview={overview} isReviewer={isReviewer} />
      </h1>
      <p className="mt-2 text-ink-2">
        <WhoIsLate overview={overview} now={now} />
      </p>
      <div className="mt-4 flex flex-wrap items-start gap-2">
        {nextHref ? (
          <ButtonLink variant="primary" size="lg" href={nextHref}>
            {t("hero.reviewNext")}
            <ArrowRightIcon />
          </ButtonLink>
        ) : isDone && rollUpHref ? (
          <ButtonLink variant="primary" size="lg" href={rollUpHref}>
            {t("hero.toRollUp")}
            <ArrowRightIcon />
          </ButtonLink>
        ) : null}
        {remind}
      </div>
      {reminder ? (
        <p className="mt-2 text-xs text-ink-3">
          {t("hero.reminder", {
            when: formatMoment(reminder.at, now, locale),
            units: reminder.units,
            done: reminder.done,
          })}
        </p>
      ) : null}
    </div>
  );
}

function Sentence({ overview, isReviewer }: Pick<OverviewHeroProps, "overview" | "isReviewer">): ReactNode {
  const t = useTranslations("overview.hero");
  const counts = sumProgress(overview.sections);
  const year = String(overview.cycle.year);
  if (counts.total === 0) return t("noUnits", { year });
  if (counts.approved === counts.total) return t("done", { total: counts.total });
  return t.rich(isReviewer ? "sentence" : "sentenceReader", {
    em: (chunks) => <em className="font-bold">{chunks}</em>,
    late: (chunks) => <em className="font-bold text-warn">{chunks}</em>,
    total: counts.total,
    approved: counts.approved,
    waiting: counts.waiting,
    lateCount: counts.late,
  });
}

function WhoIsLate({ overview, now }: { overview: Overview; now: Date }): ReactNode {
  const t = useTranslations("overview.hero");
  const common = useTranslations("common");
  const locale = useLocale();
  const { cycle, sections, late } = overview;
  const listed = late.names.join(common("listSeparator"));
  const next = nextDeadline(cycle, sections, now);
  return (
    <>
      {late.units > 0
        ? t("lateUnits", { count: late.units, names: listed, more: late.units > late.names.length ? "yes" : "no" })
        : null}
      {typeof next === "string"
        ? t(`next.${next}`)
        : t(`next.${next.part}`, { left: formatDaysLeft(next.due, now, locale) })}
    </>
  );
}
