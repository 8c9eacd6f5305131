import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Table } from "@/components/ui/table";
import type { TracedUnit } from "@/lib/domain/trace-figure";
import { formatMoment } from "@/lib/i18n/dates";
import { formatFigure } from "@/lib/i18n/numbers";

type TracedUnitsProps<Unit extends TracedUnit> = {
  units: readonly Unit[];
  now: Date;
  words: Readonly<Record<"caption" | "unit" | "value" | "share" | "version" | "submitted" | "approved", string>>;
  shareOf: (unit: Unit) => ReactNode;
  versionOf: (unit: Unit) => ReactNode;
  /** The same figure in a published report of a government below. */
  hrefOfReport: (reportId: string) => string;
};

/** The units that make up a figure: how much is whose, and who submitted and approved it. */
export function TracedUnits<Unit extends TracedUnit>(props: TracedUnitsProps<Unit>): ReactNode {
  const { units, now, words, shareOf, versionOf, hrefOfReport } = props;
  const cell = "py-1.75 text-sm font-normal";
  return (
    <Table
      className="border-t border-line"
      caption={words.caption}
      rows={units}
      rowKey={({ unit }) => unit}
      columns={[
        {
          key: "unit",
          head: words.unit,
          isRowHead: true,
          className: cell,
          cell: (unit) => <UnitName {...unit} hrefOfReport={hrefOfReport} />,
        },
        {
          key: "value",
          head: words.value,
          isNumber: true,
          className: cell,
          cell: ({ value }) => <b>{formatFigure(value)}</b>,
        },
        {
          key: "share",
          head: words.share,
          className: cn(cell, "whitespace-nowrap"),
          cell: (unit) => (unit.share === null ? null : shareOf(unit)),
        },
        { key: "version", head: words.version, className: cn(cell, "whitespace-nowrap"), cell: versionOf },
        {
          key: "submitted",
          head: words.submitted,
          label: words.submitted,
          className: cell,
          cell: ({ submittedBy, submittedAt }) => <ByWhom name={submittedBy} at={submittedAt} now={now} />,
        },
        {
          key: "approved",
          head: words.approved,
          label: words.approved,
          className: cell,
          cell: ({ approvedBy, approvedAt }) => <ByWhom name={approvedBy} at={approvedAt} now={now} />,
        },
      ]}
    />
  );
}

type UnitNameProps = Pick<TracedUnit, "unit" | "report"> & { hrefOfReport: (reportId: string) => string };

/** A government below leads on to the same figure of the report that it published. */
function UnitName({ unit, report, hrefOfReport }: UnitNameProps): ReactNode {
  return report ? <a href={hrefOfReport(report.id)}>{unit}</a> : unit;
}

function ByWhom({ name, at, now }: { name: string; at: string; now: Date }): ReactNode {
  const locale = useLocale();
  return (
    <>
      {name}
      <small className="block text-xs text-ink-3">{formatMoment(new Date(at), now, locale)}</small>
    </>
  );
}
