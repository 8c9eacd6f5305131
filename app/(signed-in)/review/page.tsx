import { randomUUID } from "node:crypto";
import { DownloadIcon } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { OverviewChart } from "@/components/overview/overview-chart";
import { OverviewExtend } from "@/components/overview/overview-extend";
import { OverviewForm, RemindLateForm } from "@/components/overview/overview-form";
import { OverviewHero } from "@/components/overview/overview-hero";
import { OverviewLegend, OverviewMatrix } from "@/components/overview/overview-matrix";
import { arrangeRows } from "@/components/overview/overview-rows";
import { ClientMessages } from "@/components/shell/client-messages";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { type Actor, may } from "@/lib/domain/access";
import type { Overview } from "@/lib/domain/overview";
import { decideOtherBody } from "@/lib/domain/own-reports";
import { isLate } from "@/lib/domain/progress";
import { loadOverview } from "@/lib/services/load-overview";
import { loadProposedUnitReports } from "@/lib/services/load-unit-reports";
import { requirePermission } from "@/lib/web/actor";
import { chosenCycle } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { chooseUnitsAction, extendUnitsAction, remindUnitsAction } from "./actions";
import { OverviewFilters } from "./overview-filters";
import { hrefOfOverview, type OverviewSearchParams, readOverviewSearchParams } from "./overview-search-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("overview");
  return { title: t("title") };
}

/** Where the year stands: every unit and section, who is late, what to review next. */
export default async function OverviewPage({ searchParams }: PageProps<"/review">) {
  const actor = await requirePermission("history:read");
  const query = await searchParams;
  const now = new Date();
  const [overview, proposed] = await Promise.all([
    loadOverview(getDb(), actor, await chosenCycle(), now),
    loadProposedUnitReports(getDb(), actor, {}, now),
  ]);
  if (!overview) return <NoCycle actor={actor} />;

  const t = await getTranslations("overview");
  const otherBodies = proposed.filter((proposal) => decideOtherBody(proposal, "confirm", actor).ok).length;
  const chosen = typeof query.extend === "string" ? query.extend.split(",") : [];
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
        <MatrixCard
          overview={overview}
          actor={actor}
          look={readOverviewSearchParams(query)}
          isExtending={chosen.length > 0}
          now={now}
        />
      </Page>
    </ClientMessages>
  );
}

type Props = { overview: Overview; actor: Actor; now: Date };

function Head({ overview, actor, now }: Props) {
  const isReviewer = may(actor, "submission:review");
  const { cycle, cells, nextId, rows } = overview;
  const reminded = new Set(rows.filter((row) => row.isRemindedToday).map((row) => row.unit.organisationId));
  const late = [...new Set(cells.filter((cell) => isLate(cell, now)).map((cell) => cell.organisationId))].filter(
    (id) => !reminded.has(id),
  );
  const canRemind = may(actor, "unit:remind") && cycle.state === "open" && late.length > 0;
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
              organisationIds={late}
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
}: Props & { look: OverviewSearchParams; isExtending: boolean }) {
  const t = await getTranslations("overview");
  const { cycle } = overview;
  const isOpen = cycle.state === "open";
  const used = new Set(overview.rows.flatMap((row) => Object.keys(row.cells)));
  const sections = cycle.format.sections.filter((section) => used.has(section.id));
  const shown = sections.filter((section) => look.sectionId === null || section.id === look.sectionId);
  const rows = arrangeRows(overview.rows, { ...look, now });
  const canRemind = isOpen && may(actor, "unit:remind");
  // While the form for the units chosen is open, a second button of the same name would ask for a choice again.
  const canExtend = isOpen && may(actor, "cycle:manage") && !isExtending;
  return (
    <Card className="mt-4" aria-label={t("matrix.caption", { year: String(cycle.year) })}>
      <OverviewForm
        cycleId={cycle.id}
        requestId={randomUUID()}
        remindAction={canRemind ? remindUnitsAction : null}
        extendAction={canExtend ? chooseUnitsAction : null}
        filters={<OverviewFilters overview={overview} sections={sections} look={look} now={now} />}
        actions={
          <a className={buttonVariants({ size: "sm" })} href={routes.overviewExport()}>
            <DownloadIcon className="size-3.5" />
            {t("form.export")}
          </a>
        }
      >
        {rows.length === 0 ? (
          <Empty
            title={t("matrix.none")}
            action={
              <ButtonLink href={hrefOfOverview(look, { filter: "all", sectionId: null })}>
                {t("matrix.showAll")}
              </ButtonLink>
            }
          >
            {t("matrix.noneText")}
          </Empty>
        ) : (
          <OverviewMatrix
            cycle={cycle}
            rows={rows}
            sections={shown}
            filter={look.filter}
            now={now}
            hrefOf={(id) => routes.review(id)}
            isChoosing={canRemind || canExtend}
          />
        )}
      </OverviewForm>
      <CardFooter className="py-3">
        <OverviewLegend />
      </CardFooter>
    </Card>
  );
}

async function ExtendCard({ overview, actor, chosen }: Omit<Props, "now"> & { chosen: readonly string[] }) {
  const t = await getTranslations("overview.extend");
  const common = await getTranslations("common");
  const units = overview.rows.flatMap(({ unit }) =>
    chosen.includes(unit.organisationId) ? [{ id: unit.organisationId, name: unit.name }] : [],
  );
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
