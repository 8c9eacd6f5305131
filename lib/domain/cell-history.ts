import type { EventType, StoredEvent } from "@/lib/domain/events";
import type { CellKey } from "@/lib/domain/format";

/** Events that change figures, and the one that keeps them as a version. */
export const CELL_HISTORY_TYPES = [
  "figures_carried",
  "figures_saved",
  "section_declared_nil",
  "nil_declaration_withdrawn",
  "blanks_counted_as_zero",
  "reopening_undone",
  "section_taken",
  "section_submitted",
] as const satisfies readonly EventType[];

type HistoryType = (typeof CELL_HISTORY_TYPES)[number];

/** One change of a cell: by whom, when, from what to what. Null is blank. */
export type CellHistoryEntry = {
  id: number;
  at: Date;
  by: string;
  how: Exclude<HistoryType, "section_submitted">;
  from: string | null;
  to: string | null;
  /** The version in which it was first submitted; null as long as it is not. */
  version: number | null;
};

/**
 * What became of a cell, newest first, from the events of its section in the same order. A change that was changed again
 * before the section was submitted stands in no version.
 */
export function cellHistoryOf(events: readonly StoredEvent[], cellKey: CellKey): CellHistoryEntry[] {
  const entries: CellHistoryEntry[] = [];
  /** The submission after the event that is looked at, until a change of the cell has taken it. */
  let submitted: number | null = null;
  for (const { id, at, actorName: by, event } of events) {
    if (event.type === "section_submitted" || event.type === "section_taken") submitted = event.data.version;
    if (!isChange(event)) continue;
    const change = event.data.changes.find((candidate) => candidate.cellKey === cellKey);
    if (!change || change.from === change.to) continue;
    entries.push({ id, at, by, how: event.type, from: change.from, to: change.to, version: submitted });
    submitted = null;
  }
  return entries;
}

function isChange(
  event: StoredEvent["event"],
): event is Extract<StoredEvent["event"], { type: CellHistoryEntry["how"] }> {
  return event.type !== "section_submitted" && CELL_HISTORY_TYPES.some((type) => type === event.type);
}
