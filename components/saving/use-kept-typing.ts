"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { CellSaver } from "@/components/saving/cell-saver";
import { changeKept, type KeptEntry, listKept } from "@/components/saving/kept-typing";

type KeptTypingOptions = {
  saver: CellSaver;
  /** Whose typing is kept, and of which section. */
  owner: string;
  of: string;
  keys: readonly string[];
  placeOf: (anchor: string) => string;
};

/**
 * Keeps what is typed on this machine until the server has it, and finds what was kept before and never arrived: by a page
 * that was closed without the line, a browser that ended, a session that was over.
 */
export function useKeptTyping(options: KeptTypingOptions) {
  const { saver, owner, of, keys } = options;
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const [found, setFound] = useState<readonly KeptEntry[]>([]);

  useEffect(() => {
    let isGone = false;
    void listKept(owner, of).then((entries) => {
      if (isGone) return;
      const needed = entries.filter(({ anchor, value }) => keys.includes(anchor) && isMissing(saver, anchor, value));
      setFound(needed);
      // What the server has by now was written before this could be noted.
      void changeKept(
        [],
        entries.filter((entry) => !needed.includes(entry)),
      );
    });
    return () => {
      isGone = true;
    };
  }, [saver, owner, of, keys]);

  useEffect(() => keepAlong(saver, () => latest.current), [saver]);

  const settle = useCallback(
    (entries: readonly KeptEntry[]) => setFound((before) => before.filter((entry) => !entries.includes(entry))),
    [],
  );
  return {
    found,
    /** Brings kept values to the server as if they were typed now, each with what its writer had seen. */
    send(entries: readonly KeptEntry[]) {
      settle(entries);
      saver.resend(
        entries.map(({ anchor, value, seen }) => ({ cellKey: anchor, value: value === "" ? null : value, seen })),
      );
    },
    drop(entries: readonly KeptEntry[]) {
      settle(entries);
      void changeKept([], entries);
    },
  };
}

function isMissing(saver: CellSaver, anchor: string, value: string): boolean {
  return (saver.cell(anchor).stored ?? "") !== value;
}

/** Follows every change of the saver: at each moment what is kept is what is typed and not stored. */
function keepAlong(saver: CellSaver, now: () => KeptTypingOptions): () => void {
  const kept = new Map<string, string>();
  let isWriting = false;
  let isAgain = false;

  const write = async (): Promise<void> => {
    if (isWriting) {
      isAgain = true;
      return;
    }
    const { owner, of, keys, placeOf } = now();
    const put: KeptEntry[] = [];
    const gone: KeptEntry[] = [];
    for (const anchor of keys) {
      const { typed, stored, conflict } = saver.cell(anchor);
      const value = conflict ? (conflict.mine ?? "") : typed;
      const entry = { owner, of, anchor, place: placeOf(anchor), value, seen: stored };
      if (value !== (stored ?? "")) {
        if (kept.get(anchor) !== value) put.push(entry);
        kept.set(anchor, value);
      } else if (kept.delete(anchor)) gone.push(entry);
    }
    if (put.length + gone.length === 0) return;
    isWriting = true;
    await changeKept(put, gone);
    isWriting = false;
    if (isAgain) {
      isAgain = false;
      await write();
    }
  };
  return saver.subscribe(() => void write());
}
