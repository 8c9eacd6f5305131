import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatutoryTable } from "@/components/official-table/statutory-table";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Pager } from "@/components/ui/pager";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { Table } from "@/components/ui/table";
import { computeTotals, type Figures } from "@/lib/domain/cell";
import { nameCell } from "@/lib/domain/check/subject-cells";
import type { CellKey, Format } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import type { LedgerRow } from "@/lib/domain/ledger/ledger-row";
import type { Paged } from "@/lib/domain/paging";

type LedgerTableProps = {
  format: Format;
  counts: Figures;
  current: CellKey | null;
  hrefOf: (cellKey: CellKey) => string;
};

/** Table three as the ledger counts it; each number leads to the lines that it counts. */
export function LedgerTable({ format, counts, current, hrefOf }: LedgerTableProps): ReactNode {
  const t = useTranslations("ledger");
  const figures: Figures = { ...counts, ...computeTotals(format, counts) };
  return (
    <ScrollRegion label={t("table")}>
      <StatutoryTable
        tables={getSection(format, "requests").tables}
        label={t("table")}
        renderFigure={(cellKey) => {
          const value = figures[cellKey] ?? "0";
          if (value === "0") return <span className="text-ink-3">0</span>;
          return (
            <Link
              href={hrefOf(cellKey)}
              prefetch={false}
              aria-label={t("rowsOf", { cell: nameCell(format, cellKey), count: Number(value) })}
              aria-current={cellKey === current || undefined}
              className="font-bold"
            >
              {value}
            </Link>
          );
        }}
      />
    </ScrollRegion>
  );
}

type LedgerRowsProps = {
  title: string;
  paged: Paged<LedgerRow>;
  placeOf: (row: LedgerRow) => string;
  kindOf: (key: string | null) => string;
  outcomeOf: (key: string | null) => string;
  hrefOf: (page: number) => string;
};

/** The requests behind one cell, by their lines: no more of them is kept. */
export function LedgerRows({ title, paged, placeOf, kindOf, outcomeOf, hrefOf }: LedgerRowsProps): ReactNode {
  const t = useTranslations("ledger");
  return (
    <Card id="rows">
      <CardHeader>
        <CardTitle>{title}</CardTitle>
      </CardHeader>
      <Table
        caption={title}
        rows={paged.rows}
        rowKey={({ sheet, row }) => `${sheet} ${row}`}
        columns={[
          { key: "place", head: t("line"), isRowHead: true, className: "whitespace-nowrap", cell: placeOf },
          {
            key: "received",
            head: t("role.received"),
            label: t("role.received"),
            className: "whitespace-nowrap",
            cell: ({ received }) => received ?? "",
          },
          { key: "kind", head: t("role.kind"), label: t("role.kind"), cell: ({ kind }) => kindOf(kind) },
          {
            key: "outcome",
            head: t("role.outcome"),
            label: t("role.outcome"),
            cell: ({ outcome }) => outcomeOf(outcome),
          },
          {
            key: "answered",
            head: t("role.answered"),
            label: t("role.answered"),
            className: "whitespace-nowrap",
            cell: ({ answered }) => answered ?? t("none"),
          },
        ]}
      />
      <Pager label={title} paged={paged} hrefOf={hrefOf} />
    </Card>
  );
}
