import type { KeyboardEvent } from "react";
import { nextMarked } from "@/components/grid/figure-grid-model";
import { type GridPoint, type Jump, jumpFrom } from "@/components/grid/grid-block";
import { type Caret, commandOf, type GridCommand } from "@/components/grid/grid-commands";
import { type Direction, type GridMap, neighbour } from "@/components/grid/grid-map";
import type { SelectedBlock } from "@/components/grid/grid-selection";
import type { GridEdits } from "@/components/grid/use-grid-edits";
import { placeOf } from "@/components/grid/use-grid-mouse";
import type { CellSaver } from "@/components/saving/cell-saver";
import type { CellKey } from "@/lib/domain/format";

type GridKeysOptions = {
  order: readonly CellKey[];
  marked: ReadonlySet<CellKey>;
  saver: CellSaver;
  edits: GridEdits;
  block: SelectedBlock;
  /** The inputs that are seen; asked at each press, because a phone shows fewer columns than a desk. */
  findSeen: () => GridMap;
  goTo: (key: CellKey) => void;
  /** Brings the moving corner of the block into sight. */
  show: (corner: GridPoint | null) => void;
  openHelp: () => void;
  openHistory: (key: CellKey) => void;
};

/** Carries out what the keys of the grid ask for; Tab stays the browser's own. */
export function gridKeyHandler(options: GridKeysOptions) {
  const { block } = options;
  return (event: KeyboardEvent<HTMLElement>): void => {
    const key = placeOf(event.target);
    if (key === null || event.nativeEvent.isComposing) return;
    const input = event.target instanceof HTMLInputElement ? event.target : null;
    const { ctrlKey, metaKey, altKey: alt, shiftKey: shift, code } = event;
    const pressed = { key: event.key, code, shift, control: ctrlKey || metaKey, alt };
    const command = commandOf(pressed, caretOf(input), block.current() !== null);
    if (!command) return;
    event.preventDefault();
    carryOut(command, key, input, options);
  };
}

function carryOut(command: GridCommand, key: CellKey, input: HTMLInputElement | null, options: GridKeysOptions): void {
  const { order, marked, saver, edits, block, goTo } = options;
  const goToMarked = (searchOrder: readonly CellKey[]) => goToFirst(nextMarked(searchOrder, marked, key), goTo);
  const isBeingTyped = () => saver.cell(key).typed !== (saver.cell(key).written ?? "");
  const acts: Record<Exclude<GridCommand["act"], "move" | "extend">, () => void> = {
    select_all: block.all,
    next_marked: () => goToMarked(order),
    previous_marked: () => goToMarked(order.toReversed()),
    edit: () => input?.setSelectionRange(input.value.length, input.value.length),
    help: options.openHelp,
    history: () => options.openHistory(key),
    leave: () => changed(input, () => (block.current() ? block.clear() : saver.restore(key))),
    undo: () => changed(input, () => (isBeingTyped() ? saver.restore(key) : goToFirst(edits.undo()[0], goTo))),
    redo: () => changed(input, () => goToFirst(edits.redo()[0], goTo)),
    fill_down: () => changed(input, () => edits.fillDown(key)),
    fill_right: () => changed(input, () => edits.fillRight(key)),
    zeros_in_row: () => changed(input, () => edits.fillZeros(key, "row")),
    zeros_in_column: () => changed(input, () => edits.fillZeros(key, "column")),
    clear: () => changed(input, () => edits.fillBlock(null)),
  };
  if (command.act === "move") moveTo(command.to, key, input, options);
  else if (command.act === "extend") options.show(block.extend(key, command.to));
  else acts[command.act]();
}

function moveTo(
  to: Direction | Jump,
  key: CellKey,
  input: HTMLInputElement | null,
  { findSeen, goTo, block }: GridKeysOptions,
): void {
  const map = findSeen();
  const next = isDirection(to) ? neighbour(map, key, to) : jumpFrom(map, key, to);
  block.clear();
  if (next) goTo(next);
  else input?.select();
}

function isDirection(to: Direction | Jump): to is Direction {
  return to === "up" || to === "down" || to === "left" || to === "right";
}

/** A value that is put into the cell takes the selection with it; typing has to replace it again. */
function changed(input: HTMLInputElement | null, change: () => void): void {
  change();
  requestAnimationFrame(() => {
    if (input && document.activeElement === input) input.select();
  });
}

function goToFirst(key: CellKey | null | undefined, goTo: (key: CellKey) => void): void {
  if (key) goTo(key);
}

/** A sum has no caret: it is always taken whole. */
function caretOf(input: HTMLInputElement | null): Caret {
  if (!input) return { isWhole: true, isAtStart: true, isAtEnd: true };
  const { selectionStart, selectionEnd, value } = input;
  return {
    isWhole: selectionStart === 0 && selectionEnd === value.length,
    isAtStart: selectionEnd === 0,
    isAtEnd: selectionStart === value.length,
  };
}
