import { randomUUID } from "node:crypto";
import { DownloadIcon } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { OverviewChart } from "@/components/overview/overview-chart";
import { OverviewExtend } from "@/components/overview/overview-extend";
import { OverviewForm, RemindLateForm } from "@/components/overview/overview-form";
import { OverviewHero } from "@/components/overview/overview-hero";
import { OverviewLegend } from "@/components/overview/overview-legend";
import { OverviewMatrix } from "@/components/overview/overview-matrix";
import { ClientMessages } from "@/components/shell/client-messages";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { ListSearch } from "@/components/ui/list-search";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { type Actor, may } from "@/lib/domain/access";
import type { CycleUnit } from "@/lib/domain/cycle";
import type { Overview } from "@/lib/domain/overview";
import { decideOtherBody } from "@/lib/domain/own-reports";
import { PAGE_SIZE } from "@/lib/domain/paging";
import { loadChosenUnits, loadOverview, type OverviewSearch } from "@/lib/services/load-overview";
import { loadProposedUnitReports } from "@/lib/services/load-unit-reports";
import { requirePermission } from "@/lib/web/actor";
import { chosenCycle, isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { chooseUnitsAction, extendUnitsAction, remindUnitsAction } from "./actions";
import { matrixColumnsOf, matrixRowsOf } from "./matrix-view";
import { OverviewFilters } from "./overview-filters";
import { hrefOfOverview, overviewQuery, readOverviewSearchParams } from "./overview-search-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("overview");
  return { title: t("title") };
}

/** Where the year stands: every unit and section, who is late, what to review next. */
export default async function OverviewPage({ searchParams }: PageProps<"/review">) {
  const actor = await requirePermission("history:read");
  const query = await searchParams;
  const now = new Date();
  const look = readOverviewSearchParams(query);
  const cycle = await chosenCycle();
  const organisationIds = typeof query.extend === "string" ? query.extend.split(",").filter(isId) : [];
  const [overview, proposed, chosen] = await Promise.all([
    loadOverview(getDb(), actor, { ...cycle, search: look }, now),
    loadProposedUnitReports(getDb(), actor, {}, now),
    loadChosenUnits(getDb(), actor, { ...cycle, organisationIds }, now),
  ]);
  if (!overview) return <NoCycle actor={actor} />;

  const t = await getTranslations("overview");
  const otherBodies = proposed.filter((proposal) => decideOtherBody(proposal, "confirm", actor).ok).length;
  const extended = typeof query.extended === "string" && /^\d{1,4}$/.test(query.extended) ? query.extended : null;
  return (
    <ClientMessages areas={["overview", "common", "shell"]}>
      <Page>
        {extended ? (
          <Alert variant="success" isAnnounced className="mb-4">
            {t("extend.done", { sections: Number(extended) })}
          </Alert>
        ) : null}
        {otherBodies > 0 ? (
          <Alert variant="info" className="mb-4">
            {t("otherBodies", { count: otherBodies })} <Link href={routes.published()}>{t("otherBodiesLink")}</Link>
          </Alert>
        ) : null}
        <Head overview={overview} actor={actor} now={now} />
        <ExtendCard overview={overview} actor={actor} chosen={chosen} />
        <MatrixCard overview={overview} actor={actor} look={look} isExtending={chosen.length > 0} now={now} />
      </Page>
    </ClientMessages>
  );
}

type Props = { overview: Overview; actor: Actor; now: Date };

function Head({ overview, actor, now }: Props) {
  const isReviewer = may(actor, "submission:review");
  const { cycle, nextId, late } = overview;
  const canRemind = may(actor, "unit:remind") && cycle.state === "open" && late.toRemind > 0;
  return (
    <div className="grid items-center gap-8 2xl:grid-cols-[minmax(0,1fr)_--spacing(125)]">
      <OverviewHero
        overview={overview}
        now={now}
        isReviewer={isReviewer}
        nextHref={isReviewer && nextId ? routes.review(nextId) : null}
        rollUpHref={may(actor, "report:read") ? routes.rollUp(cycle.id) : null}
        remind={
          canRemind ? (
            <RemindLateForm
              action={remindUnitsAction}
              cycleId={cycle.id}
              requestId={randomUUID()}
              count={late.toRemind}
            />
          ) : null
        }
      />
      <OverviewChart overview={overview} now={now} />
    </div>
  );
}

