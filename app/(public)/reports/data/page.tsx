import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicPage } from "@/components/public/public-page";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { nameOfOpenDataFile } from "@/lib/domain/open-data-file";
import { loadPublicReports } from "@/lib/services/load-public-reports";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public.data"))("title") };
}

/** What programs may read here, at which addresses, and what is in it. */
export default async function OpenDataPage() {
  const t = await getTranslations("public.data");
  const { total } = await loadPublicReports(getDb(), {}, new Date());
  const of = (year: number | null) =>
    (["csv", "json"] as const).map((type) => routes.openData(nameOfOpenDataFile({ type, year })));
  const rows = [
    { what: t("reports"), says: t("reportsText"), hrefs: of(null) },
    ...total.years.map((year) => ({
      what: t("figures", { year: String(year) }),
      says: t("figuresText"),
      hrefs: of(year),
    })),
    { what: t("feed"), says: t("feedText"), hrefs: [routes.publicFeed()] },
    { what: t("sitemap"), says: t("sitemapText"), hrefs: [routes.sitemap()] },
    { what: t("schema"), says: t("schemaText"), hrefs: [routes.publicSchema("json"), routes.publicSchema("xml")] },
  ];
  return (
    <PublicPage district={null} width="list">
      <h1>{t("title")}</h1>
      <p className="mt-2 mb-4 text-ink-2">{t("lead")}</p>
      <Card>
        <Table
          caption={t("title")}
          rows={rows}
          rowKey={({ what }) => what}
          columns={[
            { key: "what", head: t("what"), isRowHead: true, cell: ({ what }) => what },
            { key: "says", head: t("says"), cell: ({ says }) => says, className: "max-md:col-span-full" },
            {
              key: "where",
              head: t("where"),
              className: "max-md:col-span-full",
              cell: ({ hrefs }) => (
                <ul>
                  {hrefs.map((href) => (
                    <li key={href}>
                      <a className="inline-block py-1 font-mono text-sm" href={href}>
                        {href}
                      </a>
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </Card>
      <h2 className="mt-6">{t("inPage")}</h2>
      <p className="mt-2 max-w-190 text-ink-2">{t("inPageText")}</p>
      <h2 className="mt-6">{t("rules")}</h2>
      <p className="mt-2 max-w-190 text-ink-2">{t("rulesText")}</p>
    </PublicPage>
  );
}
