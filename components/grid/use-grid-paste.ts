import { type ClipboardEvent, useState } from "react";
import { placesIn } from "@/components/grid/grid-block";
import type { GridMap } from "@/components/grid/grid-map";
import { type PastePlan, planPaste, planPlaced, readBlock } from "@/components/grid/grid-paste";
import type { SelectedBlock } from "@/components/grid/grid-selection";
import type { LiveTotals } from "@/components/grid/live-totals";
import type { GridEdits } from "@/components/grid/use-grid-edits";
import { placeOf } from "@/components/grid/use-grid-mouse";
import { pasteOnOneLine } from "@/components/ui/paste-on-one-line";
import { typedFigure } from "@/lib/domain/figure";
import type { CellKey } from "@/lib/domain/format";
import type { PastedTable } from "@/lib/domain/pasted-table";

/** Reads the HTML of a copied table by its labels; null where it holds none that is known. */
export type ReadPasted = (html: string) => Promise<PastedTable | null>;

type GridPasteOptions = {
  edits: GridEdits;
  block: SelectedBlock;
  totals: LiveTotals;
  /** The inputs that can be written. */
  map: GridMap;
  readPasted: ReadPasted | undefined;
};

/** The clipboard of the grid. A block that does not go in plainly waits as `oddPlan` until somebody has looked at it. */
export function useGridPaste({ edits, block, totals, map, readPasted }: GridPasteOptions) {
  const [oddPlan, setOddPlan] = useState<PastePlan | null>(null);

  const putIn = (plan: PastePlan) => {
    if (plan.isPlain) edits.put(plan.changes);
    else setOddPlan(plan);
  };

  const pasteBlock = (key: CellKey, pasted: string[][]) => {
    putIn(planPaste(map, key, pasted, totals.withChanges));
  };

  /** A table with its labels goes where they say; without labels, or where nobody answers, by its shape. */
  const pasteTable = async (read: ReadPasted, html: string, key: CellKey, pasted: string[][]) => {
    const table = await read(html).catch(() => null);
    if (table && Object.keys(table.figures).length > 0) putIn(planPlaced(map, table, totals.withChanges));
    else pasteBlock(key, pasted);
  };

  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const focused = placeOf(event.target);
    const pasted = readBlock(event.clipboardData.getData("text/plain"));
    if (focused === null) return;
    const [first = []] = pasted;
    const selection = block.current();
    if (pasted.length === 1 && first.length === 1) {
      if (!selection) return pasteOnOneLine(event, first[0]);
      event.preventDefault();
      return edits.fillBlock(typedFigure(first[0] ?? ""));
    }
    event.preventDefault();
    // Into a selected block a copied one goes from its first cell on, wherever the drawing of it began.
    const key = selection ? (placesIn(map, selection)[0]?.[0]?.cellKey ?? focused) : focused;
    const html = event.clipboardData.getData("text/html");
    if (readPasted && /<t[dr][\s>]/i.test(html)) void pasteTable(readPasted, html, key, pasted);
    else pasteBlock(key, pasted);
  };

  return {
    onPaste,
    pasteBlock,
    oddPlan,
    closeOddPlan: () => setOddPlan(null),
    takeOddPlan: () => {
      if (oddPlan) edits.put(oddPlan.changes);
      setOddPlan(null);
    },
  };
}

export type GridClipboard = ReturnType<typeof useGridPaste>;
