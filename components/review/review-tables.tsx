import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { figureAttributes } from "@/components/official-table/figure-state";
import { HeadCell, isWide, RowLabel } from "@/components/official-table/table-markup";
import { cn } from "@/components/ui/cn";
import type { Figures } from "@/lib/domain/cell";
import { nameCell } from "@/lib/domain/check/subject-cells";
import { subtractDecimals } from "@/lib/domain/decimal";
import { readFigure } from "@/lib/domain/figure";
import type { CellKey, Format, FormatTable } from "@/lib/domain/format";
import { layoutTable, type TableLayout } from "@/lib/domain/table-layout";
import { formatDifference, formatFigure } from "@/lib/i18n/numbers";
import { type NoteLink, ReviewCell, reviewCellState } from "./review-cell";
import { anchorId, type ReviewMarks, UNMARKED } from "./review-marks";
import "@/components/official-table/official-table.css";
import "./review-table.css";

export type ReviewTablesProps = {
  format: Format;
  /** The tables of one section. */
  tables: readonly FormatTable[];
  label: string;
  figures: Figures;
  /** Null where there is none, or it is not wanted. */
  lastYear: Figures | null;
  marks: ReviewMarks;
  currentAnchor: string | null;
  linkOf: (anchor: string, name: string) => NoteLink | null;
};

/** Where last year stands: in a column beside each figure, in columns beside the total, or small in the cell. */
type LastYearPlace = "beside" | "total" | "inside" | "nowhere";

type Laid = { table: FormatTable; layout: TableLayout; place: LastYearPlace; width: number };

/** The official tables of a submission as its reviewer needs them. */
export function ReviewTables(props: ReviewTablesProps): ReactNode {
  const laid = props.tables.map((table): Laid => {
    const layout = layoutTable(table);
    const place = props.lastYear ? placeOfLastYear(table, layout) : "nowhere";
    return { table, layout, place, width: layout.labelColumns + figureWidth(place, layout.figureColumns) };
  });
  const width = Math.max(...laid.map((table) => table.width));
  return (
    <div className="relative max-2xl:overflow-x-auto">
      <table
        className={cn("group/tables official-table review-table", width > 7 && "md:min-w-220")}
        data-place={laid[0]?.place ?? "nowhere"}
        data-wide={isWide(laid.map((table) => table.layout)) || undefined}
        aria-label={props.label}
      >
        {laid.map((table) => (
          <Block
            key={table.table.id}
            {...props}
            {...table}
            missing={width - table.width}
            fullWidth={width}
            isAlone={laid.length === 1}
          />
        ))}
      </table>
    </div>
  );
}

function placeOfLastYear(table: FormatTable, layout: TableLayout): LastYearPlace {
  if (layout.head.length === 1 && table.columns.length <= 4) return "beside";
  const last = table.columns.at(-1);
  const hasOneTotal = table.columns.filter((column) => isTotal(table, column.key)).length === 1;
  return hasOneTotal && last && isTotal(table, last.key) ? "total" : "inside";
}

function isTotal(table: FormatTable, columnKey: string): boolean {
  return table.cells.every((cell) => cell.column !== columnKey || cell.sumOf !== undefined);
}

function figureWidth(place: LastYearPlace, columns: number): number {
  if (place === "beside") return columns * 2;
  return place === "total" ? columns + 2 : columns;
}

type BlockProps = ReviewTablesProps & Laid & { missing: number; fullWidth: number; isAlone: boolean };

function Block(props: BlockProps): ReactNode {
  const { layout, place, missing, fullWidth, isAlone } = props;
  const t = useTranslations("review.cell");
  const depth = layout.head.length;
  return (
    <>
      {/* A table of one block keeps its head in sight while its rows pass. */}
      <thead className={isAlone ? "sticky top-top z-3 max-2xl:static" : undefined}>
        {layout.caption ? (
          <tr>
            <th data-role="caption" colSpan={fullWidth} scope="rowgroup">
              {layout.caption}
            </th>
          </tr>
        ) : null}
        {layout.head.map((cells, level) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: header levels are fixed by the form and have no other name.
          <tr key={level}>
            {cells.map((cell) => (
              <Fragment key={`${cell.text} ${cell.colSpan} ${cell.rowSpan}`}>
                <HeadCell cell={cell} />
                {place === "beside" && cell.role === "column" ? (
                  <th data-last-year scope="col">
                    {t("lastYear")}
                  </th>
                ) : null}
              </Fragment>
            ))}
            {place === "total" && level === 0 ? (
              <>
                <th data-last-year rowSpan={depth} scope="col">
                  {t("lastYear")}
                </th>
                <th data-last-year rowSpan={depth} scope="col">
                  {t("difference")}
                </th>
              </>
            ) : null}
            {missing > 0 && level === 0 ? <td data-outside colSpan={missing} rowSpan={depth} /> : null}
          </tr>
        ))}
      </thead>
      <tbody>
        {layout.body.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are fixed by the form.
          <tr key={row}>
            {cells.map((cell, column) => {
              if (cell.kind === "label") return <RowLabel key={cell.text} cell={cell} />;
              if (cell.kind === "figure") return <FigurePlace key={cell.cellKey} {...props} cellKey={cell.cellKey} />;
              // biome-ignore lint/suspicious/noArrayIndexKey: a place that the form does not ask about has no name.
              return <td key={`empty ${column}`} data-outside colSpan={place === "beside" ? 2 : 1} />;
            })}
            {missing > 0 ? <td data-outside colSpan={missing} /> : null}
          </tr>
        ))}
      </tbody>
    </>
  );
}

function FigurePlace({
  cellKey,
  format,
  table,
  place,
  figures,
  lastYear,
  marks,
  currentAnchor,
  linkOf,
}: BlockProps & { cellKey: CellKey }): ReactNode {
  const found = figures[cellKey] ?? null;
  const mark = marks.get(cellKey) ?? UNMARKED;
  const cell = table.cells.find((cell) => cell.key === cellKey);
  const isComputed = cell?.sumOf !== undefined;
  const isInLastColumn = cell?.column === table.columns.at(-1)?.key;
  const before = lastYear?.[cellKey] ?? null;
  const isInside = place === "inside" || (place === "total" && !isInLastColumn);
  const state = reviewCellState(found, mark, isComputed);
  return (
    <>
      <td id={anchorId(cellKey)} {...figureAttributes({ ...state, isCurrent: cellKey === currentAnchor })}>
        <ReviewCell
          found={found}
          mark={mark}
          lastYear={isInside ? before : null}
          link={linkOf(cellKey, nameCell(format, cellKey))}
        />
      </td>
      {place === "beside" ? (
        <td data-last-year className="text-right">
          {formatFigure(before)}
        </td>
      ) : null}
      {place === "total" && isInLastColumn ? (
        <>
          <td data-last-year className="text-right">
            {formatFigure(before)}
          </td>
          <Difference found={found} before={before} />
        </>
      ) : null}
    </>
  );
}

function Difference({ found, before }: { found: string | null; before: string | null }): ReactNode {
  const [now, then] = [readFigure(found), readFigure(before)];
  if (now.kind !== "number" || then.kind !== "number") return <td data-last-year />;
  const difference = subtractDecimals(now.value, then.value);
  return (
    <td data-last-year data-differs={difference === "0" ? undefined : ""} className="text-right">
      {formatDifference(difference)}
    </td>
  );
}
