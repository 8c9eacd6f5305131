import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { ProposedReportList, type ProposedReportView } from "@/components/intake/proposed-report-list";
import { UnitReportForm } from "@/components/intake/unit-report-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Line, LineList } from "@/components/ui/line-list";
import { Page, PageAside, PageColumns, PageHead } from "@/components/ui/page";
import { type Actor, may } from "@/lib/domain/access";
import type { ProposedUnitReport } from "@/lib/domain/own-reports";
import { decideOtherBody, mayTakeUnitReport } from "@/lib/domain/own-reports";
import { formatMoment } from "@/lib/i18n/dates";
import { loadUnitReports } from "@/lib/services/load-unit-reports";
import { requirePermission } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import {
  decideUnitReportAction,
  importUnitReportAction,
  readUnitReportAction,
  withdrawUnitReportAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("intake.take"))("title") };
}

/** Where a unit's own published report comes in, by the unit or by the office; a reviewer is the second person for some. */
export default async function PublishedPage() {
  const actor = await requirePermission("submission:fill", "cycle:manage", "submission:review");
  const now = new Date();
  const t = await getTranslations("intake.take");
  const place = await getTranslations("shell.nav");
  const locale = await getLocale();
  const isOffice = may(actor, "cycle:manage");
  const { units: all, taken, proposed } = await loadUnitReports(getDb(), actor, {}, now);
  const units = all.filter((unit) => unit.isActive && mayTakeUnitReport(actor, unit.id));
  const nameOf = new Map(all.map((unit) => [unit.id, unit.name]));
  const proposals = proposed.map(
    ({ organisationId, proposedByName, proposedAt, ...proposal }): ProposedReportView => ({
      ...proposal,
      unit: nameOf.get(organisationId) ?? "",
      who: proposedByName,
      when: formatMoment(proposedAt, now, locale),
      may: moveOf(actor, { organisationId, ...proposal }),
      requestIds: [randomUUID(), randomUUID()],
    }),
  );
  return (
    <Page>
      {isOffice ? <AdminTabs current="unitReports" hrefs={ADMIN_PLACES} /> : null}
      <PageHead
        title={t("headline")}
        {...(isOffice
          ? {}
          : { crumbs: [{ label: place("desk"), href: routes.desk() }, { label: place("published") }] })}
        lead={t(isOffice ? "leadOffice" : units.length > 0 ? "leadUnit" : "leadReview")}
      />
      <PageColumns>
        <ClientMessages areas={["common", "intake"]}>
          <div className="min-w-0">
            {proposals.length > 0 ? (
              <ProposedReportList
                proposals={proposals}
                actions={{ settle: decideUnitReportAction, withdraw: withdrawUnitReportAction }}
              />
            ) : null}
            {units.length > 0 ? (
              <UnitReportForm
                units={units.map(({ id, name }) => ({ id, name }))}
                read={readUnitReportAction}
                take={importUnitReportAction}
              />
            ) : proposals.length === 0 ? (
              <Empty title={t("nothingWaits")}>{t("nothingWaitsText")}</Empty>
            ) : null}
          </div>
        </ClientMessages>
        <PageAside>
          <TakenReports reports={taken} nameOf={nameOf} now={now} />
        </PageAside>
      </PageColumns>
    </Page>
  );
}

type TakenReportsProps = {
  reports: Awaited<ReturnType<typeof loadUnitReports>>["taken"];
  /** Names of the units by id. */
  nameOf: ReadonlyMap<string, string>;
  now: Date;
};

/** The reports of units that are here already, each with who took it in. */
async function TakenReports({ reports, nameOf, now }: TakenReportsProps) {
  const t = await getTranslations("intake.take");
  const locale = await getLocale();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("taken")}</CardTitle>
      </CardHeader>
      {reports.length === 0 ? (
        <Empty title={t("none")}>{t("noneText")}</Empty>
      ) : (
        <LineList>
          {reports.map(({ organisationId, year, title, importedByName, importedAt, otherBody, confirmedByName }) => (
            <Line key={`${organisationId} ${year}`}>
              <span className="min-w-0 flex-1">
                <b>{nameOf.get(organisationId) ?? ""}</b>　{title}
                <span className="block text-xs text-ink-2">
                  {t("by", { who: importedByName, when: formatMoment(importedAt, now, locale) })}
                </span>
                {otherBody === null ? null : (
                  <span className="block text-xs text-ink-2">
                    {t("otherBodyTaken", { body: otherBody || "none", who: confirmedByName ?? "" })}
                  </span>
                )}
              </span>
            </Line>
          ))}
        </LineList>
      )}
    </Card>
  );
}

/** What this person may do about a report that waits. */
function moveOf(
  actor: Actor,
  proposal: Pick<ProposedUnitReport, "organisationId" | "proposedBy">,
): ProposedReportView["may"] {
  if (decideOtherBody(proposal, "withdraw", actor).ok) return "withdraw";
  return decideOtherBody(proposal, "confirm", actor).ok ? "settle" : null;
}
