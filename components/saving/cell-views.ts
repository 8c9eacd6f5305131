import type { CellKey } from "@/lib/domain/format";

export type CellStatus = "idle" | "queued" | "saving" | "saved" | "waiting" | "refused" | "conflict";

export type CellConflict = {
  cellKey: CellKey;
  mine: string | null;
  theirs: string | null;
  by: string;
  isOwn: boolean;
  at: string;
};

/** One cell as the grid draws it. The object changes when, and only when, the cell does. */
export type CellView = {
  /** What stands in the input. */
  typed: string;
  /** What the writer last left in it: this is sent, and this is checked. */
  written: string | null;
  /** What the server last said the cell holds. */
  stored: string | null;
  status: CellStatus;
  conflict: CellConflict | null;
};

/** What the bar at the bottom says about saving. */
export type SavingView = {
  state: "idle" | "saving" | "offline" | "signed_out" | "refused" | "outdated";
  /** Cells on their way, or waiting for the line to come back. */
  pending: number;
  savedAt: string | null;
  /** The server's sentence, when it refused. */
  message: string | null;
  /** The page shows what no longer holds, or is from before an upgrade: only a look at the newest state helps. */
  isStale: boolean;
  conflicts: readonly CellConflict[];
  canUndo: boolean;
};

export const UNTOUCHED: CellView = { typed: "", written: null, stored: null, status: "idle", conflict: null };