async function MatrixCard({
  overview,
  actor,
  look,
  isExtending,
  now,
}: Props & { look: OverviewSearch; isExtending: boolean }) {
  const t = await getTranslations("overview");
  const words = { t: await getTranslations(), locale: await getLocale(), now };
  const { cycle, units } = overview;
  const isOpen = cycle.state === "open";
  const used = new Set<string>(overview.sections.map(({ sectionId }) => sectionId));
  const sections = cycle.format.sections.filter((section) => used.has(section.id));
  const shown = sections.filter((section) => look.sectionId === null || section.id === look.sectionId);
  const canRemind = isOpen && may(actor, "unit:remind");
  // While the form for the units chosen is open, a second button of the same name would ask for a choice again.
  const canExtend = isOpen && may(actor, "cycle:manage") && !isExtending;
  return (
    <Card className="mt-4" aria-label={t("matrix.caption", { year: String(cycle.year) })}>
      {overview.unitCount > PAGE_SIZE ? (
        <CardHeader>
          <ListSearch
            id="overview-search"
            label={t("matrix.search")}
            hint={t("matrix.searchHint")}
            path={routes.overview()}
            kept={overviewQuery(look)}
            value={look.q}
            clearHref={hrefOfOverview(look, { q: "" })}
          />
        </CardHeader>
      ) : null}
      <OverviewForm
        cycleId={cycle.id}
        requestId={randomUUID()}
        remindAction={canRemind ? remindUnitsAction : null}
        extendAction={canExtend ? chooseUnitsAction : null}
        filters={<OverviewFilters progress={overview.sections} sections={sections} look={look} />}
        actions={
          <a className={buttonVariants({ size: "sm" })} href={routes.overviewExport()}>
            <DownloadIcon className="size-3.5" />
            {t("form.export")}
          </a>
        }
      >
        {units.rows.length === 0 ? (
          <Empty
            title={t("matrix.none")}
            action={
              <ButtonLink href={hrefOfOverview(look, { filter: "all", sectionId: null, q: "" })}>
                {t("matrix.showAll")}
              </ButtonLink>
            }
          >
            {t("matrix.noneText")}
          </Empty>
        ) : (
          <OverviewMatrix
            year={cycle.year}
            columns={matrixColumnsOf(cycle, shown, words)}
            rows={matrixRowsOf(units.rows, shown, look.filter, words)}
            isChoosing={canRemind || canExtend}
          />
        )}
      </OverviewForm>
      <Pager label={t("matrix.pages")} paged={units} hrefOf={(page) => hrefOfOverview(look, { page })} />
      <CardFooter className="py-3">
        <OverviewLegend />
      </CardFooter>
    </Card>
  );
}

async function ExtendCard({ overview, actor, chosen }: Omit<Props, "now"> & { chosen: readonly CycleUnit[] }) {
  const t = await getTranslations("overview.extend");
  const common = await getTranslations("common");
  const units = chosen.map(({ organisationId, name }) => ({ id: organisationId, name }));
  if (units.length === 0 || !may(actor, "cycle:manage")) return null;
  const names = units.map((unit) => unit.name).join(common("listSeparator"));
  return (
    <Card className="my-4">
      <CardHeader>
        <CardTitle>{t("title", { count: units.length })}</CardTitle>
      </CardHeader>
      <CardContent className="max-w-notice">
        <p className="text-ink-2">{t("text", { names })}</p>
        <OverviewExtend
          action={extendUnitsAction}
          cycleId={overview.cycle.id}
          requestId={randomUUID()}
          units={units}
          cancelHref={routes.overview()}
        />
      </CardContent>
    </Card>
  );
}

async function NoCycle({ actor }: { actor: Actor }) {
  const t = await getTranslations("overview");
  return (
    <Page>
      <Empty
        title={t("noCycle")}
        action={may(actor, "cycle:manage") ? <ButtonLink href={routes.cycles()}>{t("openCycle")}</ButtonLink> : null}
      >
        {t("noCycleText")}
      </Empty>
    </Page>
  );
}
