import { ArrowRightIcon, CheckIcon } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ReviewAfter } from "@/components/review/review-after";
import { ReviewQueue } from "@/components/review/review-queue";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { HeroTitle, Page, PageHero } from "@/components/ui/page";
import type { QueueEntry } from "@/lib/domain/review-work";
import { formatMoment } from "@/lib/i18n/dates";
import { loadQueue } from "@/lib/services/load-queue";
import { requirePermission } from "@/lib/web/actor";
import { chosenCycle, isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review.queue");
  return { title: t("title") };
}

/** What waits for the office, what has waited longest first. */
export default async function QueuePage({ searchParams }: PageProps<"/review/queue">) {
  const actor = await requirePermission("submission:review");
  const { after } = await searchParams;
  const now = new Date();
  const t = await getTranslations("review.queue");
  const decidedId = typeof after === "string" && isId(after) ? after : null;
  const found = await loadQueue(getDb(), actor, { ...(await chosenCycle()), decidedId }, now);
  if (!found) {
    return (
      <Page>
        <Empty title={t("noCycle")}>{t("noCycleText")}</Empty>
      </Page>
    );
  }

  const { cycle, queue, decided } = found;
  const own = queue.filter((entry) => entry.isOwn);
  const first = queue.find((entry) => !entry.isOwn);
  return (
    <Page>
      {decided ? <ReviewAfter submission={decided} href={routes.review(decided.id)} /> : null}
      <PageHero>
        <div className="min-w-0 flex-1">
          <Breadcrumb
            crumbs={[
              { label: t("crumb", { year: String(cycle.year) }), href: routes.overview() },
              { label: t("title") },
            ]}
          />
          <HeroTitle>
            <Sentence waiting={queue.length - own.length} first={first ?? null} now={now} />
          </HeroTitle>
          {own.length > 0 ? <p className="mt-1 text-ink-2">{t("onlyOwn", { count: own.length })}</p> : null}
        </div>
        {first ? (
          <ButtonLink variant="primary" size="lg" href={routes.review(first.id)}>
            {t("start")}
            <ArrowRightIcon />
          </ButtonLink>
        ) : null}
      </PageHero>
      <Card>
        {queue.length === 0 ? (
          <Empty
            icon={<CheckIcon />}
            title={t("noneText")}
            action={<ButtonLink href={routes.overview()}>{t("progress")}</ButtonLink>}
          />
        ) : (
          <ReviewQueue queue={queue} now={now} hrefOf={(id) => routes.review(id)} />
        )}
      </Card>
    </Page>
  );
}

async function Sentence(props: { waiting: number; first: QueueEntry | null; now: Date }): Promise<ReactNode> {
  const { waiting, first, now } = props;
  const t = await getTranslations("review.queue");
  const locale = await getLocale();
  if (!first?.submittedAt) return t("none");
  return t.rich("waiting", {
    em: (chunks) => <em className="font-bold whitespace-nowrap">{chunks}</em>,
    count: waiting,
    when: formatMoment(first.submittedAt, now, locale),
  });
}
