import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { TakeReportForm } from "@/components/intake/take-report-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Line, LineList } from "@/components/ui/line-list";
import { Page, PageAside, PageColumns, PageHead } from "@/components/ui/page";
import { withActor } from "@/db/connect";
import { listUnits } from "@/db/queries/organisations";
import { listTakenReports } from "@/db/queries/unit-reports";
import { may, unitsFilledBy } from "@/lib/domain/access";
import { formatMoment } from "@/lib/i18n/dates";
import { requirePermission } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { importUnitReportAction, readPublishedAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("intake.take"))("title") };
}

/** Where a unit's own published report comes in, by the unit or by the office. */
export default async function PublishedPage() {
  const actor = await requirePermission("submission:fill", "cycle:manage");
  const now = new Date();
  const t = await getTranslations("intake.take");
  const place = await getTranslations("shell.nav");
  const locale = await getLocale();
  const isOffice = may(actor, "cycle:manage");
  const own = unitsFilledBy(actor);
  const { districtId, scope } = actor;
  const [all, taken] = await withActor(getDb(), actor, (tx) =>
    Promise.all([listUnits(tx, { districtId }), listTakenReports(tx, { scope })]),
  );
  const units = all.filter((unit) => unit.isActive && (isOffice || own.includes(unit.id)));
  const nameOf = new Map(all.map((unit) => [unit.id, unit.name]));
  return (
    <Page>
      {isOffice ? <AdminTabs current="unitReports" hrefs={ADMIN_PLACES} /> : null}
      <PageHead
        title={t("headline")}
        {...(isOffice
          ? {}
          : { crumbs: [{ label: place("desk"), href: routes.desk() }, { label: place("published") }] })}
      >
        <p>{t(isOffice ? "leadOffice" : "leadUnit")}</p>
      </PageHead>
      <PageColumns>
        <ClientMessages areas={["common", "intake"]}>
          <TakeReportForm
            units={units.map(({ id, name }) => ({ id, name }))}
            isOffice={isOffice}
            actions={{ read: readPublishedAction, take: importUnitReportAction }}
          />
        </ClientMessages>
        <PageAside>
          <Card>
            <CardHeader>
              <CardTitle>{t("taken")}</CardTitle>
            </CardHeader>
            {taken.length === 0 ? (
              <Empty title={t("none")}>{t("noneText")}</Empty>
            ) : (
              <LineList>
                {taken.map(({ organisationId, year, title, importedByName, importedAt }) => (
                  <Line key={`${organisationId} ${year}`}>
                    <span className="min-w-0 flex-1">
                      <b>{nameOf.get(organisationId) ?? ""}</b>　{title}
                      <span className="block text-xs text-ink-2">
                        {t("by", { who: importedByName, when: formatMoment(importedAt, now, locale) })}
                      </span>
                    </span>
                  </Line>
                ))}
              </LineList>
            )}
          </Card>
        </PageAside>
      </PageColumns>
    </Page>
  );
}
