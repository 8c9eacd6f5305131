import type { StoredEvent } from "@/lib/domain/events";
import type { Seal, Verification } from "@/lib/domain/seal";

/** Names of what events only hold the keys of. */
export type HistoryNames = {
  units: ReadonlyMap<string, string>;
  years: ReadonlyMap<string, number>;
  /** Labels by cell key. */
  indicators: ReadonlyMap<string, string>;
  headings: (headingKey: string) => string | null;
};

export type History = {
  events: StoredEvent[];
  total: number;
  hasMore: boolean;
  units: { id: string; name: string }[];
  /** Null for those who only see their own unit's history. */
  people: { id: string; name: string }[] | null;
  names: HistoryNames;
  seal: { newest: Seal | null; all: number; verification: Verification | null } | null;
};
