import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { GridHead } from "@/components/grid/figure-grid-head";
import { marksOf, type RowFinding } from "@/components/grid/figure-grid-marks";
import type { GridTableProps } from "@/components/grid/figure-grid-props";
import { GridRowView } from "@/components/grid/figure-grid-row";
import { RowFindings } from "@/components/grid/figure-grid-row-findings";
import { layoutRows } from "@/components/grid/grid-rows";
import type { CellKey } from "@/lib/domain/format";
import "@/components/official-table/official-table.css";
import "./figure-grid.css";

/** Widths of the label columns by how many there are. */
const LABEL_WIDTHS: Readonly<Record<number, readonly number[]>> = { 0: [], 1: [236], 2: [72, 224], 3: [34, 72, 190] };

/** One statutory table of the form. */
export function GridTableView(props: GridTableProps): ReactNode {
  const { table, sentences, isComparing, marks, previous, before } = props;
  const t = useTranslations("grid");
  const { layout, rows, totalColumn, phone, missingColumns } = table;
  const hasTotals = isComparing && phone === "one";
  const lines = rows.map((row) => sentences.get(`${table.table.id} ${row.key}`) ?? []);
  const rowsWithSentences = new Set(lines.flatMap((line, index) => (line.length > 0 ? [index] : [])));
  const placed = layoutRows(layout, rowsWithSentences, missingColumns + (hasTotals ? 2 : 0));

  return (
    <table className="official-table figure-grid" data-phone={phone}>
      {layout.caption ? <caption>{layout.caption}</caption> : null}
      <colgroup>
        {(LABEL_WIDTHS[layout.labelColumns] ?? []).map((width) => (
          <col key={width} style={{ width }} />
        ))}
        {table.table.columns.map((column, index) => (
          <col key={column.key} style={phone === "one" && index === totalColumn ? { width: 58 } : undefined} />
        ))}
        {missingColumns > 0 ? <col span={missingColumns} /> : null}
        {hasTotals ? <col data-last-year span={2} style={{ width: 48 }} /> : null}
      </colgroup>
      <GridHead {...props} hasTotals={hasTotals} />
      <tbody>
        {rows.map((row, index) => (
          <GridLine
            key={row.key}
            lines={lines[index] ?? []}
            colSpan={placed[index]?.sentenceSpan ?? 1}
            goTo={props.goTo}
          >
            <GridRowView
              table={table}
              row={row}
              labels={placed[index]?.labels ?? []}
              marks={row.cells.map((cell) => (cell ? marksOf(marks, cell.key) : null))}
              saver={props.saver}
              totals={props.totals}
              block={props.block}
              previous={previous}
              isComparing={isComparing}
              hasTotals={hasTotals}
              before={before}
              isOn={row.cells.some((cell) => cell?.key === props.focused)}
              phoneColumn={props.phoneColumn}
              isOpen={props.isOpen}
              isReadOnly={props.isReadOnly}
              computedLabel={t("computed")}
            />
          </GridLine>
        ))}
      </tbody>
    </table>
  );
}

type GridLineProps = {
  lines: readonly RowFinding[];
  colSpan: number;
  goTo: (key: CellKey) => void;
  children: ReactNode;
};

function GridLine({ lines, colSpan, goTo, children }: GridLineProps): ReactNode {
  return (
    <>
      {children}
      {lines.length > 0 ? <RowFindings lines={lines} colSpan={colSpan} goTo={goTo} /> : null}
    </>
  );
}
