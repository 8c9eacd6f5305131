import type { CellKey } from "@/lib/domain/format";
import { whyUnanswered } from "./answered";
import { type CellConflict, type CellView, type SavingView, UNTOUCHED } from "./cell-views";
import type { SaveCells, SaveOutcome, SaveRequest } from "./save-contract";

/** Time is handed in, so that the saver can be tested without waiting. `later` returns how to call it off. */
export type Clock = { later: (ms: number, run: () => void) => () => void };

/** Cells left within this time travel together. */
const GROUP_MS = 400;
const TICK_MS = 2_000;
const RETRY_MS = [2_000, 4_000, 8_000, 16_000, 30_000] as const;
/** A database that is full or too busy is asked again, but not at once. */
const RETRY_REFUSED_MS = 30_000;
/** Fewer than the server takes in one request. */
const MOST_CHANGES = 200;

type Step = readonly { cellKey: CellKey; from: string | null; to: string | null }[];

export type CellSaver = ReturnType<typeof createCellSaver>;

/**
 * Keeps what is typed and brings it to the server: one request at a time, each cell with the value that its writer
 * saw. A request whose answer is unknown is sent again unchanged, under its own id, before anything newer goes out.
 */
export function createCellSaver(options: {
  figures: Readonly<Record<CellKey, string | null>>;
  /** What stands in inputs that were sent and not accepted. */
  typed?: Readonly<Record<CellKey, string>>;
  save: SaveCells;
  clock: Clock;
  newRequestId: () => string;
}) {
  const { save, clock, newRequestId } = options;
  const cells = new Map<CellKey, CellView>(
    Object.entries(options.figures).map(([key, value]) => [
      key,
      { typed: options.typed?.[key] ?? value ?? "", written: value, stored: value, status: "idle", conflict: null },
    ]),
  );
  const queued = new Set<CellKey>();
  const listeners = new Set<() => void>();
  let steps: Step[] = [];
  let unanswered: SaveRequest | null = null;
  let isSending = false;
  let failures = 0;
  let version = 0;
  let isLetGo = false;
  let callOffTimer: (() => void) | null = null;
  let saving: SavingView = {
    state: "idle",
    pending: 0,
    savedAt: null,
    message: null,
    conflicts: [],
    canUndo: false,
  };

  const cellOf = (key: CellKey): CellView => cells.get(key) ?? UNTOUCHED;
  const put = (key: CellKey, change: Partial<CellView>) => cells.set(key, { ...cellOf(key), ...change });

  function announce(change: Partial<SavingView> = {}) {
    const keys = new Set([...queued, ...(unanswered?.changes.map((change) => change.cellKey) ?? [])]);
    const conflicts = [...cells.values()].flatMap((cell): CellConflict[] => (cell.conflict ? [cell.conflict] : []));
    version += 1;
    saving = unlessSame(saving, { ...saving, ...change, pending: keys.size, conflicts, canUndo: steps.length > 0 });
    for (const listener of listeners) listener();
  }

  function schedule(ms: number) {
    callOffTimer?.();
    callOffTimer = clock.later(ms, () => {
      callOffTimer = null;
      void send();
    });
  }

  function nextRequest(): SaveRequest | null {
    const changes = [...queued].slice(0, MOST_CHANGES).flatMap((cellKey) => {
      queued.delete(cellKey);
      const { written, stored } = cellOf(cellKey);
      if (written !== stored) return [{ cellKey, seen: stored, value: written }];
      put(cellKey, { status: "idle" });
      return [];
    });
    return changes.length > 0 ? { requestId: newRequestId(), changes } : null;
  }

  async function send(): Promise<void> {
    if (isSending) return;
    unanswered ??= nextRequest();
    if (!unanswered) {
      if (queued.size > 0) schedule(0);
      return announce({ state: queued.size > 0 ? "saving" : "idle" });
    }
    isSending = true;
    for (const { cellKey } of unanswered.changes) put(cellKey, { status: "saving" });
    announce({ state: "saving", message: null });
    let outcome: SaveOutcome | null = null;
    try {
      outcome = await save(unanswered);
    } catch (error) {
      if (whyUnanswered(error) === "outdated") outcome = { status: "outdated" };
      // Not reached, or no answer: whether the server has it is unknown, so the same request goes out again.
    }
    isSending = false;
    settle(unanswered, outcome);
  }

  function settle(request: SaveRequest, outcome: SaveOutcome | null) {
    if (outcome === null || outcome.status === "signed_out" || outcome.status === "outdated") {
      for (const { cellKey } of request.changes) put(cellKey, { status: "waiting" });
      announce({ state: outcome === null ? "offline" : outcome.status });
      if (outcome === null) schedule(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? GROUP_MS);
      failures += 1;
      return;
    }
    unanswered = null;
    failures = 0;
    if (outcome.status === "refused") {
      for (const { cellKey } of request.changes) {
        queued.add(cellKey);
        put(cellKey, { status: "refused" });
      }
      announce({ state: "refused", message: outcome.message });
      if (outcome.isPassing) schedule(RETRY_REFUSED_MS);
      return;
    }
    for (const { cellKey, value } of outcome.cells) {
      const isNewer = queued.has(cellKey);
      put(cellKey, { stored: value, status: isNewer ? "queued" : "saved" });
      if (!isNewer) fadeTick(cellKey);
    }
    for (const conflict of outcome.conflicts) meet(conflict.cellKey, conflict);
    announce({ state: queued.size > 0 ? "saving" : "idle", savedAt: outcome.savedAt, message: null });
    if (queued.size > 0) schedule(0);
  }

  function fadeTick(cellKey: CellKey) {
    clock.later(TICK_MS, () => {
      if (cellOf(cellKey).status !== "saved") return;
      put(cellKey, { status: "idle" });
      announce();
    });
  }

  /** Somebody else's value is kept beside ours until the writer chooses; nothing of ours is sent meanwhile. */
  function meet(cellKey: CellKey, conflict: { theirs: string | null; by: string; isOwn: boolean; at: string }) {
    const { theirs, by, isOwn, at } = conflict;
    const mine = cellOf(cellKey).written;
    queued.delete(cellKey);
    steps = steps.filter((step) => step.every((change) => change.cellKey !== cellKey));
    const isSame = mine === theirs;
    put(cellKey, {
      stored: theirs,
      status: isSame ? "idle" : "conflict",
      conflict: isSame ? null : { cellKey, mine, theirs, by, isOwn, at },
    });
  }

  /** Puts values into cells and sends them, remembering the step for `undo` unless it is one. */
  function write(values: readonly { cellKey: CellKey; value: string | null }[], isUndo: boolean): Step {
    const step = values.flatMap(({ cellKey, value }) => {
      const before = cellOf(cellKey);
      const { conflict } = before;
      if (conflict) {
        put(cellKey, { typed: value ?? "", written: value, conflict: { ...conflict, mine: value } });
        return [];
      }
      const isSettled = value === before.stored && !isUnderway(cellKey);
      if (isSettled) queued.delete(cellKey);
      else queued.add(cellKey);
      put(cellKey, { typed: value ?? "", written: value, status: isSettled ? "idle" : "queued" });
      return value === before.written ? [] : [{ cellKey, from: before.written, to: value }];
    });
    if (step.length > 0 && !isUndo) steps = [...steps.slice(-99), step];
    if (queued.size > 0 && !unanswered) schedule(GROUP_MS);
    announce(queued.size > 0 && !unanswered ? { state: "saving", message: null } : {});
    return step;
  }

  function isUnderway(cellKey: CellKey): boolean {
    return unanswered?.changes.some((change) => change.cellKey === cellKey) ?? false;
  }

  return {
    cell: cellOf,
    saving: (): SavingView => saving,
    /** Grows with every change, so that what is worked out from all cells is worked out once. */
    version: (): number => version,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** While typing: shown and added up, not yet sent. */
    type(cellKey: CellKey, typed: string) {
      put(cellKey, { typed });
      announce();
    },
    write: (values: readonly { cellKey: CellKey; value: string | null }[]) => write(values, false),
    /** Gives back the value seen before typing began. */
    restore(cellKey: CellKey) {
      put(cellKey, { typed: cellOf(cellKey).written ?? "" });
      announce();
    },
    /** Takes back the last step and says which cells it touched. */
    undo(): CellKey[] {
      const step = steps.at(-1);
      if (!step) return [];
      steps = steps.slice(0, -1);
      return write(
        step.map(({ cellKey, from }) => ({ cellKey, value: from })),
        true,
      ).map(({ cellKey }) => cellKey);
    },
    takeTheirs(cellKey: CellKey) {
      const { conflict } = cellOf(cellKey);
      if (!conflict) return;
      put(cellKey, { typed: conflict.theirs ?? "", written: conflict.theirs, status: "idle", conflict: null });
      announce();
    },
    keepMine(cellKey: CellKey) {
      const { conflict } = cellOf(cellKey);
      if (!conflict) return;
      put(cellKey, { status: "idle", conflict: null });
      write([{ cellKey, value: conflict.mine }], false);
    },
    /** The page may go although something is not saved: it was kept elsewhere. */
    letGo() {
      isLetGo = true;
    },
    /** True when closing the window would lose something. */
    wouldLose: (): boolean => !isLetGo && saving.pending > 0,
    /** Sends what waits at once: the line is back, the person has signed in again, or the page is about to go. */
    retry() {
      callOffTimer?.();
      callOffTimer = null;
      void send();
    },
  };
}

/** The view that listeners have already, where nothing in it has changed: typing alone draws no bar again. */
function unlessSame(before: SavingView, now: SavingView): SavingView {
  const isSame =
    before.state === now.state &&
    before.pending === now.pending &&
    before.savedAt === now.savedAt &&
    before.message === now.message &&
    before.canUndo === now.canUndo &&
    before.conflicts.length === now.conflicts.length &&
    before.conflicts.every((conflict, index) => conflict === now.conflicts[index]);
  return isSame ? before : now;
}
