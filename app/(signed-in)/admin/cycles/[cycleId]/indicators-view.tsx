import { randomUUID } from "node:crypto";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { removeIndicatorAction, saveIndicatorAction } from "@/app/(signed-in)/admin/cycles/actions";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageColumns } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import type { Indicator } from "@/lib/domain/cycle";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { CycleAdminWork } from "@/lib/services/load-admin";
import { routes } from "@/lib/web/routes";

type IndicatorsViewProps = { work: CycleAdminWork; indicatorKey: string | null };

/** Local figures outside the statutory tables, each given by one unit. */
export async function IndicatorsView({ work, indicatorKey }: IndicatorsViewProps) {
  const t = await getTranslations("admin.cycle");
  const { cycle, indicators, units } = work;
  const chosen = indicators.find((one) => one.key === indicatorKey);
  const canEdit = cycle.state === "open" && work.report?.state === "draft";
  const nameOf = (id: string) => units.find((unit) => unit.organisationId === id)?.name ?? "";
  return (
    <PageColumns>
      <Card>
        {indicators.length === 0 ? (
          <Empty title={t("noIndicators")}>{t("noIndicatorsText")}</Empty>
        ) : (
          <Table
            caption={t("indicatorsCaption")}
            className="alst"
            rows={indicators}
            rowKey={(one) => one.key}
            columns={[
              {
                key: "label",
                head: t("indicator"),
                isRowHead: true,
                cell: (one) => (
                  <>
                    {one.label}
                    {one.isApproximate ? <span className="text-sm text-ink-3"> {t("approximate")}</span> : null}
                  </>
                ),
              },
              { key: "unit", head: t("measure"), cell: (one) => one.unit },
              { key: "owner", head: t("unit"), cell: (one) => nameOf(one.organisationId), className: "text-sm" },
              {
                key: "act",
                head: t("act"),
                isHeadHidden: true,
                className: "num",
                cell: (one) =>
                  canEdit ? (
                    <Link
                      className="btn btn-s"
                      href={`${routes.cycle(cycle.id, { view: "indicators", indicator: one.key })}#panel`}
                      aria-label={t("changeOne", { name: one.label })}
                    >
                      {t("change")}
                    </Link>
                  ) : null,
              },
            ]}
          />
        )}
      </Card>
      <aside className={chosen ? "side is-asked astack" : "side astack"} id="panel">
        {canEdit ? (
          <IndicatorCard work={work} indicator={chosen ?? null} />
        ) : (
          <p className="text-ink-2">{t(cycle.state === "open" ? "reportFinal" : "closedNote")}</p>
        )}
      </aside>
    </PageColumns>
  );
}

async function IndicatorCard({ work, indicator }: { work: CycleAdminWork; indicator: Indicator | null }) {
  const t = await getTranslations("admin.cycle");
  const { cycle, indicators, units } = work;
  const ids = [
    { kind: "hidden" as const, name: "requestId", value: randomUUID() },
    { kind: "hidden" as const, name: "cycleId", value: cycle.id },
    { kind: "hidden" as const, name: "key", value: indicator?.key ?? "" },
  ];
  return (
    <Card>
      <CardHeader>
        <CardTitle>{indicator ? t("changeIndicator") : t("addIndicator")}</CardTitle>
        {indicator ? (
          <ButtonLink size="sm" variant="ghost" href={routes.cycle(cycle.id, { view: "indicators" })}>
            {t("close")}
          </ButtonLink>
        ) : undefined}
      </CardHeader>
      <CardContent>
        <ActionForm
          key={indicator?.key ?? "new"}
          id="indicator"
          action={saveIndicatorAction}
          errorTitle={t("notSaved")}
          submitLabel={indicator ? t("save") : t("addIndicator")}
          busyLabel={t("saving")}
          buttonVariant="primary"
          fields={[
            ...ids,
            {
              kind: "hidden",
              name: "position",
              value: String(indicator?.position ?? (indicators.at(-1)?.position ?? 0) + 1),
            },
            {
              kind: "text",
              name: "label",
              label: t("indicatorLabel"),
              hint: t("indicatorHint"),
              value: indicator?.label ?? "",
              isRequired: true,
              limit: LIMIT.name,
            },
            {
              kind: "text",
              name: "unit",
              label: t("measure"),
              hint: t("measureHint"),
              value: indicator?.unit ?? "",
              isRequired: true,
              limit: LIMIT.mark,
            },
            {
              kind: "select",
              name: "organisationId",
              label: t("indicatorUnit"),
              value: indicator?.organisationId ?? units[0]?.organisationId ?? "",
              choices: units.map((unit) => ({ value: unit.organisationId, label: unit.name })),
            },
            {
              kind: "checkbox",
              name: "isApproximate",
              label: t("isApproximate"),
              isChecked: indicator?.isApproximate ?? false,
            },
          ]}
        />
        {indicator ? (
          <div className="mt-4">
            <ActionForm
              key={`remove-${indicator.key}`}
              id="remove-indicator"
              action={removeIndicatorAction}
              errorTitle={t("notSaved")}
              submitLabel={t("removeIndicator")}
              busyLabel={t("saving")}
              buttonVariant="danger"
              buttonSize="sm"
              fields={ids}
            />
          </div>
        ) : null}
      </CardContent>
    </Card>
  );
}
