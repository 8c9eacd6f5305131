import type { CellKey } from "@/lib/domain/format";

/** One cell as its writer saw it and as it shall be; null is blank. */
export type CellChange = { cellKey: CellKey; seen: string | null; value: string | null };

/** A group of changes. Sent again with the same id, it changes nothing twice. */
export type SaveRequest = { requestId: string; changes: readonly CellChange[] };

/** A cell that somebody else had changed meanwhile: what they wrote, who and when (ISO 8601). */
export type ServerConflict = {
  cellKey: CellKey;
  seen: string | null;
  theirs: string | null;
  by: string;
  /** The same person wrote it, in another window. */
  isOwn: boolean;
  at: string;
};

/** What the server says of a save. A promise that rejects means that it could not be reached. */
export type SaveOutcome =
  | {
      status: "saved";
      savedAt: string;
      cells: readonly { cellKey: CellKey; value: string | null }[];
      conflicts: readonly ServerConflict[];
    }
  /**
   * `isPassing` where the same may be taken later: the database is busy, or its disk full. `isStale` where the page shows
   * what no longer holds: only a look at the newest state helps.
   */
  | { status: "refused"; message: string; isPassing?: boolean; isStale?: boolean }
  | { status: "signed_out" }
  /** The page comes from before an upgrade: no request of its kind is known any more. */
  | { status: "outdated" };

export type SaveCells = (request: SaveRequest) => Promise<SaveOutcome>;
