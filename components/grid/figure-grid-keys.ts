import { useTranslations } from "next-intl";
import { type ClipboardEvent, type KeyboardEvent, useCallback, useState } from "react";
import { nextMarked } from "@/components/grid/figure-grid-model";
import { type Direction, type GridMap, neighbour } from "@/components/grid/grid-map";
import { countPasted, type PastePlan, planPaste, planPlaced, readBlock } from "@/components/grid/grid-paste";
import type { LiveTotals } from "@/components/grid/live-totals";
import type { CellSaver } from "@/components/saving/cell-saver";
import { pasteOnOneLine } from "@/components/ui/paste-on-one-line";
import { useToast } from "@/components/ui/toast";
import type { CellKey } from "@/lib/domain/format";
import type { PastedTable } from "@/lib/domain/pasted-table";

type GridKeysOptions = {
  order: readonly CellKey[];
  marked: ReadonlySet<CellKey>;
  saver: CellSaver;
  totals: LiveTotals;
  /** The inputs that can be written. */
  map: GridMap;
  /** Those of them that are seen; asked at each press, because a phone shows fewer columns than a desk. */
  findSeen: () => GridMap;
  goTo: (key: CellKey) => void;
  readPasted: ReadPasted | undefined;
};

/** Reads the HTML of a copied table by its labels; null where it holds none that is known. */
export type ReadPasted = (html: string) => Promise<PastedTable | null>;

/** The keyboard and the clipboard of the grid. Tab stays the browser's own. */
export function useGridKeys(options: GridKeysOptions) {
  const { order, marked, saver, totals, map, findSeen, goTo, readPasted } = options;
  const t = useTranslations("grid");
  const toast = useToast();
  const [odd, setOdd] = useState<PastePlan | null>(null);

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

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
    const key = input.dataset.cell;
    if (key === undefined) return;
    if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const way = event.key === "ArrowDown" ? order : order.toReversed();
      const next = nextMarked(way, marked, key);
      event.preventDefault();
      if (next) goTo(next);
      return;
    }
    if (isUndo(event)) {
      event.preventDefault();
      if (saver.cell(key).typed !== (saver.cell(key).written ?? "")) saver.restore(key);
      else goToFirst(saver.undo(), goTo);
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") {
      saver.restore(key);
      requestAnimationFrame(() => input.select());
      return;
    }
    if (event.key === "F2") {
      event.preventDefault();
      input.setSelectionRange(input.value.length, input.value.length);
      return;
    }
    const move = moveOf(event, input);
    if (!move) return;
    const next = neighbour(findSeen(), key, move);
    event.preventDefault();
    if (next) goTo(next);
    else input.select();
  };

  const putIn = (plan: PastePlan) => {
    if (plan.isPlain) take(plan);
    else setOdd(plan);
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
    onKeyDown,
    onPaste,
    pasteBlock,
    odd,
    closeOdd: () => setOdd(null),
    takeOdd: () => {
      if (odd) take(odd);
      setOdd(null);
    },
  };
}

function isUndo(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
}

function goToFirst(keys: readonly CellKey[], goTo: (key: CellKey) => void): void {
  const first = keys[0];
  if (first !== undefined) goTo(first);
}

/** ← and → leave the cell only from the edge of its text, or while the whole text is selected. */
function moveOf(event: KeyboardEvent, input: HTMLInputElement): Direction | null {
  const { selectionStart, selectionEnd, value } = input;
  const isWhole = selectionStart === 0 && selectionEnd === value.length;
  if (event.key === "Enter") return event.shiftKey ? "up" : "down";
  if (event.shiftKey) return null;
  if (event.key === "ArrowUp") return "up";
  if (event.key === "ArrowDown") return "down";
  if (event.key === "ArrowLeft" && (isWhole || (selectionStart === 0 && selectionEnd === 0))) return "left";
  if (event.key === "ArrowRight" && (isWhole || selectionStart === value.length)) return "right";
  return null;
}
