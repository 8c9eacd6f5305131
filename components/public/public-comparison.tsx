import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { YearsChart } from "@/components/public/public-years-chart";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import type { ComparedBody, Comparison, PublishedFigure } from "@/lib/domain/compare-reports";
import { compareDecimals } from "@/lib/domain/decimal";
import { type DecimalText, readFigure } from "@/lib/domain/figure";
import { formatFigure } from "@/lib/i18n/numbers";

type PublicComparisonProps = {
  comparison: Comparison;
  /** What the figure is called, and what it counts. */
  place: string;
  unit: string;
  hrefOf: (reportId: string) => string;
};

/** One figure of several bodies over the years: a row a body, and a chart of each on one scale. */
export function PublicComparison({ comparison, place, unit, hrefOf }: PublicComparisonProps): ReactNode {
  const t = useTranslations("public.compare");
  const { years, bodies } = comparison;
  const [newest, before] = [years.at(-1), years.at(-2)];
  return (
    <Card aria-labelledby="compared">
      <CardHeader>
        <CardTitle id="compared">
          {place} <span className="font-normal text-ink-3">{unit}</span>
        </CardTitle>
      </CardHeader>
      <div className="overflow-x-auto">
        <Table
          caption={t("caption", { place })}
          rows={bodies}
          rowKey={({ districtId }) => districtId}
          columns={[
            { key: "body", head: t("body"), isRowHead: true, cell: ({ name }) => name },
            ...years.map((year) => ({
              key: String(year),
              head: String(year),
              label: String(year),
              isNumber: true,
              cell: ({ figures }: ComparedBody) => <FigureCell figure={figures.get(year)} hrefOf={hrefOf} />,
            })),
            ...(before === undefined
              ? []
              : [
                  {
                    key: "change",
                    head: t("change", { newest: String(newest), before: String(before) }),
                    label: t("change", { newest: String(newest), before: String(before) }),
                    isNumber: true,
                    cell: ({ change }: ComparedBody) => (change === null ? "—" : withSign(change)),
                  },
                ]),
          ]}
        />
      </div>
      <ComparisonCharts comparison={comparison} unit={unit} />
    </Card>
  );
}

type FigureCellProps = { figure: PublishedFigure | undefined; hrefOf: (reportId: string) => string };

function FigureCell({ figure, hrefOf }: FigureCellProps): ReactNode {
  const t = useTranslations("public.compare");
  if (!figure) return <span className="text-sm text-ink-3">{t("noReport")}</span>;
  if (!figure.hasCell) return <span className="text-sm text-ink-3">{t("notAsked")}</span>;
  return (
    <a className="inline-block min-w-6 py-1" href={hrefOf(figure.reportId)}>
      {formatFigure(figure.value) || t("blank")}
    </a>
  );
}

function ComparisonCharts({ comparison, unit }: Pick<PublicComparisonProps, "comparison" | "unit">): ReactNode {
  const t = useTranslations("public.compare");
  const numbers = comparison.bodies.flatMap(({ figures }) => [...figures.values()].flatMap(numberOf));
  const longest = numbers.reduce((most, value) => (compareDecimals(value, most) > 0 ? value : most), "0");
  if (numbers.some((value) => value.startsWith("-"))) {
    return <p className="border-t border-line px-4 py-3 text-sm text-ink-2">{t("negative")}</p>;
  }
  if (longest === "0") return null;
  return (
    <div className="border-t border-line px-4 pt-3 pb-2">
      {comparison.bodies.length > 1 ? <p className="text-sm text-ink-2">{t("scale")}</p> : null}
      <div className="flex flex-wrap gap-x-6">
        {comparison.bodies.map(({ districtId, name, figures }) => (
          <YearsChart
            key={districtId}
            title={name}
            unit={unit}
            scale={longest}
            values={[...figures.values()].map((figure) => ({ year: figure.year, value: numberOf(figure)[0] ?? null }))}
          />
        ))}
      </div>
    </div>
  );
}

function numberOf({ hasCell, value }: PublishedFigure): DecimalText[] {
  const figure = readFigure(value);
  return hasCell && figure.kind === "number" ? [figure.value] : [];
}

function withSign(change: DecimalText): string {
  return change.startsWith("-") || change === "0" ? formatFigure(change) : `+${formatFigure(change)}`;
}
