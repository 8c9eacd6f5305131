import type { CellMarks, RowFinding } from "@/components/grid/figure-grid-marks";
import type { GridTable } from "@/components/grid/figure-grid-model";
import type { SelectedBlock } from "@/components/grid/grid-selection";
import type { LiveTotals } from "@/components/grid/live-totals";
import type { CellSaver } from "@/components/saving/cell-saver";
import type { Figures } from "@/lib/domain/cell";
import type { CellKey } from "@/lib/domain/format";

export type GridTableProps = {
  table: GridTable;
  saver: CellSaver;
  totals: LiveTotals;
  block: SelectedBlock;
  marks: ReadonlyMap<CellKey, CellMarks>;
  sentences: ReadonlyMap<string, RowFinding[]>;
  previous: Figures | null;
  isComparing: boolean;
  before: Figures | null;
  focused: CellKey | null;
  phoneColumn: number;
  isOpen: (key: CellKey) => boolean;
  isReadOnly: boolean;
  goTo: (key: CellKey) => void;
};
