import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GovernmentOffer } from "@/components/governments/government-offer";
import { GovernmentTable } from "@/components/governments/government-table";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Page, PageHead } from "@/components/ui/page";
import { may } from "@/lib/domain/access";
import { loadGovernments } from "@/lib/services/load-governments";
import { requirePermission } from "@/lib/web/actor";
import { chosenCycle, isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { takeReportAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("governments"))("title") };
}

/** The reports of the governments below: what each has published, and how that stands here. */
export default async function ReportsBelowPage({ searchParams }: PageProps<"/review/governments">) {
  const actor = await requirePermission("history:read");
  const { unit } = await searchParams;
  const now = new Date();
  const organisationId = typeof unit === "string" && isId(unit) ? unit : null;
  const found = await loadGovernments(getDb(), actor, { ...(await chosenCycle()), organisationId }, now);
  const [t, overview] = await Promise.all([getTranslations("governments"), getTranslations("overview")]);
  if (!found) {
    return (
      <Page>
        <Empty title={t("list.noCycle")}>{t("list.noCycleText")}</Empty>
      </Page>
    );
  }
  const { cycle, entries, chosen } = found;
  const crumbs = [{ label: overview("title"), href: routes.overview() }];
  if (chosen) {
    return (
      <ClientMessages areas={["governments", "common", "shell"]}>
        <Page>
          <PageHead
            crumbs={[...crumbs, { label: t("title"), href: routes.reportsBelow() }, { label: chosen.name }]}
            title={chosen.name}
            lead={t(`level.${chosen.level}`)}
          />
          <GovernmentOffer
            cycle={cycle}
            entry={chosen}
            take={may(actor, "submission:review") ? { action: takeReportAction, requestId: randomUUID() } : null}
            reportHref={chosen.published ? routes.publicReport(chosen.published.reportId) : null}
            hrefOfSection={(submissionId) => routes.review(submissionId)}
            now={now}
          />
        </Page>
      </ClientMessages>
    );
  }
  return (
    <Page>
      <PageHead crumbs={[...crumbs, { label: t("title") }]} title={t("title")} lead={t("list.lead")} />
      <Card>
        {entries.length === 0 ? (
          <Empty title={t("list.none")}>{t("list.noneText")}</Empty>
        ) : (
          <GovernmentTable entries={entries} hrefOf={(unit) => routes.reportsBelow({ unit })} now={now} />
        )}
      </Card>
    </Page>
  );
}
