"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { CellKey } from "@/lib/domain/format";
import { type CellSaver, createCellSaver } from "./cell-saver";
import type { CellView, SavingView } from "./cell-views";
import { newRequestId } from "./new-request-id";
import type { SaveCells } from "./save-contract";

const NOTHING_TYPED: Readonly<Record<CellKey, string>> = {};

/**
 * One saver for the life of the page. It tries again when the line comes back or the person returns from signing in,
 * sends at once what waits when another page is opened, and asks before the window is closed meanwhile.
 */
export function useCellSaver(
  figures: Readonly<Record<CellKey, string | null>>,
  onSave: SaveCells,
  typed: Readonly<Record<CellKey, string>> = NOTHING_TYPED,
): CellSaver {
  const latestSave = useRef(onSave);
  useEffect(() => {
    latestSave.current = onSave;
  }, [onSave]);

  const [saver] = useState(() =>
    createCellSaver({
      figures,
      typed,
      save: (request) => latestSave.current(request),
      newRequestId,
      clock: {
        later(ms, run) {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
      },
    }),
  );

  useEffect(() => {
    const retry = () => {
      const { state, pending } = saver.saving();
      if (pending > 0 && (state === "offline" || state === "signed_out")) saver.retry();
    };
    const hold = (event: BeforeUnloadEvent) => {
      // What is still being typed counts as well: leaving its field hands it over.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if (saver.wouldLose()) event.preventDefault();
    };
    window.addEventListener("online", retry);
    window.addEventListener("focus", retry);
    window.addEventListener("beforeunload", hold);
    return () => {
      window.removeEventListener("online", retry);
      window.removeEventListener("focus", retry);
      window.removeEventListener("beforeunload", hold);
      saver.retry();
    };
  }, [saver]);

  return saver;
}

/** Draws again only when this cell changes. */
export function useCellView(saver: CellSaver, cellKey: CellKey): CellView {
  const read = () => saver.cell(cellKey);
  return useSyncExternalStore(saver.subscribe, read, read);
}

export function useSaving(saver: CellSaver): SavingView {
  return useSyncExternalStore(saver.subscribe, saver.saving, saver.saving);
}
