import type { LedgerRole } from "@/lib/domain/ledger/ledger-heads";

type Choice = { value: string; label: string };

/** A line of the file with what is said of it. */
export type LedgerLine = { place: string; text: string };

/** What a ledger would do, in words, as the page shows it before anything is stored. */
export type LedgerView = {
  summary: readonly string[];
  columns: readonly { role: LedgerRole; label: string; chosen: string; choices: readonly Choice[] }[];
  words: readonly { label: string; count: number; target: string; isKnown: boolean; role: "kind" | "outcome" }[];
  targets: Readonly<Record<"kind" | "outcome", readonly Choice[]>>;
  changes: readonly { place: string; from: string; to: string }[];
  /** How many blank cells become 0. */
  zeros: number;
  settled: readonly { place: string; from: string; to: string }[];
  uncounted: number;
  faults: readonly LedgerLine[];
  moreFaults: number;
  notes: readonly LedgerLine[];
  moreNotes: number;
  late: readonly LedgerLine[];
  moreLate: number;
};
