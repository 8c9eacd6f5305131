import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { CellSaver } from "@/components/saving/cell-saver";
import { useToast } from "@/components/ui/toast";
import { typedFigure } from "@/lib/domain/figure";
import type { CellKey, FormatTable } from "@/lib/domain/format";
import type { GridSelection } from "./grid-block";
import { fillDown, fillRight, fillWith, lineOf, zerosFor } from "./grid-fill";
import { type GridMap, locate } from "./grid-map";
import { countPasted, type PastedCell } from "./grid-paste";
import type { SelectedBlock } from "./grid-selection";
import type { LiveTotals } from "./live-totals";
import { createRedoSteps } from "./redo-steps";

type GridEditsOptions = {
  tables: readonly FormatTable[];
  /** The inputs that can be written. */
  map: GridMap;
  saver: CellSaver;
  totals: LiveTotals;
  block: SelectedBlock;
  /** Tells what happened, in a line that is read out. */
  say: (text: string) => void;
};

export type GridEdits = ReturnType<typeof useGridEdits>;

/** Everything that writes several cells at once. Each is one step to take back, told with a toast that takes it back. */
export function useGridEdits({ tables, map, saver, totals, block, say }: GridEditsOptions) {
  const t = useTranslations("grid");
  const toast = useToast();
  const [steps] = useState(() => createRedoSteps(saver, totals.inputs));

  return useMemo(() => {
    const readValue = (key: CellKey): string | null => totals.written()[key] ?? null;
    /** What is still being typed in a cell counts before the cells around it are filled from it. */
    const commit = (key: CellKey) => {
      const value = typedFigure(saver.cell(key).typed);
      if (totals.inputs.includes(key) && value !== saver.cell(key).written) saver.write([{ cellKey: key, value }]);
    };
    const put = (changes: readonly PastedCell[]) => {
      const changed = changes.filter(({ cellKey, value }) => saver.cell(cellKey).written !== value);
      const before = changed.map(({ cellKey }) => ({ cellKey, value: saver.cell(cellKey).written }));
      saver.write(changes);
      toast({
        text: t("pasted", countPasted(changed)),
        ...(changed.length > 0 ? { undo: () => saver.write(before) } : {}),
      });
    };
    /** The block, else the cell with the one before it, from which it is filled. */
    const blockFrom = (key: CellKey, before: { row: number; column: number }): GridSelection | null => {
      const at = locate(map, key);
      if (!at) return null;
      const from = { row: at.row + before.row, column: at.column + before.column };
      return block.current() ?? (map[from.row]?.[from.column] === undefined ? null : { from, to: at });
    };

    return {
      readValue,
      commit,
      put,
      fillDown(key: CellKey) {
        commit(key);
        const selection = blockFrom(key, { row: -1, column: 0 });
        if (selection) put(fillDown(map, selection, readValue));
      },
      fillRight(key: CellKey) {
        commit(key);
        const selection = blockFrom(key, { row: 0, column: -1 });
        if (selection) put(fillRight(map, selection, readValue));
      },
      /** 0 into what is blank of the cell's row or column. */
      fillZeros(key: CellKey, line: "row" | "column") {
        commit(key);
        put(zerosFor(map, lineOf(tables, key, line), readValue));
      },
      /** One value into every input of the selected block. */
      fillBlock(value: string | null) {
        const selection = block.current();
        if (selection) put(fillWith(map, selection, value));
      },
      undo(): CellKey[] {
        const keys = steps.undo();
        say(keys.length > 0 ? t("undone", { count: keys.length }) : t("nothingToUndo"));
        return keys;
      },
      redo(): CellKey[] {
        const keys = steps.redo();
        say(keys.length > 0 ? t("redone", { count: keys.length }) : t("nothingToRedo"));
        return keys;
      },
    };
  }, [tables, map, saver, totals, block, say, steps, t, toast]);
}
