import { DownloadIcon } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { RollUpChecks } from "@/components/roll-up/rollup-checks";
import { RollUpCompleteness } from "@/components/roll-up/rollup-completeness";
import { RollUpIndicators } from "@/components/roll-up/rollup-indicators";
import { RollUpRules } from "@/components/roll-up/rollup-rules";
import { RollUpTables } from "@/components/roll-up/rollup-tables";
import { ButtonLink } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card, CardFooter } from "@/components/ui/card";
import { Page, PageColumns, PageHead } from "@/components/ui/page";
import { TabLinks } from "@/components/ui/tab-links";
import { type Actor, may } from "@/lib/domain/access";
import { cellsOf } from "@/lib/domain/check/subject-cells";
import { readListSearch } from "@/lib/domain/inputs/list-search";
import type { JudgedReport } from "@/lib/domain/report-work";
import { maySettleRuleSetting } from "@/lib/domain/rule-setting";
import { inLanguage } from "@/lib/formats/localize-format";
import { loadRollUp } from "@/lib/services/load-roll-up";
import { requirePermission } from "@/lib/web/actor";
import { isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { FigurePanel } from "./figure-panel";
import { hrefOfFinding } from "./finding-href";
import { completenessRows, listTabs, mayDecide, type RollUpTab, standingOf } from "./roll-up-view";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rollup");
  return { title: t("title") };
}

/** The district's figures as the official tables, what they are made of, and whether they are complete. */
export default async function RollUpPage({ params, searchParams }: PageProps<"/report/[cycleId]">) {
  const actor = await requirePermission("report:read");
  const [{ cycleId }, query] = await Promise.all([params, searchParams]);
  const { section, cell } = query;
  if (!isId(cycleId)) notFound();
  const now = new Date();
  const cellKey = typeof cell === "string" ? cell : null;
  const { page } = readListSearch(query);
  const question = { cycleId, cellKey, page, isBalanced: query.balance === "1" };
  const found = await loadRollUp(getDb(), actor, question, now);
  if (!found) notFound();
  const { work: loaded, behind, balance, trace } = found;
  const locale = await getLocale();
  const work = {
    ...loaded,
    cycle: inLanguage(loaded.cycle, locale),
    document: inLanguage(loaded.document, locale),
  };

  const t = await getTranslations("rollup");
  const tabs = listTabs(work);
  const located = cellKey === null ? undefined : cellsOf(work.cycle.format).get(cellKey);
  const sectionId = located?.sectionId ?? section;
  const tab = tabs.find(({ key }) => key === sectionId) ?? tabs[0];
  if (!tab) notFound();
  const proposed = work.adjustments.filter((adjustment) => adjustment.state === "proposed");
  const first = proposed[0];

  return (
    <Page>
      <Head work={work} actor={actor} />
      <PageColumns className="xl:grid-cols-[minmax(0,1fr)_--spacing(81)]">
        <Card className="min-w-0" aria-label={t("sections")}>
          <Tabs work={work} tabs={tabs} current={tab} />
          <div className="relative">
            {trace ? <FigurePanel work={work} trace={trace} actor={actor} now={now} /> : null}
            {tab.section ? (
              <RollUpTables
                document={work.document}
                behind={behind}
                section={tab.section}
                chosenCell={located?.cell.key ?? null}
                pendingCells={new Set(proposed.map((adjustment) => adjustment.cellKey))}
                hrefOfCell={(key) => routes.rollUp(cycleId, { section: tab.key, cell: key })}
              />
            ) : (
              <RollUpIndicators indicators={work.document.indicators} />
            )}
          </div>
          {tab.section ? <CardFooter className="text-xs text-ink-3">{t("hint")}</CardFooter> : null}
        </Card>
        <aside className="min-w-0">
          <RollUpCompleteness
            sectionId={tab.section?.id ?? "overview"}
            rows={completenessRows(work, tab.section?.id ?? "overview", now)}
            page={trace ? 1 : page}
            hrefOfPage={(number) => routes.rollUp(cycleId, { section: tab.key, page: String(number) })}
          />
          <RollUpChecks
            format={work.cycle.format}
            findings={work.findings}
            balance={balance}
            balanceHref={routes.rollUp(cycleId, { section: tab.key, balance: "1" })}
            previousYear={work.previous?.year ?? null}
            pending={first ? { count: proposed.length, href: routes.rollUp(cycleId, { cell: first.cellKey }) } : null}
            hrefOfFinding={(finding) => hrefOfFinding(finding, cycleId)}
            composeHref={routes.compose(cycleId)}
          />
          <RollUpRules results={work.ruleResults} settingsHref={maySettleRuleSetting(actor) ? routes.rules() : null} />
        </aside>
      </PageColumns>
    </Page>
  );
}

async function Head({ work, actor }: { work: JudgedReport; actor: Actor }) {
  const t = await getTranslations("rollup");
  const standing = standingOf(work);
  const { cycle, rollUp, adjustments } = work;
  const units = rollUp.units.filter((unit) => unit.status !== "exempt").length;
  const decidable = adjustments.filter((adjustment) => mayDecide(actor, work, adjustment));
  const title =
    typeof standing === "string"
      ? t(`headline.${standing}`, { units })
      : standing.kind === "missing_units"
        ? t("headline.missing", { units, missing: standing.units.length })
        : standing.kind === "open_adjustments"
          ? t("headline.adjustments", { units, count: standing.count })
          : standing.kind === "nothing_corrected"
            ? t("headline.nothingCorrected", { units })
            : t(standing.kind === "errors" ? "headline.errors" : "headline.unexplained", {
                units,
                count: standing.count,
              });
  const next =
    standing === "published" || standing === "final"
      ? { label: t("next.published"), href: routes.release(cycle.id) }
      : standing === "ready"
        ? { label: t("next.release"), href: routes.release(cycle.id) }
        : standing.kind === "missing_units"
          ? { label: t("next.overview"), href: routes.overview() }
          : standing.kind === "open_adjustments" && decidable[0]
            ? {
                label: t("next.adjustment", { count: decidable.length }),
                href: routes.rollUp(cycle.id, { cell: decidable[0].cellKey }),
              }
            : may(actor, "report:compose")
              ? { label: t("next.compose"), href: routes.compose(cycle.id) }
              : null;
  return (
    <PageHead
      crumbs={[{ label: t("crumbYear", { year: String(cycle.year) }), href: routes.overview() }, { label: t("title") }]}
      title={title}
      actions={
        <>
          {may(actor, "report:download") ? (
            <a className={buttonVariants({})} href={routes.download(cycle.id, "xlsx")} download>
              <DownloadIcon />
              {t("download")}
            </a>
          ) : null}
          {next ? (
            <ButtonLink variant="primary" href={next.href} scroll={false}>
              {next.label}
            </ButtonLink>
          ) : null}
        </>
      }
      lead={t("lead")}
    />
  );
}

type TabsProps = { work: JudgedReport; tabs: readonly RollUpTab[]; current: RollUpTab };

async function Tabs({ work, tabs, current }: TabsProps) {
  const t = await getTranslations();
  return (
    <TabLinks
      label={t("rollup.sections")}
      scroll={false}
      links={tabs.map((tab) => ({
        key: tab.key,
        label: tab.section ? t(`common.section.${tab.section.id}`) : t("rollup.indicators"),
        href: routes.rollUp(work.cycle.id, { section: tab.key }),
        isCurrent: tab.key === current.key,
        count: tab.section ? undefined : work.document.indicators.length,
      }))}
    />
  );
}
