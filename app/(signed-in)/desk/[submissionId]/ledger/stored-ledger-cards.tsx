import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LedgerLines } from "@/components/ledger/ledger-lines";
import { LedgerRows, LedgerTable } from "@/components/ledger/ledger-table";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { cellsOf, nameCell } from "@/lib/domain/check/subject-cells";
import { listLateAnswers } from "@/lib/domain/ledger/answer-time";
import { rowsOfCell } from "@/lib/domain/ledger/count-ledger";
import { OPEN } from "@/lib/domain/ledger/ledger-row";
import { listRows } from "@/lib/domain/ledger/plan-ledger";
import type { StoredLedger } from "@/lib/domain/ledger/stored-ledger";
import { pageOf } from "@/lib/domain/paging";
import type { SectionWork } from "@/lib/domain/section-work";
import type { CalendarDay } from "@/lib/domain/working-days";
import { localizeFormat } from "@/lib/formats/localize-format";
import { formatMoment } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import { kindName, ledgerLines, outcomeName, placesOf } from "./ledger-words";

type StoredLedgerProps = {
  work: SectionWork;
  ledger: StoredLedger;
  calendar: readonly CalendarDay[];
  now: Date;
  query: { cell: string | null; page: number };
  hrefOf: (query: { cell: string; page?: string }) => string;
};

/** The ledger behind table three: what it counts, the lines behind one of its cells, and those that are to be looked at. */
export async function StoredLedgerCards(props: StoredLedgerProps): Promise<ReactNode> {
  const { work, ledger, calendar, now, query, hrefOf } = props;
  const t = await getTranslations("ledger");
  const locale = readLocale(await getLocale());
  const { year } = work.cycle;
  const format = localizeFormat(work.cycle.format, locale);
  const cell = query.cell !== null && cellsOf(format).get(query.cell)?.sectionId === "requests" ? query.cell : null;
  const late = listLateAnswers(ledger.rows, calendar);
  const lines = await ledgerLines(ledger.sheets, year, { ...listRows(ledger.rows, year), late });
  const differing = work.findings.filter(({ rule }) => rule === "LEDGER-COUNT").flatMap(({ cells }) => cells);
  return (
    <>
      <Card>
        <CardHeader>
          <CardTitle>{t("current")}</CardTitle>
        </CardHeader>
        <CardContent className="space-y-3">
          <p>
            {t("currentText", {
              who: ledger.takenByName,
              when: formatMoment(ledger.takenAt, now, locale),
              rows: ledger.rowCount,
            })}
          </p>
          {differing.length > 0 ? (
            <Alert variant="warning">
              {t("differs", {
                count: differing.length,
                cells: differing.map((key) => nameCell(format, key)).join(t("separator")),
              })}
            </Alert>
          ) : null}
          <p className="text-sm text-ink-2">{t("pick")}</p>
        </CardContent>
        <LedgerTable
          format={format}
          counts={ledger.counts}
          current={cell}
          hrefOf={(key) => `${hrefOf({ cell: key })}#rows`}
        />
      </Card>
      {cell === null ? null : <Rows {...props} cell={cell} />}
      <LedgerLines
        title={t("faults", { count: lines.faults.length + lines.moreFaults })}
        lines={lines.faults}
        more={lines.moreFaults}
      />
      <LedgerLines title={t("late")} lines={lines.late} more={lines.moreLate} note={t("lateNote")} />
      <LedgerLines title={t("notes")} lines={lines.notes} more={lines.moreNotes} />
    </>
  );
}

async function Rows({ work, ledger, query, hrefOf, cell }: StoredLedgerProps & { cell: string }): Promise<ReactNode> {
  const t = await getTranslations("ledger");
  const format = localizeFormat(work.cycle.format, readLocale(await getLocale()));
  const rows = rowsOfCell(ledger.rows, { format, year: work.cycle.year, cellKey: cell });
  const [nameOfKind, nameOfOutcome] = [kindName(format), outcomeName(format)];
  return (
    <LedgerRows
      title={t("rowsTitle", { cell: nameCell(format, cell), count: rows.length })}
      paged={pageOf(rows, query.page)}
      placeOf={placesOf(ledger.sheets, t)}
      kindOf={(key) => (key === null ? t("none") : nameOfKind(key))}
      outcomeOf={(key) => (key === null || key === OPEN ? t("isOpen") : nameOfOutcome(key))}
      hrefOf={(page) => `${hrefOf({ cell, page: `${page}` })}#rows`}
    />
  );
}
