import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CELL, MATRIX_CELLS, NOTE, OverviewMatrixCell } from "@/components/overview/overview-matrix-cell";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Progress } from "@/components/ui/progress";
import { StateBadge } from "@/components/ui/state-badge";
import { type Cycle, dueDateOf } from "@/lib/domain/cycle";
import type { FormatSection } from "@/lib/domain/format";
import type { OverviewRow } from "@/lib/domain/overview";
import type { ProgressFilter } from "@/lib/domain/progress";
import { formatShortDueDay } from "@/lib/i18n/dates";

const HEAD =
  "sticky top-top z-4 border-b border-line-2 bg-surface px-2.5 py-1.5 text-left text-xs font-normal text-ink-2 max-2xl:static";

/** The unit stays in sight while its sections pass. */
const UNIT =
  "max-2xl:sticky max-2xl:top-auto max-2xl:left-0 max-2xl:z-3 max-2xl:bg-surface max-2xl:shadow-[inset_-1px_0_0_var(--color-line)]";

type OverviewMatrixProps = {
  cycle: Cycle;
  rows: readonly OverviewRow[];
  /** Sections that are shown, in the order of the form. */
  sections: readonly FormatSection[];
  filter: ProgressFilter;
  now: Date;
  hrefOf: (submissionId: string) => string;
  /** True where units can be chosen to be reminded. */
  isChoosing: boolean;
};

/** Units by sections: who has what, what waits, what is late. On a phone a list by unit, with a line a section. */
export function OverviewMatrix(props: OverviewMatrixProps): ReactNode {
  const { cycle, rows, sections, now, isChoosing } = props;
  const t = useTranslations("overview.matrix");
  const name = useTranslations("common.section");
  const locale = useLocale();
  return (
    <div className="relative max-2xl:overflow-x-auto max-md:overflow-visible">
      <table className="w-full table-fixed border-separate border-spacing-0 max-2xl:min-w-270 max-md:block max-md:min-w-0">
        <caption className="sr-only">{t("caption", { year: String(cycle.year) })}</caption>
        <colgroup className="max-md:hidden">
          {isChoosing ? <col style={{ width: 40 }} /> : null}
          <col style={{ width: 190 }} />
          <col style={{ width: 100 }} />
          {sections.map((section) => (
            <col key={section.id} />
          ))}
        </colgroup>
        <thead className="max-md:hidden">
          <tr>
            {isChoosing ? (
              <th className={HEAD} scope="col">
                <span className="sr-only">{t("choose")}</span>
              </th>
            ) : null}
            <th className={cn(HEAD, UNIT)} scope="col">
              {t("unit")}
            </th>
            <th className={HEAD} scope="col">
              {t("approved")}
            </th>
            {sections.map((section) => (
              <th key={section.id} className={HEAD} scope="col">
                {name(section.id)}
                <small className={cn(NOTE, "pl-0")}>
                  {formatShortDueDay(dueDateOf(cycle, section.id), now, locale)}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={cn(MATRIX_CELLS, "max-md:block")}>
          {rows.map((row) => (
            <Row key={row.unit.organisationId} {...props} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = OverviewMatrixProps & { row: OverviewRow };

function Row({ row, sections, filter, now, hrefOf, isChoosing }: RowProps): ReactNode {
  const t = useTranslations("overview.matrix");
  const { unit, cells, isRemindedToday } = row;
  const unitCells = Object.values(cells);
  const approved = unitCells.filter((cell) => cell.state === "approved").length;
  const isExempt = unit.exemptReason !== null;
  return (
    <tr className="group/row max-md:grid max-md:grid-cols-[auto_minmax(0,1fr)_auto] max-md:items-center max-md:border-b max-md:border-line-2 max-md:last:border-b-0">
      {isChoosing ? (
        <td className={cn(CELL, "border-l-0 pl-4 max-md:col-auto max-md:border-t-0")}>
          <Checkbox
            className="flex max-md:min-w-7"
            name="organisationIds[]"
            value={unit.organisationId}
            aria-label={t("chooseUnit", { unit: unit.name })}
          />
        </td>
      ) : null}
      <th
        className={cn(
          UNIT,
          "border-b border-line px-2.5 py-1.5 text-left text-base leading-5 font-bold group-last/row:border-b-0 max-md:static max-md:block max-md:border-b-0 max-md:px-4 max-md:py-3 max-md:shadow-none",
          isChoosing && "max-md:pl-2",
        )}
        scope="row"
      >
        {unit.name}
        {unit.isOffice ? <span className="font-normal text-ink-3">{t("office")}</span> : null}
        {isRemindedToday ? <small className={cn(NOTE, "pl-0")}>{t("remindedToday")}</small> : null}
      </th>
      <td
        className={cn(
          CELL,
          "border-l-0 px-2.5 py-1 max-md:col-auto max-md:border-t-0 max-md:px-4 max-md:py-2 max-md:text-right",
        )}
      >
        {isExempt ? (
          <StateBadge state="exempt" />
        ) : (
          <>
            <Progress
              className="mb-0.75 w-20"
              label={t("progress", { approved, total: unitCells.length })}
              parts={[{ value: approved, kind: "ok" }]}
              total={unitCells.length}
            />
            <small className={cn(NOTE, "pl-0")} aria-hidden="true">
              {approved} / {unitCells.length}
            </small>
          </>
        )}
      </td>
      {sections.map((section) => (
        <OverviewMatrixCell
          key={section.id}
          sectionId={section.id}
          cell={cells[section.id] ?? null}
          isExempt={isExempt}
          filter={filter}
          now={now}
          hrefOf={hrefOf}
        />
      ))}
    </tr>
  );
}

/** What the silhouettes mean. */
export function OverviewLegend(): ReactNode {
  const t = useTranslations("overview.matrix");
  const states = ["not_started", "draft", "awaiting_signature", "submitted", "returned", "approved"] as const;
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-3">
      {states.map((state) => (
        <StateBadge key={state} state={state} />
      ))}
      <span>{t("hatch")}</span>
    </p>
  );
}
