import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CloseView } from "@/app/(signed-in)/admin/cycles/[cycleId]/close-view";
import { IndicatorsView } from "@/app/(signed-in)/admin/cycles/[cycleId]/indicators-view";
import { OutlineView } from "@/app/(signed-in)/admin/cycles/[cycleId]/outline-view";
import { UnitsView } from "@/app/(signed-in)/admin/cycles/[cycleId]/units-view";
import { Alert } from "@/components/ui/alert";
import { Page, PageHead } from "@/components/ui/page";
import { StateBadge } from "@/components/ui/state-badge";
import { TabLinks } from "@/components/ui/tab-links";
import { isDueAfterLaw } from "@/lib/domain/cycle";
import { readListSearch } from "@/lib/domain/inputs/list-search";
import { formatDeadline } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import { loadAdminCycle } from "@/lib/services/load-admin-cycle";
import { requirePermission } from "@/lib/web/actor";
import { isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

const VIEWS = ["units", "outline", "indicators", "close"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.tabs"))("cycles") };
}

/** One year: who reports what until when, its outline and indicators, and its end. */
export default async function CyclePage({ params, searchParams }: PageProps<"/admin/cycles/[cycleId]">) {
  const actor = await requirePermission("cycle:manage");
  const { cycleId } = await params;
  const query = await searchParams;
  const now = new Date();
  const search = readListSearch(query);
  const askedFor = (name: string): string | null => {
    const value = query[name];
    return typeof value === "string" ? value : null;
  };
  const idAskedFor = (name: string): string | null => {
    const value = askedFor(name);
    return value !== null && isId(value) ? value : null;
  };
  const isOrdering = askedFor("order") !== null;
  const asked = { cycleId, search, unitId: idAskedFor("unit"), sectionId: idAskedFor("section") };
  const work = isId(cycleId) ? await loadAdminCycle(getDb(), actor, asked, now) : null;
  if (!work) notFound();
  const t = await getTranslations("admin.cycle");
  const locale = readLocale(await getLocale());
  const { cycle, report } = work;
  const view = VIEWS.find((name) => name === query.view) ?? "units";

  return (
    <Page>
      <PageHead
        crumbs={[
          { label: t("admin"), href: routes.admin() },
          { label: t("years"), href: routes.cycles() },
          { label: String(cycle.year) },
        ]}
        title={
          <span className="flex flex-wrap items-center gap-2">
            {t("title", { year: String(cycle.year) })}
            {report ? <StateBadge state={`report_${report.state}`} variant="boxed" /> : null}
          </span>
        }
        lead={
          cycle.state === "closed"
            ? t("leadClosed")
            : t("lead", {
                tables: formatDeadline(cycle.tablesDueAt, now, locale),
                narrative: formatDeadline(cycle.narrativeDueAt, now, locale),
              })
        }
      />
      {cycle.state === "open" && isDueAfterLaw(cycle) ? (
        <Alert variant="warning" className="mt-4">
          {t("afterLaw", { law: formatDeadline(cycle.statutoryDueAt, now, locale) })}
        </Alert>
      ) : null}
      <TabLinks
        className="mb-4 flex-wrap p-0"
        label={t("views.label")}
        links={VIEWS.map((name) => ({
          key: name,
          label: t(`views.${name}`),
          href: routes.cycle(cycleId, { view: name }),
          isCurrent: name === view,
        }))}
      />
      {view === "units" ? (
        <UnitsView work={work} search={search} sectionId={asked.sectionId} unitId={asked.unitId} now={now} />
      ) : null}
      {view === "outline" ? (
        <OutlineView work={work} search={search} headingKey={askedFor("heading")} isOrdering={isOrdering} />
      ) : null}
      {view === "indicators" ? (
        <IndicatorsView work={work} search={search} indicatorKey={askedFor("indicator")} isOrdering={isOrdering} />
      ) : null}
      {view === "close" ? <CloseView work={work} /> : null}
    </Page>
  );
}
