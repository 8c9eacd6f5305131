"use client";

import { type ReactNode, useEffect, useState } from "react";
import { KeptEntries } from "@/components/saving/kept-entries";
import { changeKept, type KeptEntry, listKept } from "@/components/saving/kept-typing";

/** What a person typed into a section before it was handed in, and never reached the server: to be read, and thrown away. */
export function KeptReading({ owner, of }: { owner: string; of: string }): ReactNode {
  const [entries, setEntries] = useState<readonly KeptEntry[]>([]);
  useEffect(() => {
    void listKept(owner, of).then(setEntries);
  }, [owner, of]);
  const drop = (dropped: readonly KeptEntry[]) => {
    setEntries((before) => before.filter((entry) => !dropped.includes(entry)));
    void changeKept([], dropped);
  };
  return <KeptEntries entries={entries} onDrop={drop} />;
}
