import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import { AdminCycleList } from "@/components/admin/admin-cycle-list";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { FormCard } from "@/components/ui/form-card";
import { Page, PageAside, PageColumns, PageHead } from "@/components/ui/page";
import { yearToReport } from "@/lib/domain/administration";
import { type CycleWithReport, loadAdminCycles } from "@/lib/services/load-admin-cycles";
import { requirePermission } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.tabs"))("cycles") };
}

/** Every year of the district, and the form that opens the next one from the last. */
export default async function CyclesPage() {
  const actor = await requirePermission("cycle:manage");
  const now = new Date();
  const t = await getTranslations("admin.cycles");
  const take = await getTranslations("intake.take");
  const { cycles } = await loadAdminCycles(getDb(), actor, {}, now);
  const [newest] = cycles;
  const open = cycles.filter(({ state }) => state === "open");
  const closed = cycles.filter(({ state }) => state === "closed");
  const hrefOf = (id: string) => routes.cycle(id);

  return (
    <Page>
      <AdminTabs current="cycles" hrefs={ADMIN_PLACES} />
      <PageHead
        title={
          newest?.state === "open"
            ? t("titleOpen", { year: String(newest.year) })
            : t(newest ? "titleClosed" : "titleNone")
        }
        lead={t("lead")}
      />
      <PageColumns>
        <div className="min-w-0 space-y-4">
          <Card>
            <CardHeader>
              <CardTitle>{t("all")}</CardTitle>
            </CardHeader>
            {open.length === 0 ? (
              <Empty title={t(newest ? "noneOpen" : "empty")}>{t(newest ? "noneOpenText" : "emptyText")}</Empty>
            ) : (
              <AdminCycleList caption={t("all")} cycles={open} now={now} hrefOf={hrefOf} />
            )}
          </Card>
          {closed.length > 0 ? (
            <Card>
              <CardHeader>
                <CardTitle>{t("archive")}</CardTitle>
                <p className="text-sm text-ink-2">{t("archiveText")}</p>
              </CardHeader>
              <AdminCycleList
                caption={t("archive")}
                cycles={closed}
                now={now}
                hrefOf={hrefOf}
                filesOf={(reportId) => routes.publicReport(reportId)}
              />
            </Card>
          ) : null}
        </div>
        <PageAside>
          <OpenCard newest={newest ?? null} now={now} />
          <p className="mt-4 text-sm">
            <Link href={routes.published()}>{take("openOffice")}</Link>
          </p>
        </PageAside>
      </PageColumns>
    </Page>
  );
}

/** The way to the next year. */
async function OpenCard({ newest, now }: { newest: CycleWithReport | null; now: Date }) {
  const t = await getTranslations("admin.cycles");
  const year = newest ? newest.year + 1 : yearToReport(now);
  const years = { year: String(year), before: String(year - 1) };
  return (
    <FormCard title={t("open", years)}>
      <p className="text-sm text-ink-2">{t(newest ? "nextText" : "firstText", years)}</p>
      <ButtonLink className="mt-4" variant="primary" href={routes.openYear()}>
        {t("next", years)}
      </ButtonLink>
    </FormCard>
  );
}
