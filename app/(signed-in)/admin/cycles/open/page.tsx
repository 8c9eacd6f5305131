import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { openCycleAction } from "@/app/(signed-in)/admin/cycles/actions";
import { NextYearDifferences } from "@/components/admin/next-year-differences";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Page, PageHead } from "@/components/ui/page";
import { lastDay, yearToReport } from "@/lib/domain/administration";
import { statutoryDueDate } from "@/lib/domain/cycle";
import { formatFullDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import { loadNextYear, type NextYearToOpen } from "@/lib/services/load-next-year";
import { requirePermission } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { nextYearFields } from "./next-year-fields";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.tabs"))("cycles") };
}

/** What the next year begins with and what differs from the last, decided step by step and then opened. */
export default async function OpenYearPage() {
  const actor = await requirePermission("cycle:manage");
  const now = new Date();
  const plan = await loadNextYear(getDb(), actor, {}, now);
  const t = await getTranslations("admin.openYear");
  const year = String(plan?.year ?? yearToReport(now));
  const crumbs = [
    { label: (await getTranslations("admin.cycle"))("admin"), href: routes.admin() },
    { label: (await getTranslations("admin.cycle"))("years"), href: routes.cycles() },
    { label: t("title", { year }) },
  ];
  return (
    <Page className="max-w-document">
      <PageHead
        crumbs={crumbs}
        title={t("title", { year })}
        lead={plan ? t(plan.before ? "lead" : "leadFirst") : undefined}
      />
      {plan ? <OpenYear plan={plan} /> : <Empty title={t("noForm", { year })}>{t("noFormText")}</Empty>}
    </Page>
  );
}

async function OpenYear({ plan }: { plan: NextYearToOpen }) {
  const t = await getTranslations("admin.openYear");
  const cycles = await getTranslations("admin.cycles");
  const past = await getTranslations("intake.past");
  const locale = readLocale(await getLocale());
  const { year, before } = plan;
  const years = { year: String(year), before: String(year - 1) };
  const law = lastDay(statutoryDueDate(year));
  const isLate = plan.tablesDue > law || plan.narrativeDue > law;
  return (
    <div className="flex flex-col gap-4">
      {before && !plan.isPublishedBefore ? <Alert variant="warning">{t("notPublished", years)}</Alert> : null}
      {isLate ? <Alert variant="warning">{cycles("afterLaw", { year: String(year + 1) })}</Alert> : null}
      {before ? (
        <NextYearDifferences
          plan={plan}
          isPublishedBefore={plan.isPublishedBefore}
          dates={{
            tables: formatFullDay(new Date(`${plan.tablesDue}T00:00:00+08:00`), locale),
            narrative: formatFullDay(new Date(`${plan.narrativeDue}T00:00:00+08:00`), locale),
          }}
        />
      ) : (
        <p className="text-sm">
          <Link href={routes.pastReports()}>{past("first", years)}</Link>
        </p>
      )}
      <Card>
        <CardHeader>
          <CardTitle>{t("title", years)}</CardTitle>
        </CardHeader>
        <CardContent>
          <AdminForm
            id="open-year"
            isTwoColumns
            action={openCycleAction}
            submitLabel={cycles("open", years)}
            busyLabel={cycles("opening")}
            buttonVariant="primary"
            fields={await nextYearFields(plan)}
          />
        </CardContent>
      </Card>
    </div>
  );
}
