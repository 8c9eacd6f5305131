import { LockIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StateBadge } from "@/components/ui/state-badge";
import { Table } from "@/components/ui/table";
import type { ReportState } from "@/lib/domain/report";
import { formatShortDueDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";

type ListedCycle = {
  id: string;
  year: number;
  state: "open" | "closed";
  formatName: string;
  units: number;
  tablesDueAt: Date;
  narrativeDueAt: Date;
  report: { id: string; state: ReportState } | null;
};

type AdminCycleListProps = {
  caption: string;
  cycles: readonly ListedCycle[];
  now: Date;
  hrefOf: (cycleId: string) => string;
  /** Where a published report and its files are; asked for of years that are over. */
  filesOf?: (reportId: string) => string;
};

/** The years, newest first: whether units can still change something, and how far the report is. */
export function AdminCycleList({ caption, cycles, now, hrefOf, filesOf }: AdminCycleListProps): ReactNode {
  const t = useTranslations("admin.cycles");
  const common = useTranslations("common");
  const locale = readLocale(useLocale());
  return (
    <Table
      caption={caption}
      rows={cycles}
      rowKey={(cycle) => cycle.id}
      columns={[
        {
          key: "year",
          head: t("column.year"),
          isRowHead: true,
          cell: (cycle) => <Link href={hrefOf(cycle.id)}>{common("year", { year: String(cycle.year) })}</Link>,
        },
        {
          key: "state",
          head: t("column.state"),
          cell: (cycle) =>
            cycle.state === "open" ? (
              t("isOpen")
            ) : (
              <span className="flex items-center gap-2 text-ink-2">
                <LockIcon />
                {t("isClosed")}
              </span>
            ),
        },
        {
          key: "report",
          head: t("column.report"),
          cell: (cycle) => (cycle.report ? <StateBadge state={`report_${cycle.report.state}`} /> : null),
        },
        { key: "units", head: t("column.units"), cell: (cycle) => cycle.units, isNumber: true },
        {
          key: "dates",
          head: t("column.dates"),
          className: "text-sm whitespace-nowrap",
          cell: (cycle) =>
            t("dates", {
              tables: formatShortDueDay(cycle.tablesDueAt, now, locale),
              narrative: formatShortDueDay(cycle.narrativeDueAt, now, locale),
            }),
        },
        { key: "format", head: t("column.format"), cell: (cycle) => cycle.formatName, className: "text-sm text-ink-2" },
        ...(filesOf
          ? [
              {
                key: "files",
                head: t("column.files"),
                className: "text-sm whitespace-nowrap",
                cell: ({ report, year }: ListedCycle) =>
                  report ? (
                    <Link href={filesOf(report.id)} aria-label={t("filesOf", { year: String(year) })}>
                      {t("files")}
                    </Link>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  );
}
