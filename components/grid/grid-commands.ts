import type { Jump } from "./grid-block";
import type { Direction } from "./grid-map";

/** What a key asks of the grid. */
export type GridCommand =
  | { act: "move" | "extend"; to: Direction | Jump }
  | {
      act:
        | "select_all"
        | "undo"
        | "redo"
        | "fill_down"
        | "fill_right"
        | "zeros_in_row"
        | "zeros_in_column"
        | "clear"
        | "leave"
        | "edit"
        | "next_marked"
        | "previous_marked"
        | "history"
        | "help";
    };

export type GridKey = {
  key: string;
  /** The place of the key, where its letter depends on what is held with it. */
  code: string;
  shift: boolean;
  /** Ctrl, or the command key of a Mac. */
  control: boolean;
  alt: boolean;
};

/** How the cursor stands in the text of the cell. */
export type Caret = { isWhole: boolean; isAtStart: boolean; isAtEnd: boolean };

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};
const JUMPS: Readonly<Record<string, Jump>> = { PageUp: "page_up", PageDown: "page_down" };

/**
 * What a key means in a cell; null leaves it to the browser: Tab, and everything that edits the text of one cell.
 *
 * As long as the whole text is selected, which it is on entering a cell, keys move between cells. While somebody edits
 * it, ← → Home End move the caret and leave the cell only from the end of the text.
 */
export function commandOf(key: GridKey, caret: Caret, hasBlock: boolean): GridCommand | null {
  if (key.alt) return withAlt(key);
  if (key.control) return withControl(key, caret);
  if (key.key === "Enter") return { act: "move", to: key.shift ? "up" : "down" };
  if (key.key === "Escape") return { act: "leave" };
  if (key.key === "F1") return { act: "help" };
  if (key.key === "F2") return { act: key.shift ? "history" : "edit" };
  if (hasBlock && (key.key === "Delete" || key.key === "Backspace")) return { act: "clear" };
  const to = wayOf(key.key, caret);
  return to && { act: key.shift ? "extend" : "move", to };
}

function withAlt({ key, code, shift, control }: GridKey): GridCommand | null {
  if (control) return null;
  if (key === "ArrowDown") return { act: "next_marked" };
  if (key === "ArrowUp") return { act: "previous_marked" };
  if (code === "Digit0") return { act: shift ? "zeros_in_column" : "zeros_in_row" };
  return null;
}

function withControl({ key, shift }: GridKey, caret: Caret): GridCommand | null {
  const letter = key.toLowerCase();
  if (letter === "z") return { act: shift ? "redo" : "undo" };
  if (letter === "y" && !shift) return { act: "redo" };
  if (letter === "d" && !shift) return { act: "fill_down" };
  if (letter === "r" && !shift) return { act: "fill_right" };
  if (letter === "a" && !shift) return caret.isWhole ? { act: "select_all" } : null;
  if (key === "Home") return { act: shift ? "extend" : "move", to: "first" };
  if (key === "End") return { act: shift ? "extend" : "move", to: "last" };
  return null;
}

function wayOf(key: string, { isWhole, isAtStart, isAtEnd }: Caret): Direction | Jump | null {
  const arrow = ARROWS[key];
  if (arrow === "left") return isWhole || isAtStart ? "left" : null;
  if (arrow === "right") return isWhole || isAtEnd ? "right" : null;
  if (key === "Home") return isWhole || isAtStart ? "row_start" : null;
  if (key === "End") return isWhole || isAtEnd ? "row_end" : null;
  return arrow ?? JUMPS[key] ?? null;
}
