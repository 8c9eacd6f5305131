import { DownloadIcon, ShieldCheckIcon } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EventTimeline } from "@/components/events/event-timeline";
import { HistoryFilter } from "@/components/history/history-filter";
import { HistorySeal } from "@/components/history/history-seal";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Page, PageHead } from "@/components/ui/page";
import { may } from "@/lib/domain/access";
import { limitChoices } from "@/lib/domain/choices";
import type { History } from "@/lib/domain/history";
import { formatDay } from "@/lib/i18n/dates";
import { loadHistory } from "@/lib/services/load-history";
import { requireActor } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { eventNamesOf } from "./event-names";
import { type HistoryQuery, hrefOfHistory, readHistorySearchParams } from "./history-search-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("history");
  return { title: t("title") };
}

/** Who did what, and when; a unit reads its own. */
export default async function HistoryPage({ searchParams }: PageProps<"/history">) {
  const actor = await requireActor();
  const query = await searchParams;
  const question = readHistorySearchParams(query);
  const now = new Date();
  const history = await loadHistory(getDb(), actor, { question, isVerified: query.verify === "1" }, now);
  const readsAll = may(actor, "history:read");
  const text = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  return (
    <Page>
      <Head history={history} query={query} readsAll={readsAll} now={now} />
      {history.seal ? <HistorySeal seal={history.seal} now={now} /> : null}
      <div className="mt-4 grid grid-cols-[--spacing(54)_minmax(0,1fr)] items-start gap-gutter max-md:grid-cols-1">
        <HistoryFilter
          path={routes.history()}
          units={limitChoices(history.units, [
            question.organisationId,
            ...history.events.map((event) => event.organisationId),
          ])}
          people={
            history.people &&
            limitChoices(history.people, [question.actorId, ...history.events.map((event) => event.actorId)])
          }
          chosen={{
            unit: question.organisationId ?? "",
            person: question.actorId ?? "",
            kinds: question.kinds,
            from: question.from ? text("from") : "",
            to: question.to ? text("to") : "",
            submission: question.submissionId,
          }}
        />
        <Card>
          <Found
            history={history}
            now={now}
            hrefOfSubmission={(id, version) =>
              readsAll ? routes.review(id, { version: version?.toString() }) : routes.section(id)
            }
          />
          <Pages history={history} query={query} />
        </Card>
      </div>
    </Page>
  );
}

type HeadProps = { history: History; query: HistoryQuery; readsAll: boolean; now: Date };

async function Head({ history, query, readsAll, now }: HeadProps) {
  const t = await getTranslations("history");
  const locale = await getLocale();
  const oldest = history.events.at(-1);
  return (
    <PageHead
      title={readsAll ? t("heading") : t("headingOwn")}
      actions={
        <>
          <a className={buttonVariants()} href={hrefOfHistory(routes.historyExport(), query, { before: null })}>
            <DownloadIcon />
            {t("exportAct")}
          </a>
          {readsAll ? (
            <a className={buttonVariants()} href={hrefOfHistory(routes.history(), query, { verify: "1" })}>
              <ShieldCheckIcon />
              {t("verify")}
            </a>
          ) : null}
        </>
      }
      lead={
        oldest
          ? t("count", { total: history.total, day: formatDay(oldest.at, now, locale), shown: history.events.length })
          : t("countNone")
      }
    />
  );
}

type FoundProps = {
  history: History;
  now: Date;
  hrefOfSubmission: (submissionId: string, version: number | null) => string;
};

async function Found({ history, now, hrefOfSubmission }: FoundProps) {
  const t = await getTranslations("history");
  const locale = await getLocale();
  if (history.events.length === 0) return <Empty title={t("none")}>{t("noneText")}</Empty>;
  return (
    <EventTimeline
      events={history.events}
      names={eventNamesOf(history.names, locale)}
      now={now}
      hrefOfSubmission={hrefOfSubmission}
    />
  );
}

async function Pages({ history, query }: { history: History; query: HistoryQuery }) {
  const t = await getTranslations("history");
  const oldest = history.events.at(-1);
  const isFirst = readHistorySearchParams(query).beforeId === null;
  if (isFirst && !history.hasMore) return null;
  return (
    <nav className="flex items-center justify-between gap-2 px-5 py-3" aria-label={t("pages")}>
      {isFirst ? (
        <span />
      ) : (
        <a className={buttonVariants()} href={hrefOfHistory(routes.history(), query, { before: null })}>
          {t("newest")}
        </a>
      )}
      {history.hasMore && oldest ? (
        <a className={buttonVariants()} href={hrefOfHistory(routes.history(), query, { before: String(oldest.id) })}>
          {t("older")}
        </a>
      ) : null}
    </nav>
  );
}
