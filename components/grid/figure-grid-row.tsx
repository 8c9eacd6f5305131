import type { ReactNode } from "react";
import { ComputedCell, InputCell, ReadCell } from "@/components/grid/figure-grid-cell";
import { CompareCells } from "@/components/grid/figure-grid-compare";
import type { CellMarks } from "@/components/grid/figure-grid-marks";
import type { GridCell, GridRow, GridTable } from "@/components/grid/figure-grid-model";
import type { GridLabel } from "@/components/grid/grid-rows";
import type { LiveTotals } from "@/components/grid/live-totals";
import type { CellSaver } from "@/components/saving/cell-saver";
import { StatutoryLabel } from "@/components/statutory/statutory-label";
import type { Figures } from "@/lib/domain/cell";
import type { CellKey } from "@/lib/domain/format";

type GridRowProps = {
  table: GridTable;
  row: GridRow;
  /** The row's labels, as many rows high as they stand on screen. */
  labels: readonly GridLabel[];
  /** One for each cell. */
  marks: readonly (CellMarks | null)[];
  saver: CellSaver;
  totals: LiveTotals;
  previous: Figures | null;
  isComparing: boolean;
  hasTotals: boolean;
  before: Figures | null;
  isOn: boolean;
  phoneColumn: number;
  isOpen: (key: CellKey) => boolean;
  isReadOnly: boolean;
  computedLabel: string;
};

/** One row of the form. */
export function GridRowView(props: GridRowProps): ReactNode {
  const { table, row, labels, marks, isOn, computedLabel, saver, totals, previous, hasTotals } = props;
  const total = table.totalColumn === null ? null : (row.cells[table.totalColumn] ?? null);
  const classes = [row.isSum && table.rows.length > 1 ? "sumrow" : "", isOn ? "rowon" : ""].filter(Boolean).join(" ");
  return (
    <tr className={classes || undefined}>
      {labels.map((label) => (
        <th
          key={label.level}
          className={labelClass(label, table.layout.labelColumns)}
          colSpan={label.colSpan}
          rowSpan={label.rowSpan}
          scope={label.rowSpan > 1 ? "rowgroup" : "row"}
        >
          {label.isVertical ? (
            <div className="v">{label.text}</div>
          ) : (
            <StatutoryLabel text={label.text} isGroup={label.rowSpan > 1} />
          )}
          {row.isSum && label.rowSpan === 1 ? <small>{computedLabel}</small> : null}
        </th>
      ))}
      {row.cells.map((cell, column) =>
        cell ? (
          <Place key={cell.key} {...props} cell={cell} marks={marks[column] ?? null} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: places of a form never change.
          <td key={column} className="nil" />
        ),
      )}
      {table.missingColumns > 0 ? <td className="nil" colSpan={table.missingColumns} /> : null}
      {hasTotals ? (
        <CompareCells saver={saver} totals={totals} cellKey={total?.key ?? null} previous={previous} />
      ) : null}
    </tr>
  );
}

function Place(props: Omit<GridRowProps, "marks"> & { cell: GridCell; marks: CellMarks | null }): ReactNode {
  const { table, cell, marks, saver, totals, previous, isComparing, before, phoneColumn, isOpen, isReadOnly } = props;
  const column = table.table.columns[cell.column];
  const isOff = table.phone === "one" && cell.column !== phoneColumn && cell.column !== table.totalColumn;
  const shared = {
    cell,
    marks,
    saver,
    totals,
    isOff,
    lastYear: isComparing ? (previous?.[cell.key] ?? null) : null,
    earlier: before ? { value: before[cell.key] ?? null } : null,
    listLabel: table.phone === "list" ? (column?.label ?? "") : null,
    listGroup: table.phone === "list" ? groupBegun(table, cell.column) : null,
  };
  if (cell.isComputed) return <ComputedCell {...shared} />;
  if (isReadOnly) return <ReadCell {...shared} />;
  return <InputCell {...shared} isLocked={!isOpen(cell.key)} />;
}

/** k1, k2, k3: which of the label columns a label begins in, and whether it ends them. */
function labelClass(label: GridLabel, labelColumns: number): string {
  const classes = [`k${label.level + 1}`];
  if (label.level + label.colSpan === labelColumns) classes.push("kend");
  if (label.rowSpan > 1) classes.push("group");
  return classes.join(" ");
}

/** "行政诉讼 未经复议直接起诉" at the first column under those heads; null elsewhere. */
function groupBegun(table: GridTable, column: number): string | null {
  const here = (table.table.columns[column]?.above ?? []).join("　");
  const left = (table.table.columns[column - 1]?.above ?? []).join("　");
  return here !== "" && here !== left ? here : null;
}
