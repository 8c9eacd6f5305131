import { ArrowRightIcon, CheckIcon } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ReviewAfter } from "@/components/review/review-after";
import { ReviewQueue } from "@/components/review/review-queue";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { ListSearch } from "@/components/ui/list-search";
import { HeroTitle, Page, PageHero } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { type ListSearch as ListSearchParams, listSearchQuery, readListSearch } from "@/lib/domain/inputs/list-search";
import { PAGE_SIZE } from "@/lib/domain/paging";
import { formatMoment } from "@/lib/i18n/dates";
import { loadNilQueue } from "@/lib/services/load-nil-queue";
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
  const query = await searchParams;
  const { after } = query;
  const search = readListSearch(query);
  const now = new Date();
  const t = await getTranslations("review.queue");
  const decidedId = typeof after === "string" && isId(after) ? after : null;
  const chosen = await chosenCycle();
  const [found, nil] = await Promise.all([
    loadQueue(getDb(), actor, { ...chosen, search, decidedId }, now),
    loadNilQueue(getDb(), actor, chosen, now),
  ]);
  if (!found) {
    return (
      <Page>
        <Empty title={t("noCycle")}>{t("noCycleText")}</Empty>
      </Page>
    );
  }

  const { queue, waiting, decided } = found;
  const hrefOf = (change: Partial<ListSearchParams>) =>
    routes.queue(listSearchQuery({ ...search, page: 1, ...change }));
  return (
    <Page>
      {decided ? <ReviewAfter submission={decided} href={routes.review(decided.id)} /> : null}
      <QueueHero queue={found} nilCount={nil?.ready.length ?? 0} now={now} />
      <Card>
        {waiting.total > PAGE_SIZE ? (
          <CardHeader>
            <ListSearch
              id="queue-search"
              label={t("search")}
              hint={t("searchHint")}
              path={routes.queue()}
              value={search.q}
              clearHref={hrefOf({ q: "" })}
            />
          </CardHeader>
        ) : null}
        {waiting.total === 0 ? (
          <Empty
            icon={<CheckIcon />}
            title={t("noneText")}
            action={<ButtonLink href={routes.overview()}>{t("progress")}</ButtonLink>}
          />
        ) : queue.rows.length === 0 ? (
          <Empty title={t("nothingFound")} action={<ButtonLink href={hrefOf({ q: "" })}>{t("showAll")}</ButtonLink>} />
        ) : (
          <ReviewQueue queue={queue.rows} now={now} hrefOf={(id) => routes.review(id)} />
        )}
        <Pager label={t("pages")} paged={queue} hrefOf={(page) => hrefOf({ page })} />
      </Card>
    </Page>
  );
}

type Queue = NonNullable<Awaited<ReturnType<typeof loadQueue>>>;

/** How much waits and since when, what can be approved together, and the button that starts with the first. */
async function QueueHero({ queue, nilCount, now }: { queue: Queue; nilCount: number; now: Date }) {
  const [t, nilWords] = await Promise.all([getTranslations("review.queue"), getTranslations("review.nil")]);
  const { cycle, waiting, next } = queue;
  return (
    <PageHero>
      <div className="min-w-0 flex-1">
        <Breadcrumb
          crumbs={[{ label: t("crumb", { year: String(cycle.year) }), href: routes.overview() }, { label: t("title") }]}
        />
        <HeroTitle>
          <Sentence waiting={waiting.total - waiting.own} first={next} now={now} />
        </HeroTitle>
        {nilCount > 0 ? (
          <p className="mt-1">
            <Link href={routes.nilQueue()}>{nilWords("open", { count: nilCount })}</Link>
          </p>
        ) : null}
        {waiting.own > 0 ? <p className="mt-1 text-ink-2">{t("onlyOwn", { count: waiting.own })}</p> : null}
      </div>
      {next ? (
        <ButtonLink variant="primary" size="lg" href={routes.review(next.id)}>
          {t("start")}
          <ArrowRightIcon />
        </ButtonLink>
      ) : null}
    </PageHero>
  );
}

async function Sentence(props: {
  waiting: number;
  first: { submittedAt: Date | null } | null;
  now: Date;
}): Promise<ReactNode> {
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
