import { getTranslations } from "next-intl/server";
import { AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { removeIndicatorAction, saveIndicatorAction } from "@/app/(signed-in)/admin/cycles/actions";
import { AdminList } from "@/components/admin/admin-list";
import { AdminListPanel, AdminPanelCard } from "@/components/admin/admin-list-panel";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import type { Indicator } from "@/lib/domain/cycle";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { AdminCycle } from "@/lib/services/load-admin-cycle";
import { routes } from "@/lib/web/routes";

type IndicatorsViewProps = { work: AdminCycle; indicatorKey: string | null };

/** Local figures outside the statutory tables, each given by one unit. */
export async function IndicatorsView({ work, indicatorKey }: IndicatorsViewProps) {
  const t = await getTranslations("admin.cycle");
  const { cycle, indicators, units } = work;
  const chosen = indicators.find(({ key }) => key === indicatorKey);
  const canEdit = cycle.state === "open" && work.report?.state === "draft";
  const nameOf = (id: string) => units.find((unit) => unit.organisationId === id)?.name ?? "";
  return (
    <AdminListPanel
      isAsked={chosen !== undefined}
      list={
        <Card>
          {indicators.length === 0 ? (
            <Empty title={t("noIndicators")}>{t("noIndicatorsText")}</Empty>
          ) : (
            <AdminList
              caption={t("indicatorsCaption")}
              groups={[{ key: "indicators", rows: indicators }]}
              rowKey={(indicator) => indicator.key}
              chosenKey={chosen?.key ?? null}
              linkHead={t("act")}
              linkOf={({ key, label }) =>
                canEdit
                  ? {
                      href: routes.cycle(cycle.id, { view: "indicators", indicator: key }),
                      text: t("change"),
                      name: t("changeOne", { name: label }),
                    }
                  : null
              }
              columns={[
                {
                  key: "label",
                  head: t("indicator"),
                  cell: ({ label, isApproximate }) => (
                    <>
                      {label}
                      {isApproximate ? <span className="text-sm text-ink-3"> {t("approximate")}</span> : null}
                    </>
                  ),
                },
                { key: "unit", head: t("measure"), cell: ({ unit }) => unit },
                {
                  key: "owner",
                  head: t("unit"),
                  className: "text-sm",
                  cell: ({ organisationId }) => nameOf(organisationId),
                },
              ]}
            />
          )}
        </Card>
      }
    >
      {canEdit ? (
        <IndicatorCard work={work} indicator={chosen ?? null} />
      ) : (
        <p className="text-ink-2">{t(cycle.state === "open" ? "reportFinal" : "closedNote")}</p>
      )}
    </AdminListPanel>
  );
}

async function IndicatorCard({ work, indicator }: { work: AdminCycle; indicator: Indicator | null }) {
  const t = await getTranslations("admin.cycle");
  const { cycle, indicators, units } = work;
  const of = { cycleId: cycle.id, key: indicator?.key ?? "" };
  return (
    <AdminPanelCard
      title={indicator ? t("changeIndicator") : t("addIndicator")}
      close={indicator ? { href: routes.cycle(cycle.id, { view: "indicators" }), label: t("close") } : null}
    >
      <AdminForm
        key={indicator?.key ?? "new"}
        id="indicator"
        action={saveIndicatorAction}
        submitLabel={indicator ? t("save") : t("addIndicator")}
        buttonVariant="primary"
        of={of}
        fields={[
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
          <AdminForm
            key={`remove-${indicator.key}`}
            id="remove-indicator"
            action={removeIndicatorAction}
            submitLabel={t("removeIndicator")}
            buttonVariant="danger"
            buttonSize="sm"
            of={of}
          />
        </div>
      ) : null}
    </AdminPanelCard>
  );
}
