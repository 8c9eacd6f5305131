import type { CellKey } from "@/lib/domain/format";
import type { CellStore } from "./cell-store";
import type { SavingView } from "./cell-views";
import type { SaveCells, SaveOutcome, SaveRequest } from "./save-contract";
import { whyUnanswered } from "./send-until-answered";

/** Time is handed in, so that saving can be tested without waiting. `later` returns how to call it off. */
export type Clock = { later: (ms: number, run: () => void) => () => void };

/** Cells left within this time travel together. */
const GROUP_MS = 400;
const TICK_MS = 2_000;
const RETRY_MS = [2_000, 4_000, 8_000, 16_000, 30_000] as const;
/** A database that is full or too busy is asked again, but not at once. */
const RETRY_REFUSED_MS = 30_000;
/** Fewer than the server takes in one request. */
const MOST_CHANGES = 200;

type SaveResult = Extract<SaveOutcome, { status: "saved" }>;
type SaveRefusal = Extract<SaveOutcome, { status: "refused" }>;

export type SendQueueOptions = {
  store: CellStore;
  save: SaveCells;
  clock: Clock;
  newRequestId: () => string;
  announce: (change?: Partial<SavingView>) => void;
  onConflict: (conflict: SaveResult["conflicts"][number]) => void;
};

/**
 * Brings written cells to the server: one request at a time, each cell with the value that its writer saw. A request
 * whose answer is unknown is sent again unchanged, under its own id, before anything newer goes out.
 */
export function createSendQueue({ store, save, clock, newRequestId, announce, onConflict }: SendQueueOptions) {
  const queued = new Set<CellKey>();
  let unanswered: SaveRequest | null = null;
  let isSending = false;
  let failures = 0;
  const timer = createTimer(clock, () => void send());

  async function send(): Promise<void> {
    if (isSending) return;
    unanswered ??= takeRequest(store, queued, newRequestId);
    if (!unanswered) {
      if (queued.size > 0) timer.start(0);
      return announce({ state: queued.size > 0 ? "saving" : "idle" });
    }
    isSending = true;
    for (const { cellKey } of unanswered.changes) store.put(cellKey, { status: "saving" });
    announce({ state: "saving", message: null, isStale: false });
    const outcome = await answerOf(save, unanswered);
    isSending = false;
    settle(unanswered, outcome);
  }

  function settle(request: SaveRequest, outcome: SaveOutcome | null) {
    if (outcome === null || outcome.status === "signed_out" || outcome.status === "outdated") {
      return keepForLater(request, outcome?.status ?? "offline");
    }
    unanswered = null;
    failures = 0;
    if (outcome.status === "refused") return keepRefused(request, outcome);
    takeIn(outcome);
  }

  function keepForLater(request: SaveRequest, state: "offline" | "signed_out" | "outdated") {
    for (const { cellKey } of request.changes) store.put(cellKey, { status: "waiting" });
    announce({ state, isStale: state === "outdated" });
    if (state === "offline") timer.start(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? GROUP_MS);
    failures += 1;
  }

  function keepRefused(request: SaveRequest, { message, isPassing, isStale = false }: SaveRefusal) {
    for (const { cellKey } of request.changes) {
      queued.add(cellKey);
      store.put(cellKey, { status: "refused" });
    }
    announce({ state: "refused", message, isStale });
    if (isPassing) timer.start(RETRY_REFUSED_MS);
  }

  function takeIn({ cells, conflicts, savedAt }: SaveResult) {
    for (const { cellKey, value } of cells) {
      const isNewer = queued.has(cellKey);
      store.put(cellKey, { stored: value, status: isNewer ? "queued" : "saved" });
      if (!isNewer) clock.later(TICK_MS, () => fadeTick(store, cellKey, announce));
    }
    for (const conflict of conflicts) onConflict(conflict);
    announce({ state: queued.size > 0 ? "saving" : "idle", savedAt, message: null, isStale: false });
    if (queued.size > 0) timer.start(0);
  }

  return {
    add: (cellKey: CellKey) => queued.add(cellKey),
    remove: (cellKey: CellKey) => queued.delete(cellKey),
    isUnderway: (cellKey: CellKey): boolean =>
      unanswered?.changes.some((change) => change.cellKey === cellKey) ?? false,
    /** Cells of the request that is under way, and those that wait for the next one. */
    pending: (): number => new Set([...queued, ...(unanswered?.changes.map(({ cellKey }) => cellKey) ?? [])]).size,
    /** Sends what is queued soon, unless a request is under way; true when it will. */
    start(): boolean {
      const isStarting = queued.size > 0 && !unanswered;
      if (isStarting) timer.start(GROUP_MS);
      return isStarting;
    },
    /** Sends what waits at once: the connection is back, the person has signed in again, or the page is left. */
    retry() {
      timer.callOff();
      void send();
    },
  };
}

export type SendQueue = ReturnType<typeof createSendQueue>;

/** One timer at a time: starting it anew calls the one before off. */
function createTimer(clock: Clock, run: () => void) {
  let callOffStarted: (() => void) | null = null;
  const callOff = () => {
    callOffStarted?.();
    callOffStarted = null;
  };
  return {
    callOff,
    start(ms: number) {
      callOff();
      callOffStarted = clock.later(ms, () => {
        callOffStarted = null;
        run();
      });
    },
  };
}

/** Takes from the queue what goes into one request; null where nothing in it differs from what is stored. */
function takeRequest(store: CellStore, queued: Set<CellKey>, newRequestId: () => string): SaveRequest | null {
  const changes = [...queued].slice(0, MOST_CHANGES).flatMap((cellKey) => {
    queued.delete(cellKey);
    const { written, stored } = store.cell(cellKey);
    if (written !== stored) return [{ cellKey, seen: stored, value: written }];
    store.put(cellKey, { status: "idle" });
    return [];
  });
  return changes.length > 0 ? { requestId: newRequestId(), changes } : null;
}

/** The mark of a saved cell is removed after a while. */
function fadeTick(store: CellStore, cellKey: CellKey, announce: () => void): void {
  if (store.cell(cellKey).status !== "saved") return;
  store.put(cellKey, { status: "idle" });
  announce();
}

/** Null where the server was not reached or did not answer: whether it has the request is unknown. */
async function answerOf(save: SaveCells, request: SaveRequest): Promise<SaveOutcome | null> {
  try {
    return await save(request);
  } catch (error) {
    return whyUnanswered(error) === "outdated" ? { status: "outdated" } : null;
  }
}
