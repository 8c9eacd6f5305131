import { type MouseEvent, useRef } from "react";
import type { CellKey } from "@/lib/domain/format";
import type { SelectedBlock } from "./grid-selection";

/** The cell in which an element of the grid stands. */
export function placeOf(target: EventTarget | null): CellKey | null {
  const cell = target instanceof Element ? target.closest("td[data-key]") : null;
  return cell instanceof HTMLElement ? (cell.dataset.key ?? null) : null;
}

/** Drawing a block with the mouse: by dragging from a cell, or by a press with Shift on another one. */
export function useGridMouse(block: SelectedBlock) {
  const pressed = useRef<CellKey | null>(null);

  return {
    onMouseDown(event: MouseEvent<HTMLElement>) {
      const key = placeOf(event.target);
      pressed.current = null;
      if (key === null || event.button !== 0) return;
      const focused = placeOf(document.activeElement);
      if (event.shiftKey && focused !== null && focused !== key) {
        event.preventDefault();
        block.between(focused, key);
        return;
      }
      pressed.current = key;
      block.clear();
      enterCell(event);
    },
    onMouseOver(event: MouseEvent<HTMLElement>) {
      const key = placeOf(event.target);
      if (event.buttons !== 1 || pressed.current === null || key === null) return;
      // A drag within one cell selects its text.
      if (key !== pressed.current || block.current()) block.between(pressed.current, key);
    },
    /** The text of a cell is not dragged into another one. */
    onDragStart(event: MouseEvent<HTMLElement>) {
      if (placeOf(event.target) !== null) event.preventDefault();
    },
  };
}

/**
 * The press that enters a cell selects its whole value, so that typing replaces it; left to itself, the browser would
 * put the caret between the digits. A second press puts the caret where it falls. A sum takes the focus, so that a
 * block can begin there.
 */
function enterCell(event: MouseEvent): void {
  const { target } = event;
  const place = target instanceof HTMLInputElement ? target : target instanceof Element ? target.closest("td") : null;
  if (!place || document.activeElement === place) return;
  event.preventDefault();
  place.focus({ preventScroll: true });
}
