import { SearchIcon } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CompleteUpTo } from "@/components/public/complete-up-to";
import { DistrictReports, FindReports } from "@/components/public/public-list";
import { PublicPage } from "@/components/public/public-page";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { loadPublicReports, PUBLIC_LIST_LIMIT, type PublicDistrict } from "@/lib/services/load-public-reports";
import { readPublished } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.list");
  return { title: t("title"), alternates: { types: { "application/atom+xml": routes.publicFeed() } } };
}

/** Every published report, by district and year. */
export default async function PublicReportsPage({ searchParams }: PageProps<"/reports">) {
  const { q, year } = await searchParams;
  const districtName = typeof q === "string" ? q.trim() : "";
  const wantedYear = typeof year === "string" && /^\d{4}$/.test(year) ? Number(year) : undefined;
  const isFiltered = districtName !== "" || wantedYear !== undefined;
  const t = await getTranslations("public.list");
  const data = await getTranslations("public.data");
  const compare = await getTranslations("public.compare");
  const now = new Date();
  const wanted = { districtName: districtName || undefined, year: wantedYear };
  const { result, asOf } = await readPublished((db) => loadPublicReports(db, wanted, now));
  const { districts, total, isCut } = result;
  const newest = total.years[0];
  return (
    <PublicPage district={null} width="list">
      <div className="mb-5">
        <h1>
          {newest === undefined
            ? t("title")
            : t("headline", { districts: total.districts, reports: total.reports, year: String(newest) })}
        </h1>
        <p className="mt-2 text-ink-2">{t("lead")}</p>
        {newest === undefined ? null : (
          <FindReports
            action={routes.publicReports()}
            districtName={districtName}
            year={wantedYear === undefined ? "" : String(wantedYear)}
            years={total.years}
            isFiltered={isFiltered}
          />
        )}
      </div>
      {districts.length === 0 ? (
        <Card>
          <Empty title={isFiltered ? t("nothing") : t("none")} icon={<SearchIcon />}>
            {isFiltered ? t("nothingText") : t("noneText")}
          </Empty>
        </Card>
      ) : null}
      {districts.map((district) => (
        <DistrictReports key={district.districtId} district={listed(district)} />
      ))}
      <p className="mt-4 text-sm">
        <a href={routes.compareReports()}>{compare("link")}</a>
        {" · "}
        <a href={routes.openData()}>{data("link")}</a>
        {" · "}
        <a href={routes.publicFeed()}>{data("feed")}</a>
      </p>
      <CompleteUpTo asOf={asOf} now={now} />
      {isCut ? <p className="text-sm text-ink-3">{t("more", { count: PUBLIC_LIST_LIMIT })}</p> : null}
    </PublicPage>
  );
}

function listed(district: PublicDistrict) {
  return {
    ...district,
    reports: district.reports.map((report) => ({
      ...report,
      isImported: report.origin === "imported",
      href: routes.publicReport(report.id),
      downloadHref: routes.publicDownload(report.id, "pdf"),
    })),
  };
}
