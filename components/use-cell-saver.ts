"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { CellKey } from "@/lib/domain/format";
import { type CellSaver, createCellSaver } from "./cell-saver";
import type { CellView, SavingView } from "./cell-views";
import { newRequestId } from "./new-request-id";
import type { SaveCells } from "./save-contract";

/**
 * One saver for the life of the page. It tries again when the line comes back, and asks before the page is left while
 * something is still on its way.
 */
export function useCellSaver(figures: Readonly<Record<CellKey, string | null>>, onSave: SaveCells): CellSaver {
  const latestSave = useRef(onSave);
  useEffect(() => {
    latestSave.current = onSave;
  }, [onSave]);

  const [saver] = useState(() =>
    createCellSaver({
      figures,
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
    const hold = (event: BeforeUnloadEvent) => {
      if (saver.saving().pending > 0) event.preventDefault();
    };
    window.addEventListener("online", saver.retry);
    window.addEventListener("beforeunload", hold);
    return () => {
      window.removeEventListener("online", saver.retry);
      window.removeEventListener("beforeunload", hold);
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
