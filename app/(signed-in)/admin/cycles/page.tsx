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
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { getDb } from "@/db/client";
import { withActor } from "@/db/connect";
import { lastDay, suggestedDates, yearToReport } from "@/lib/domain/administration";
import { statutoryDueDate } from "@/lib/domain/cycle";
import { formatForYear } from "@/lib/formats";
import { type CycleWithReport, loadAdmin } from "@/lib/services/load-admin";
import { requirePermission } from "@/lib/web/actor";
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
  const { cycles, units } = await withActor(getDb(), actor, (tx) => loadAdmin(tx, actor, now));
  const [newest] = cycles;

  return (
    <div className="page">
      <AdminTabs current="cycles" hrefs={ADMIN_PLACES} />
      <PageHead
        title={
          newest?.state === "open"
            ? t("titleOpen", { year: String(newest.year) })
            : t(newest ? "titleClosed" : "titleNone")
        }
      >
        <p>{t("lead")}</p>
      </PageHead>
      <div className="cols">
        <Card title={t("all")}>
          {cycles.length === 0 ? (
            <Empty title={t("empty")}>{t("emptyText")}</Empty>
          ) : (
            <AdminCycleList cycles={cycles} now={now} hrefOf={(id) => routes.cycle(id)} />
          )}
        </Card>
        <aside className="side">
          <OpenCard newest={newest ?? null} units={units.filter((unit) => unit.isActive).length} now={now} />
          <p className="sm mt16">
            <Link href={routes.published()}>{take("openOffice")}</Link>
          </p>
        </aside>
      </div>
    </div>
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
    <Card title={t("open", years)} isPadded>
      <ul className="sm sec stack">
        <li>{t("units", { count: units })}</li>
        <li>{newest ? t("carried", years) : t("standard")}</li>
        {newest && isTied ? <li>{t("carriedIn", years)}</li> : null}
        <li>{t("format", { format: format?.name ?? "", document: format?.document ?? "" })}</li>
      </ul>
      {newest ? null : (
        <p className="sm mt12">
          <Link href={routes.pastReports()}>{past("first", years)}</Link>
        </p>
      )}
      {newest && !isTied ? (
        <Alert kind="warning" className="mt12">
          {t("notPublished", years)}
        </Alert>
      ) : null}
      {isLate ? (
        <Alert kind="warning" className="mt12">
          {t("afterLaw", { year: String(year + 1) })}
        </Alert>
      ) : null}
      <div className="mt16">
        <ActionForm
          id="open-year"
          action={openCycleAction}
          errorTitle={t("notOpened")}
          submitLabel={t("open", years)}
          busyLabel={t("opening")}
          buttonKind="primary"
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
            {
              kind: "text",
              name: "tablesDueAt",
              label: t("tablesDue"),
              hint: t("dueHint"),
              type: "date",
              value: dates.tables,
              isRequired: true,
            },
            {
              kind: "text",
              name: "narrativeDueAt",
              label: t("narrativeDue"),
              hint: t("statutoryHint", { year: String(year + 1) }),
              type: "date",
              value: dates.narrative,
              isRequired: true,
            },
          ]}
        />
      </div>
    </Card>
  );
}
