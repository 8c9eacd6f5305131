import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import type { LedgerLine } from "@/lib/domain/ledger/ledger-view";

type LedgerLinesProps = { title: string; lines: readonly LedgerLine[]; more: number; note?: string };

/** Lines of a ledger by sheet and number, with what is said of each; nothing where there are none. */
export function LedgerLines({ title, lines, more, note }: LedgerLinesProps): ReactNode {
  const t = useTranslations("ledger");
  if (lines.length === 0) return null;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
      </CardHeader>
      {note ? <CardContent className="text-sm text-ink-2">{note}</CardContent> : null}
      <Table
        caption={title}
        rows={lines}
        rowKey={({ place }) => place}
        columns={[
          {
            key: "place",
            head: t("line"),
            isRowHead: true,
            className: "font-normal whitespace-nowrap",
            cell: ({ place }) => place,
          },
          { key: "text", head: t("why"), className: "w-full", cell: ({ text }) => text },
        ]}
      />
      {more > 0 ? <CardContent className="text-sm text-ink-2">{t("more", { count: more })}</CardContent> : null}
    </Card>
  );
}
