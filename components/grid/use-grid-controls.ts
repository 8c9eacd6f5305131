import { type RefObject, useCallback, useImperativeHandle } from "react";
import { gridKeyHandler } from "@/components/grid/figure-grid-keys";
import { cellId } from "@/components/grid/figure-grid-model";
import type { FigureGridProps } from "@/components/grid/figure-grid-props";
import type { GridPoint } from "@/components/grid/grid-block";
import type { GridMap } from "@/components/grid/grid-map";
import { readBlock } from "@/components/grid/grid-paste";
import { useGridCopy } from "@/components/grid/use-grid-copy";
import { useGridEdits } from "@/components/grid/use-grid-edits";
import { useGoToCell, type useGridLayout } from "@/components/grid/use-grid-layout";
import { useGridMouse } from "@/components/grid/use-grid-mouse";
import { useGridPaste } from "@/components/grid/use-grid-paste";
import { useSelectedBlock } from "@/components/grid/use-selected-block";
import type { CellKey } from "@/lib/domain/format";

type GridControlsOptions = Pick<
  FigureGridProps,
  "format" | "sectionId" | "saver" | "totals" | "readPasted" | "onHistory" | "ref"
> & {
  locked: ReadonlySet<CellKey>;
  isReadOnly: boolean;
  /** The element around the tables. */
  frame: RefObject<HTMLElement | null>;
  choosePhoneColumn: (column: number) => void;
  /** Cells with a finding or a comment, for the keys that go from one to the next. */
  marked: ReadonlySet<CellKey>;
  /** Announces to screen readers what a key or a paste has done. */
  say: (sentence: string) => void;
  openHelp: () => void;
};

/** What keys, mouse and clipboard do with the cells of the grid, and what the page may ask of it through its handle. */
export function useGridControls(options: GridControlsOptions, layout: ReturnType<typeof useGridLayout>) {
  const { saver, totals, readPasted, onHistory, ref, locked, isReadOnly, marked, say, openHelp } = options;
  const { tables, plain, order, map, findSeen } = layout;
  const isOpen = useCallback((key: CellKey) => !isReadOnly && !locked.has(key), [isReadOnly, locked]);
  const goTo = useGoToCell(tables, options.choosePhoneColumn);
  const block = useSelectedBlock(map);
  const edits = useGridEdits({ tables: plain, map, saver, totals, block, say });
  const copying = useGridCopy({ tables: plain, map, block, edits, say });
  const clipboard = useGridPaste({ edits, block, totals, map, readPasted });
  const mouse = useGridMouse(block);
  const openHistory = (key: CellKey) => {
    if (totals.inputs.includes(key)) onHistory?.(key);
  };
  const show = (corner: GridPoint | null) => showCell(map, corner);

  useImperativeHandle(ref, () => ({
    goTo,
    paste(text, from) {
      const start = from && isOpen(from) ? from : order.find((key) => totals.inputs.includes(key));
      if (start !== undefined) clipboard.pasteBlock(start, readBlock(text));
    },
    fillZeros: edits.fillZeros,
    put: edits.put,
  }));

  return {
    isOpen,
    goTo,
    block,
    edits,
    clipboard,
    copyAll: copying.copyAll,
    /** For the element around the tables, where what happens in the inputs is heard in one place. */
    handlers: {
      onKeyDown: gridKeyHandler({ order, marked, saver, edits, block, findSeen, goTo, openHelp, openHistory, show }),
      onCopy: copying.onCopy,
      onCut: copying.onCut,
      onPaste: clipboard.onPaste,
      ...mouse,
      onInput: block.clear,
    },
  };
}

function showCell(map: GridMap, corner: GridPoint | null): void {
  const place = corner && map[corner.row]?.[corner.column];
  const shown = place ? document.getElementById(cellId(place.cellKey)) : null;
  shown?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
