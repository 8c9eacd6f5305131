import type { CellKey } from "@/lib/domain/format";
import { type CellStore, createCellStore } from "./cell-store";
import type { CellConflict, SavingView } from "./cell-views";
import type { SaveCells } from "./save-contract";
import { type Clock, createSendQueue, type SendQueue } from "./send-queue";

/** So many steps back can be taken. */
const MOST_STEPS = 100;

type Written = { cellKey: CellKey; value: string | null };
type Step = readonly { cellKey: CellKey; from: string | null; to: string | null }[];

export type CellSaver = ReturnType<typeof createCellSaver>;

/** Keeps what is typed, brings it to the server, and takes steps back; conflicts stay until the writer chooses. */
export function createCellSaver(options: {
  figures: Readonly<Record<CellKey, string | null>>;
  /** What stands in inputs that were sent and not accepted. */
  typed?: Readonly<Record<CellKey, string>>;
  save: SaveCells;
  clock: Clock;
  newRequestId: () => string;
}) {
  const { save, clock, newRequestId } = options;
  const store = createCellStore(options.figures, options.typed);
  const { cell, put } = store;
  let steps: Step[] = [];
  let isLetGo = false;

  const announce = (change: Partial<SavingView> = {}) =>
    store.announce({ ...change, pending: queue.pending(), canUndo: steps.length > 0 });
  const queue = createSendQueue({ store, save, clock, newRequestId, announce, onConflict });

  function onConflict(conflict: Omit<CellConflict, "mine">) {
    queue.remove(conflict.cellKey);
    steps = steps.filter((step) => step.every((change) => change.cellKey !== conflict.cellKey));
    keepBoth(store, conflict);
  }

  /** Puts values into cells and sends them, remembering the step for `undo` unless it is one. */
  function write(values: readonly Written[], isUndo = false): Step {
    const step = values.flatMap(({ cellKey, value }) => {
      const { conflict, written } = cell(cellKey);
      if (conflict) {
        put(cellKey, { typed: value ?? "", written: value, conflict: { ...conflict, mine: value } });
        return [];
      }
      return writeCell(store, queue, { cellKey, value }) ? [{ cellKey, from: written, to: value }] : [];
    });
    if (step.length > 0 && !isUndo) steps = [...steps.slice(1 - MOST_STEPS), step];
    announce(queue.start() ? { state: "saving", message: null, isStale: false } : {});
    return step;
  }

  return {
    cell,
    saving: store.saving,
    version: store.version,
    subscribe: store.subscribe,
    retry: queue.retry,
    /** While typing: shown and added up, not yet sent. */
    type(cellKey: CellKey, typed: string) {
      put(cellKey, { typed });
      announce();
    },
    write: (values: readonly Written[]) => write(values),
    /**
     * Sends what was typed on a page that has gone, as its writer saw the cells then: what somebody has changed since comes
     * back as a conflict.
     */
    resend(values: readonly (Written & { seen: string | null })[]) {
      for (const { cellKey, seen } of values) {
        if (queue.isUnderway(cellKey) || cell(cellKey).conflict) continue;
        put(cellKey, { typed: seen ?? "", written: seen, stored: seen });
      }
      write(values);
    },
    /** Gives back the value seen before typing began. */
    restore(cellKey: CellKey) {
      put(cellKey, { typed: cell(cellKey).written ?? "" });
      announce();
    },
    /** Takes back the last step and says which cells it touched. */
    undo(): CellKey[] {
      const step = steps.at(-1);
      if (!step) return [];
      steps = steps.slice(0, -1);
      const restored = step.map(({ cellKey, from }) => ({ cellKey, value: from }));
      return write(restored, true).map(({ cellKey }) => cellKey);
    },
    ...conflictChoices(store, announce, write),
    /** The page may go although something is not saved: it was kept elsewhere. */
    letGo() {
      isLetGo = true;
    },
    /** True when closing the window would lose something. */
    wouldLose: (): boolean => !isLetGo && store.saving().pending > 0,
  };
}

/** How a writer settles that somebody else wrote the same cell. */
function conflictChoices({ cell, put }: CellStore, announce: () => void, write: (values: readonly Written[]) => Step) {
  return {
    takeTheirs(cellKey: CellKey) {
      const { conflict } = cell(cellKey);
      if (!conflict) return;
      put(cellKey, { typed: conflict.theirs ?? "", written: conflict.theirs, status: "idle", conflict: null });
      announce();
    },
    keepMine(cellKey: CellKey) {
      const { conflict } = cell(cellKey);
      if (!conflict) return;
      put(cellKey, { status: "idle", conflict: null });
      write([{ cellKey, value: conflict.mine }]);
    },
  };
}

/** Somebody else's value is kept beside ours until the writer chooses; nothing of ours is sent meanwhile. */
function keepBoth({ cell, put }: CellStore, { cellKey, theirs, by, isOwn, at }: Omit<CellConflict, "mine">): void {
  const mine = cell(cellKey).written;
  const isSame = mine === theirs;
  put(cellKey, {
    stored: theirs,
    status: isSame ? "idle" : "conflict",
    conflict: isSame ? null : { cellKey, mine, theirs, by, isOwn, at },
  });
}

/** Puts a value into a cell that nobody disputes; true when it differs from what was written before. */
function writeCell({ cell, put }: CellStore, queue: SendQueue, { cellKey, value }: Written): boolean {
  const before = cell(cellKey);
  const isSettled = value === before.stored && !queue.isUnderway(cellKey);
  if (isSettled) queue.remove(cellKey);
  else queue.add(cellKey);
  put(cellKey, { typed: value ?? "", written: value, status: isSettled ? "idle" : "queued" });
  return value !== before.written;
}
