import { useState, useSyncExternalStore } from "react";
import type { CellSaver } from "@/components/saving/cell-saver";
import type { Figures } from "@/lib/domain/cell";
import type { CellKey, Format, SectionId } from "@/lib/domain/format";
import { createLiveTotals, type LiveTotals } from "./live-totals";

/** The sums of a section while it is filled in; one for the life of the page, shared by the grid and the panel. */
export function useLiveTotals(saver: CellSaver, format: Format, sectionId: SectionId): LiveTotals {
  const [totals] = useState(() => createLiveTotals(saver, format, sectionId));
  return totals;
}

/** A computed figure over what is typed at this moment. */
export function useTotal(saver: CellSaver, totals: LiveTotals, cellKey: CellKey): string | null {
  const read = () => totals.of(cellKey);
  return useSyncExternalStore(saver.subscribe, read, read);
}

/** The figures as last left, sums included: run the checks on these. */
export function useWrittenFigures(saver: CellSaver, totals: LiveTotals): Figures {
  return useSyncExternalStore(saver.subscribe, totals.written, totals.written);
}
