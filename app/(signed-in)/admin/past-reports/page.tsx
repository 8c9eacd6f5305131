import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import { readPastReportAction, takeOverPastReportAction } from "@/app/(signed-in)/admin/past-reports/actions";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { PastReportForm } from "@/components/intake/past-report-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Page, PageAside, PageColumns, PageHead } from "@/components/ui/page";
import type { ReportEntry } from "@/lib/domain/report";
import { formatFullDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import { loadPastReports } from "@/lib/services/load-past-reports";
import { requirePermission } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.tabs"))("pastReports") };
}

/** Last years' published reports: an office starts with them, so that its first year has a year before. */
export default async function PastReportsPage() {
  const actor = await requirePermission("cycle:manage");
  const t = await getTranslations("intake.past");
  const reports = await loadPastReports(getDb(), actor, {}, new Date());
  return (
    <Page>
      <AdminTabs current="pastReports" hrefs={ADMIN_PLACES} />
      <PageHead title={t("headline")} lead={t("lead")} />
      <PageColumns>
        <ClientMessages areas={["intake", "checks", "common"]}>
          <PastReportForm
            read={readPastReportAction}
            takeOver={takeOverPastReportAction}
            requestId={randomUUID()}
            district={actor.districtName}
            years={reports.map((report) => String(report.year))}
          />
        </ClientMessages>
        <PageAside>
          <PublishedYears reports={reports} />
        </PageAside>
      </PageColumns>
    </Page>
  );
}

async function PublishedYears({ reports }: { reports: readonly ReportEntry[] }) {
  const t = await getTranslations("intake.past");
  const locale = readLocale(await getLocale());
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("years")}</CardTitle>
      </CardHeader>
      {reports.length === 0 ? (
        <Empty title={t("none")}>{t("none_text")}</Empty>
      ) : (
        <ul>
          {reports.map((report) => (
            <li
              key={report.id}
              className="flex flex-wrap justify-between gap-x-3 gap-y-1 border-t border-line px-4 py-2.5 first:border-t-0"
            >
              <a href={routes.publicReport(report.id)}>{t("year", { year: String(report.year) })}</a>
              <span className="text-sm text-ink-3">
                {t(`origin.${report.origin}`, {
                  day: report.publishedAt ? formatFullDay(report.publishedAt, locale) : "",
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
