import { getTranslations } from "next-intl/server";
import {
  orderIndicatorAction,
  removeIndicatorAction,
  saveIndicatorAction,
} from "@/app/(signed-in)/admin/cycles/actions";
import { Empty } from "@/components/ui/empty";
import { nameField } from "@/components/ui/form-fields";
import type { FormField } from "@/components/ui/form-input";
import type { Indicator } from "@/lib/domain/cycle";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { ListSearch } from "@/lib/domain/inputs/list-search";
import { flatOrder } from "@/lib/domain/outline-order";
import type { AdminCycle } from "@/lib/services/load-admin-cycle";
import { CycleEntries } from "./cycle-entries";
import { unitChoices } from "./unit-choices";

type IndicatorsViewProps = { work: AdminCycle; search: ListSearch; indicatorKey: string | null; isOrdering: boolean };

/** Local figures outside the statutory tables, each given by one unit. */
export async function IndicatorsView({ work, search, indicatorKey, isOrdering }: IndicatorsViewProps) {
  const t = await getTranslations("admin.cycle");
  const order = await getTranslations("order");
  const { indicators, units } = work;
  const chosen = indicators.find(({ key }) => key === indicatorKey) ?? null;
  const nameOfUnit = (id: string) => units.find((unit) => unit.organisationId === id)?.name ?? "";
  return (
    <CycleEntries
      work={work}
      search={search}
      kind="indicator"
      caption={t("indicatorsCaption")}
      groups={[{ key: "indicators", rows: indicators }]}
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
          cell: ({ organisationId }) => nameOfUnit(organisationId),
        },
      ]}
      chosen={chosen}
      nameOf={({ label }) => label}
      empty={<Empty title={t("noIndicators")}>{t("noIndicatorsText")}</Empty>}
      words={{ add: t("addIndicator"), change: t("changeIndicator"), remove: t("removeIndicator") }}
      save={saveIndicatorAction}
      remove={removeIndicatorAction}
      fields={await indicatorFields(work, chosen)}
      orderHint={order("hintFlat")}
      order={
        isOrdering
          ? {
              action: orderIndicatorAction,
              groups: [
                { key: "indicators", nodes: flatOrder(indicators.map(({ key, label }) => ({ key, name: label }))) },
              ],
            }
          : null
      }
    />
  );
}

async function indicatorFields(work: AdminCycle, indicator: Indicator | null): Promise<FormField[]> {
  const { indicators } = work;
  const owners = unitChoices(work, indicator ? [indicator.organisationId] : []);
  const t = await getTranslations("admin.cycle");
  const position = indicator?.position ?? (indicators.at(-1)?.position ?? 0) + 1;
  return [
    { kind: "hidden", name: "position", value: String(position) },
    nameField({ name: "label", label: t("indicatorLabel"), hint: t("indicatorHint"), value: indicator?.label ?? "" }),
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
      hint: owners.isCut ? t("searchUnitFirst") : undefined,
      value: indicator?.organisationId ?? owners.choices[0]?.value ?? "",
      choices: owners.choices,
    },
    {
      kind: "checkbox",
      name: "isApproximate",
      label: t("isApproximate"),
      isChecked: indicator?.isApproximate ?? false,
    },
  ];
}
