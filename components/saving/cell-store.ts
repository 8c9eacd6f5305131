import type { CellKey } from "@/lib/domain/format";
import { type CellConflict, type CellView, type SavingView, UNTOUCHED } from "./cell-views";

export type CellStore = ReturnType<typeof createCellStore>;

/** What every cell holds and how far saving is, with the listeners for changes. */
export function createCellStore(
  figures: Readonly<Record<CellKey, string | null>>,
  typed: Readonly<Record<CellKey, string>> = {},
) {
  const cells = new Map<CellKey, CellView>(
    Object.entries(figures).map(([key, value]) => [
      key,
      { typed: typed[key] ?? value ?? "", written: value, stored: value, status: "idle", conflict: null },
    ]),
  );
  const listeners = new Set<() => void>();
  let version = 0;
  let saving: SavingView = {
    state: "idle",
    pending: 0,
    savedAt: null,
    message: null,
    isStale: false,
    conflicts: [],
    canUndo: false,
  };
  const cell = (key: CellKey): CellView => cells.get(key) ?? UNTOUCHED;

  return {
    cell,
    put(key: CellKey, change: Partial<CellView>) {
      cells.set(key, { ...cell(key), ...change });
    },
    saving: (): SavingView => saving,
    /** Grows with every change, so that what is worked out from all cells is worked out once. */
    version: (): number => version,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce(change: Partial<SavingView>) {
      const conflicts = [...cells.values()].flatMap(({ conflict }): CellConflict[] => (conflict ? [conflict] : []));
      version += 1;
      saving = unlessSame(saving, { ...saving, ...change, conflicts });
      for (const listener of listeners) listener();
    },
  };
}

/** The same object as before where nothing in it has changed, so that typing alone does not render the bar again. */
function unlessSame(before: SavingView, now: SavingView): SavingView {
  const isSame =
    before.state === now.state &&
    before.pending === now.pending &&
    before.savedAt === now.savedAt &&
    before.message === now.message &&
    before.isStale === now.isStale &&
    before.canUndo === now.canUndo &&
    before.conflicts.length === now.conflicts.length &&
    before.conflicts.every((conflict, index) => conflict === now.conflicts[index]);
  return isSame ? before : now;
}
