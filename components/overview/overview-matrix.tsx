"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  CELL,
  MATRIX_CELLS,
  type MatrixCell,
  NOTE,
  OverviewMatrixCell,
} from "@/components/overview/overview-matrix-cell";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Progress } from "@/components/ui/progress";
import { StateBadge } from "@/components/ui/state-badge";
import type { SectionId } from "@/lib/domain/format";

const HEAD =
  "sticky top-top z-4 border-b border-line-2 bg-surface px-2.5 py-1.5 text-left text-xs font-normal text-ink-2 max-2xl:static";

/** The unit stays in sight while its sections pass. */
const UNIT =
  "max-2xl:sticky max-2xl:top-auto max-2xl:left-0 max-2xl:z-3 max-2xl:bg-surface max-2xl:border-r max-2xl:border-r-line";

/** A section's column. */
export type MatrixColumn = { sectionId: SectionId; name: string; due: string };

/** One unit with where its sections stand. */
export type MatrixRow = {
  organisationId: string;
  unit: string;
  isOffice: boolean;
  isExempt: boolean;
  isRemindedToday: boolean;
  /** Of all its sections, also of those that have no column now. */
  approved: number;
  sections: number;
  cells: Partial<Record<SectionId, MatrixCell>>;
};

type OverviewMatrixProps = {
  year: number;
  columns: readonly MatrixColumn[];
  rows: readonly MatrixRow[];
  /** True where units can be chosen to be reminded. */
  isChoosing: boolean;
};

/**
 * Units by sections: who has what, what waits, what is late. On a phone a list by unit, with a line a section. Drawn from
 * its data in the browser too: as elements of the server a page of units would be sent twice.
 */
export function OverviewMatrix(props: OverviewMatrixProps): ReactNode {
  const { year, rows, columns, isChoosing } = props;
  const t = useTranslations("overview.matrix");
  return (
    <div className="relative max-2xl:overflow-x-auto max-md:overflow-visible">
      <table className="w-full table-fixed border-separate [border-spacing:0] max-2xl:min-w-270 max-md:block max-md:min-w-0">
        <caption className="sr-only">{t("caption", { year: String(year) })}</caption>
        <colgroup className="max-md:hidden">
          {isChoosing ? <col style={{ width: 40 }} /> : null}
          <col style={{ width: 190 }} />
          <col style={{ width: 100 }} />
          {columns.map(({ sectionId }) => (
            <col key={sectionId} />
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
            {columns.map(({ sectionId, name, due }) => (
              <th key={sectionId} className={HEAD} scope="col">
                {name}
                <small className={cn(NOTE, "pl-0")}>{due}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={cn(MATRIX_CELLS, "max-md:block")}>
          {rows.map((row) => (
            <Row key={row.organisationId} row={row} columns={columns} isChoosing={isChoosing} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = Pick<OverviewMatrixProps, "columns" | "isChoosing"> & { row: MatrixRow };

function Row({ row, columns, isChoosing }: RowProps): ReactNode {
  const t = useTranslations("overview.matrix");
  const { organisationId, unit, isOffice, isExempt, isRemindedToday, approved, sections, cells } = row;
  return (
    <tr className="group/row max-md:grid max-md:grid-cols-[auto_minmax(0,1fr)_auto] max-md:items-center max-md:border-b max-md:border-line-2 max-md:last:border-b-0">
      {isChoosing ? (
        <td className={cn(CELL, "border-l-0 pl-4 max-md:col-auto max-md:border-t-0")}>
          <Checkbox
            className="flex max-md:min-w-7"
            name="organisationIds[]"
            value={organisationId}
            aria-label={t("chooseUnit", { unit })}
          />
        </td>
      ) : null}
      <th
        className={cn(
          UNIT,
          "border-b border-line px-2.5 py-1.5 text-left text-base leading-5 font-bold group-last/row:border-b-0 max-md:static max-md:block max-md:border-b-0 max-md:px-4 max-md:py-3 max-md:border-r-0",
          isChoosing && "max-md:pl-2",
        )}
        scope="row"
      >
        {unit}
        {isOffice ? <span className="font-normal text-ink-3">{t("office")}</span> : null}
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
              label={t("progress", { approved, total: sections })}
              parts={[{ value: approved, kind: "ok" }]}
              total={sections}
            />
            <small className={cn(NOTE, "pl-0")} aria-hidden="true">
              {approved} / {sections}
            </small>
          </>
        )}
      </td>
      {columns.map(({ sectionId, name }) => (
        <OverviewMatrixCell key={sectionId} section={name} cell={cells[sectionId] ?? null} isExempt={isExempt} />
      ))}
    </tr>
  );
}
