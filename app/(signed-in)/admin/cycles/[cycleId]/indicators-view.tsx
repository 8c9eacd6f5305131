import { getTranslations } from "next-intl/server";
import {
  orderIndicatorAction,
  removeIndicatorAction,
  saveIndicatorAction,
} from "@/app/(signed-in)/admin/cycles/actions";
import { Empty } from "@/components/ui/empty";
import { nameField } from "@/components/ui/form-fields";
import type { FormField } from "@/components/ui/form-input";
import { type Indicator, unitsGiving } from "@/lib/domain/cycle";
import { INDICATOR_ROLL_UPS } from "@/lib/domain/indicator-roll-up";
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
          cell: (indicator) =>
            isRatio(indicator)
              ? nameOfUnit(indicator.organisationId)
              : unitsGiving(indicator).map(nameOfUnit).join(t("unitSeparator")),
        },
        {
          key: "rollsUp",
          head: t("rollsUp"),
          className: "text-sm",
          cell: (indicator) => <RollsUp indicator={indicator} indicators={indicators} />,
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

function isRatio({ rollsUp }: Indicator): boolean {
  return rollsUp === "ratio";
}

/** How the district's value comes about, in the administrator's list. */
async function RollsUp({ indicator, indicators }: { indicator: Indicator; indicators: readonly Indicator[] }) {
  const t = await getTranslations("admin.cycle");
  const { rollsUp = "sum", ratioOf = [] } = indicator;
  const named = ratioOf.map((key) => indicators.find((other) => other.key === key)?.label ?? "");
  return rollsUp === "ratio" ? named.join(" ÷ ") : t(`rollsUpOf.${rollsUp}`);
}

async function indicatorFields(work: AdminCycle, indicator: Indicator | null): Promise<FormField[]> {
  const { indicators } = work;
  const owners = unitChoices(work, indicator ? [indicator.organisationId, ...(indicator.alsoFrom ?? [])] : []);
  const t = await getTranslations("admin.cycle");
  const position = indicator?.position ?? (indicators.at(-1)?.position ?? 0) + 1;
  const ratioChoices = [
    { value: "", label: t("noRatio") },
    ...indicators
      .filter((other) => other.key !== indicator?.key && other.rollsUp !== "ratio" && other.rollsUp !== "none")
      .map(({ key, label }) => ({ value: key, label })),
  ];
  const [over = "", under = ""] = indicator?.ratioOf ?? [];
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
    {
      kind: "checks",
      name: "alsoFrom[]",
      label: t("alsoFrom"),
      hint: owners.isCut ? t("searchUnitFirst") : t("alsoFromHint"),
      values: indicator?.alsoFrom ?? [],
      choices: owners.choices,
    },
    {
      kind: "select",
      name: "rollsUp",
      label: t("rollsUp"),
      hint: t("rollsUpHint"),
      value: indicator?.rollsUp ?? "sum",
      choices: INDICATOR_ROLL_UPS.map((value) => ({ value, label: t(`rollsUpOf.${value}`) })),
    },
    {
      kind: "select",
      name: "ratioOver",
      label: t("ratioOver"),
      hint: t("ratioHint"),
      value: over,
      choices: ratioChoices,
    },
    { kind: "select", name: "ratioUnder", label: t("ratioUnder"), value: under, choices: ratioChoices },
    {
      kind: "text",
      type: "number",
      name: "decimals",
      label: t("decimals"),
      value: String(indicator?.decimals ?? 2),
    },
    {
      kind: "textarea",
      name: "help",
      label: t("indicatorHelp"),
      hint: t("indicatorHelpHint"),
      value: indicator?.help ?? "",
      limit: LIMIT.note,
    },
  ];
}
