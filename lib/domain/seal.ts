import type { HistoryFault } from "@/lib/domain/history-check";

export type Seal = { number: number; upToEventId: number; eventCount: number; hash: string; sealedAt: Date };

export type Verification = {
  /** True when everything that was looked at is as it was written. */
  isIntact: boolean;
  /** The first row that is not; null when all are. */
  fault: HistoryFault | null;
  events: number;
  seals: number;
  /** The last event up to which the seals hold, and when that was sealed. */
  holdsUpToEventId: number;
  lastSeal: Seal | null;
  /** Events after the last seal. */
  unsealed: number;
};
