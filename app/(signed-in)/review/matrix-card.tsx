import { randomUUID } from "node:crypto";
import { DownloadIcon } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { OverviewForm } from "@/components/overview/overview-form";
import { OverviewLegend } from "@/components/overview/overview-legend";
import { OverviewMatrix } from "@/components/overview/overview-matrix";
import { ButtonLink } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { ListSearch } from "@/components/ui/list-search";
import { Pager } from "@/components/ui/pager";
import { type Actor, may } from "@/lib/domain/access";
import type { Overview } from "@/lib/domain/overview";
import { PAGE_SIZE } from "@/lib/domain/paging";
import type { OverviewSearch } from "@/lib/services/load-overview";
import { routes } from "@/lib/web/routes";
import { chooseUnitsAction, remindUnitsAction } from "./actions";
import { matrixColumnsOf, matrixRowsOf } from "./matrix-view";
import { OverviewFilters } from "./overview-filters";
import { hrefOfOverview, overviewQuery } from "./overview-search-params";

type MatrixCardProps = { overview: Overview; actor: Actor; search: OverviewSearch; isExtending: boolean; now: Date };

/** Every unit and section of the year, a page of units at a time, with what can be done to those chosen. */
export async function MatrixCard({ overview, actor, search, isExtending, now }: MatrixCardProps) {
  const t = await getTranslations("overview");
  const words = { t: await getTranslations(), locale: await getLocale(), now };
  const { cycle, units } = overview;
  const isOpen = cycle.state === "open";
  const used = new Set<string>(overview.sections.map(({ sectionId }) => sectionId));
  const sections = cycle.format.sections.filter((section) => used.has(section.id));
  const shown = sections.filter((section) => search.sectionId === null || section.id === search.sectionId);
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
            kept={overviewQuery(search)}
            value={search.q}
            clearHref={hrefOfOverview(search, { q: "" })}
          />
        </CardHeader>
      ) : null}
      <OverviewForm
        cycleId={cycle.id}
        requestId={randomUUID()}
        remindAction={canRemind ? remindUnitsAction : null}
        extendAction={canExtend ? chooseUnitsAction : null}
        filters={<OverviewFilters progress={overview.sections} sections={sections} search={search} />}
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
              <ButtonLink href={hrefOfOverview(search, { filter: "all", sectionId: null, q: "" })}>
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
            rows={matrixRowsOf(units.rows, shown, search.filter, words)}
            isChoosing={canRemind || canExtend}
          />
        )}
      </OverviewForm>
      <Pager label={t("matrix.pages")} paged={units} hrefOf={(page) => hrefOfOverview(search, { page })} />
      <CardFooter className="py-3">
        <OverviewLegend />
      </CardFooter>
    </Card>
  );
}
