import type { Ref } from "react";
import type { CellMarks, GridComment, GridFinding, RowFinding } from "@/components/grid/figure-grid-marks";
import type { GridTable } from "@/components/grid/figure-grid-model";
import type { PastedCell } from "@/components/grid/grid-paste";
import type { SelectedBlock } from "@/components/grid/grid-selection";
import type { LiveTotals } from "@/components/grid/live-totals";
import type { ReadPasted } from "@/components/grid/use-grid-paste";
import type { CellSaver } from "@/components/saving/cell-saver";
import type { Figures } from "@/lib/domain/cell";
import type { CellKey, Format, SectionId } from "@/lib/domain/format";

export type FigureGridHandle = {
  /** Brings a cell into sight and the focus into it; on a phone its column is chosen first. */
  goTo: (key: CellKey) => void;
  /** Puts a copied table in from a cell, the first one without it; a block of another shape is shown first. */
  paste: (text: string, from?: CellKey | null) => void;
  /** Puts 0 into what is blank of a cell's row or column. */
  fillZeros: (key: CellKey, line: "row" | "column") => void;
  /** Writes several cells at once, as one step to take back. */
  put: (changes: readonly PastedCell[]) => void;
};

export type FigureGridProps = {
  /** From `localizeFormat`, so that its labels are in the reader's language. */
  format: Format;
  sectionId: SectionId;
  /** From `useCellSaver`; the bar and the panel of the page listen to the same one. */
  saver: CellSaver;
  /** From `useLiveTotals`, over the same saver. */
  totals: LiveTotals;
  /** Last year's figures by the same keys; null when there are none. */
  previous?: Figures | null;
  /** Shows last year's figures beside this year's (对照上年). */
  isComparing?: boolean;
  /** The figures of the version before: what differs from them is marked as changed. */
  before?: Figures | null;
  findings?: readonly GridFinding[];
  comments?: readonly GridComment[];
  /** Cells that are carried over from elsewhere and not typed. */
  locked?: ReadonlySet<CellKey>;
  isReadOnly?: boolean;
  /** Reads a copied table by its labels; without it a copied block goes in by its shape alone. */
  readPasted?: ReadPasted;
  /** Tells the page which cell is being filled in, for the note beside it. */
  onFocusCell?: (key: CellKey | null) => void;
  /** Shows what became of a cell that is typed. */
  onHistory?: (key: CellKey) => void;
  ref?: Ref<FigureGridHandle>;
};

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
