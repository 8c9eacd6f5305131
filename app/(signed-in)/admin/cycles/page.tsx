import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import { openCycleAction } from "@/app/(signed-in)/admin/cycles/actions";
import { AdminCycleList } from "@/components/admin/admin-cycle-list";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { FormCard } from "@/components/ui/form-card";
import { dayField } from "@/components/ui/form-fields";
import { Page, PageAside, PageColumns, PageHead } from "@/components/ui/page";
import { lastDay, suggestedDates, yearToReport } from "@/lib/domain/administration";
import { statutoryDueDate } from "@/lib/domain/cycle";
import { formatForYear } from "@/lib/formats";
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
  const { cycles, units } = await loadAdminCycles(getDb(), actor, {}, now);
  const [newest] = cycles;

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
        <Card>
          <CardHeader>
            <CardTitle>{t("all")}</CardTitle>
          </CardHeader>
          {cycles.length === 0 ? (
            <Empty title={t("empty")}>{t("emptyText")}</Empty>
          ) : (
            <AdminCycleList cycles={cycles} now={now} hrefOf={(id) => routes.cycle(id)} />
          )}
        </Card>
        <PageAside>
          <OpenCard newest={newest ?? null} units={units.filter((unit) => unit.isActive).length} now={now} />
          <p className="mt-4 text-sm">
            <Link href={routes.published()}>{take("openOffice")}</Link>
          </p>
        </PageAside>
      </PageColumns>
    </Page>
  );
}

type OpenCardProps = { newest: CycleWithReport | null; units: number; now: Date };

async function OpenCard({ newest, units, now }: OpenCardProps) {
  const t = await getTranslations("admin.cycles");
  const year = newest ? newest.year + 1 : yearToReport(now);
  const format = formatForYear(year);
  const dates = suggestedDates(year, newest, now);
  const years = { year: String(year), before: String(year - 1) };
  const past = await getTranslations("intake.past");
  const isLate = [dates.tables, dates.narrative].some((day) => day > lastDay(statutoryDueDate(year)));
  const isTied = newest?.report?.state === "published" || newest?.report?.state === "superseded";
  return (
    <FormCard title={t("open", years)}>
      <ul className="space-y-2 text-sm text-ink-2">
        <li>{t("units", { count: units })}</li>
        <li>{newest ? t("carried", years) : t("standard")}</li>
        {newest && isTied ? <li>{t("carriedIn", years)}</li> : null}
        <li>{t("format", { format: format?.name ?? "", document: format?.document ?? "" })}</li>
      </ul>
      {newest ? null : (
        <p className="mt-3 text-sm">
          <Link href={routes.pastReports()}>{past("first", years)}</Link>
        </p>
      )}
      {newest && !isTied ? (
        <Alert variant="warning" className="mt-3">
          {t("notPublished", years)}
        </Alert>
      ) : null}
      {isLate ? (
        <Alert variant="warning" className="mt-3">
          {t("afterLaw", { year: String(year + 1) })}
        </Alert>
      ) : null}
      <div className="mt-4">
        <ActionForm
          id="open-year"
          action={openCycleAction}
          errorTitle={t("notOpened")}
          submitLabel={t("open", years)}
          busyLabel={t("opening")}
          buttonVariant="primary"
          fields={[
            { kind: "hidden", name: "requestId", value: randomUUID() },
            newest
              ? { kind: "hidden", name: "year", value: String(year) }
              : {
                  kind: "text",
                  name: "year",
                  label: t("year"),
                  hint: t("yearHint"),
                  type: "number",
                  value: String(year),
                  isRequired: true,
                },
            dayField({ name: "tablesDueAt", label: t("tablesDue"), hint: t("dueHint"), value: dates.tables }),
            dayField({
              name: "narrativeDueAt",
              label: t("narrativeDue"),
              hint: t("statutoryHint", { year: String(year + 1) }),
              value: dates.narrative,
            }),
          ]}
        />
      </div>
    </FormCard>
  );
}
