import { useTranslations } from "next-intl";
import { type ClipboardEvent, useCallback, useState } from "react";
import type { GridMap } from "@/components/grid/grid-map";
import { countPasted, type PastePlan, planPaste, planPlaced, readBlock } from "@/components/grid/grid-paste";
import type { LiveTotals } from "@/components/grid/live-totals";
import type { CellSaver } from "@/components/saving/cell-saver";
import { pasteOnOneLine } from "@/components/ui/paste-on-one-line";
import { useToast } from "@/components/ui/toast";
import type { CellKey } from "@/lib/domain/format";
import type { PastedTable } from "@/lib/domain/pasted-table";

/** Reads the HTML of a copied table by its labels; null where it holds none that is known. */
export type ReadPasted = (html: string) => Promise<PastedTable | null>;

type GridPasteOptions = {
  saver: CellSaver;
  totals: LiveTotals;
  /** The inputs that can be written. */
  map: GridMap;
  readPasted: ReadPasted | undefined;
};

/** The clipboard of the grid. A block that does not go in plainly waits as `oddPlan` until somebody has looked at it. */
export function useGridPaste({ saver, totals, map, readPasted }: GridPasteOptions) {
  const t = useTranslations("grid");
  const toast = useToast();
  const [oddPlan, setOddPlan] = useState<PastePlan | null>(null);

  const take = useCallback(
    (plan: PastePlan) => {
      const changed = plan.changes.filter(({ cellKey, value }) => saver.cell(cellKey).written !== value);
      const before = changed.map(({ cellKey }) => ({ cellKey, value: saver.cell(cellKey).written }));
      saver.write(plan.changes);
      toast({
        text: t("pasted", countPasted(changed)),
        ...(changed.length > 0 ? { undo: () => saver.write(before) } : {}),
      });
    },
    [saver, t, toast],
  );

  const putIn = (plan: PastePlan) => {
    if (plan.isPlain) take(plan);
    else setOddPlan(plan);
  };

  const pasteBlock = (key: CellKey, block: string[][]) => {
    putIn(planPaste(map, key, block, totals.withChanges));
  };

  /** A table with its labels goes where they say; without labels, or where nobody answers, by its shape. */
  const pasteTable = async (read: ReadPasted, html: string, key: CellKey, block: string[][]) => {
    const table = await read(html).catch(() => null);
    if (table && Object.keys(table.figures).length > 0) putIn(planPlaced(map, table, totals.withChanges));
    else pasteBlock(key, block);
  };

  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const key = event.target instanceof HTMLElement ? event.target.dataset.cell : undefined;
    const block = readBlock(event.clipboardData.getData("text/plain"));
    if (key === undefined) return;
    const [first = []] = block;
    if (block.length === 1 && first.length === 1) return pasteOnOneLine(event, first[0]);
    event.preventDefault();
    const html = event.clipboardData.getData("text/html");
    if (readPasted && /<t[dr][\s>]/i.test(html)) void pasteTable(readPasted, html, key, block);
    else pasteBlock(key, block);
  };

  return {
    onPaste,
    pasteBlock,
    oddPlan,
    closeOddPlan: () => setOddPlan(null),
    takeOddPlan: () => {
      if (oddPlan) take(oddPlan);
      setOddPlan(null);
    },
  };
}
