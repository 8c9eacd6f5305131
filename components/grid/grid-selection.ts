import type { CellKey } from "@/lib/domain/format";
import { type GridPoint, type GridSelection, isOnePlace, type Jump, keysIn, moveCorner, wholeOf } from "./grid-block";
import { type Direction, type GridMap, locate } from "./grid-map";

export type SelectedBlock = ReturnType<typeof createSelectedBlock>;

/**
 * The block of cells that is selected, beside the cell that has the focus. Cells ask whether they are in it, so that only
 * those that come and go are drawn again.
 */
export function createSelectedBlock(map: GridMap) {
  const listeners = new Set<() => void>();
  let current: GridSelection | null = null;
  let keys: ReadonlySet<CellKey> = new Set();

  function set(next: GridSelection | null) {
    if (next === current) return;
    current = next && isOnePlace(next) ? null : next;
    keys = new Set(current ? keysIn(map, current) : []);
    for (const listener of listeners) listener();
  }
  const begin = (cellKey: CellKey): GridPoint | null => current?.from ?? locate(map, cellKey);

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    has: (cellKey: CellKey): boolean => keys.has(cellKey),
    /** Null while no more than one cell is selected. */
    current: (): GridSelection | null => current,
    clear: () => set(null),
    all: () => set(wholeOf(map)),
    /** From the cell that has the focus, moves the corner of the block; tells where it is now. */
    extend(focused: CellKey, to: Direction | Jump): GridPoint | null {
      const from = begin(focused);
      if (!from) return null;
      const corner = moveCorner(map, current?.to ?? from, to);
      set({ from, to: corner });
      return corner;
    },
    /** From one cell to another, as the mouse draws it. */
    between(from: CellKey, to: CellKey) {
      const [start, end] = [locate(map, from), locate(map, to)];
      if (start && end) set({ from: start, to: end });
    },
  };
}
