import type { KeyboardEvent } from "react";
import { nextMarked } from "@/components/grid/figure-grid-model";
import { type Direction, type GridMap, neighbour } from "@/components/grid/grid-map";
import type { CellSaver } from "@/components/saving/cell-saver";
import type { CellKey } from "@/lib/domain/format";

type GridKeysOptions = {
  order: readonly CellKey[];
  marked: ReadonlySet<CellKey>;
  saver: CellSaver;
  /** The inputs that are seen; asked at each press, because a phone shows fewer columns than a desk. */
  findSeen: () => GridMap;
  goTo: (key: CellKey) => void;
};

/** What the keys of the grid do in its inputs; Tab stays the browser's own. */
export function gridKeyHandler({ order, marked, saver, findSeen, goTo }: GridKeysOptions) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
    const key = input.dataset.cell;
    if (key === undefined) return;
    if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const searchOrder = event.key === "ArrowDown" ? order : order.toReversed();
      const next = nextMarked(searchOrder, marked, key);
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
