import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Empty } from "@/components/ui/empty";
import { Table } from "@/components/ui/table";
import type { ReportDocument } from "@/lib/domain/report-document";
import { formatFigure } from "@/lib/i18n/numbers";

type Indicator = ReportDocument["indicators"][number];

/** Figures outside the statutory tables, with the units that give each and how the district's value comes from theirs. */
export function RollUpIndicators({ indicators }: { indicators: readonly Indicator[] }): ReactNode {
  const t = useTranslations("rollup");
  if (indicators.length === 0) return <Empty title={t("noIndicators.title")}>{t("noIndicators.text")}</Empty>;
  return (
    <Table
      caption={t("indicator.caption")}
      rows={indicators}
      rowKey={(indicator) => indicator.key}
      columns={[
        { key: "label", head: t("indicator.label"), isRowHead: true, cell: (indicator) => indicator.label },
        {
          key: "owner",
          head: t("indicator.owner"),
          className: "text-sm text-ink-2",
          cell: (indicator) => <IndicatorParts indicator={indicator} />,
        },
        {
          key: "rollsUp",
          head: t("indicator.rollsUp"),
          className: "text-sm text-ink-2",
          cell: (indicator) => t(`indicator.how.${indicator.rollsUp ?? "single"}`),
        },
        {
          key: "value",
          head: t("indicator.value"),
          isNumber: true,
          cell: (indicator) => <IndicatorValue indicator={indicator} />,
        },
      ]}
    />
  );
}

/** What each of several units gave, so that the district's value can be added up by hand. */
function IndicatorParts({ indicator }: { indicator: Indicator }): ReactNode {
  const t = useTranslations("rollup.indicator");
  const parts = indicator.parts ?? [];
  if (parts.length === 0) return indicator.owner;
  const given = parts.filter(({ value }) => value !== null).length;
  return (
    <>
      <span>{t("reported", { given, all: parts.length })}</span>
      <ul>
        {parts.map(({ unit, value }) => (
          <li key={unit}>{t("part", { unit, value: value === null ? t("blank") : formatFigure(value) })}</li>
        ))}
      </ul>
    </>
  );
}

function IndicatorValue({ indicator }: { indicator: Indicator }): ReactNode {
  const t = useTranslations("rollup.indicator");
  if (indicator.value === null) {
    return <span className="text-sm text-ink-3">{t(indicator.rollsUp === "none" ? "how.none" : "blank")}</span>;
  }
  const value = formatFigure(indicator.value);
  return (
    <span className="whitespace-nowrap">
      <span className={indicator.value === "0" ? "text-ink-3" : "font-bold"}>
        {indicator.isApproximate ? t("approximate", { value }) : value}
      </span>{" "}
      <span className="text-xs text-ink-3">{indicator.unit}</span>
    </span>
  );
}
