import type { ReactNode } from "react";
import { ComputedCell, InputCell, ReadCell } from "@/components/grid/figure-grid-cell";
import { CompareCells } from "@/components/grid/figure-grid-compare";
import type { CellMarks } from "@/components/grid/figure-grid-marks";
import type { GridCell, GridRow, GridTable } from "@/components/grid/figure-grid-model";
import type { GridLabel } from "@/components/grid/grid-rows";
import type { SelectedBlock } from "@/components/grid/grid-selection";
import type { LiveTotals } from "@/components/grid/live-totals";
import { StatutoryLabel } from "@/components/official-table/statutory-label";
import type { CellSaver } from "@/components/saving/cell-saver";
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
  block: SelectedBlock;
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
  return (
    <tr data-sum={row.isSum && table.rows.length > 1 ? "" : undefined} data-current={isOn ? "" : undefined}>
      {labels.map((label) => (
        <th
          key={label.level}
          // Which of the label columns the label begins in, whether it ends them, and whether it heads several rows.
          data-level={label.level + 1}
          data-edge={label.level + label.colSpan === table.layout.labelColumns ? "" : undefined}
          data-group={label.rowSpan > 1 ? "" : undefined}
          colSpan={label.colSpan}
          rowSpan={label.rowSpan}
          scope={label.rowSpan > 1 ? "rowgroup" : "row"}
        >
          {label.isVertical ? (
            <div data-vertical>{label.text}</div>
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
          <td key={column} data-outside />
        ),
      )}
      {table.missingColumns > 0 ? <td data-outside colSpan={table.missingColumns} /> : null}
      {hasTotals ? (
        <CompareCells saver={saver} totals={totals} cellKey={total?.key ?? null} previous={previous} />
      ) : null}
    </tr>
  );
}

function Place(props: Omit<GridRowProps, "marks"> & { cell: GridCell; marks: CellMarks | null }): ReactNode {
  const { table, cell, marks, saver, totals, block, previous, isComparing, before } = props;
  const { phoneColumn, isOpen, isReadOnly } = props;
  const column = table.table.columns[cell.column];
  const isOff = table.phone === "one" && cell.column !== phoneColumn && cell.column !== table.totalColumn;
  const shared = {
    cell,
    marks,
    saver,
    totals,
    block,
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

/** "行政诉讼 未经复议直接起诉" at the first column under those heads; null elsewhere. */
function groupBegun(table: GridTable, column: number): string | null {
  const headAbove = (table.table.columns[column]?.above ?? []).join("　");
  const headBefore = (table.table.columns[column - 1]?.above ?? []).join("　");
  return headAbove !== "" && headAbove !== headBefore ? headAbove : null;
}
