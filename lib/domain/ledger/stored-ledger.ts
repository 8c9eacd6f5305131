import { z } from "zod";
import type { LedgerRole } from "@/lib/domain/ledger/ledger-heads";
import type { LedgerRow } from "@/lib/domain/ledger/ledger-row";

/** Cells and what a ledger counts in them. */
export const LedgerCountsSchema = z.record(z.string(), z.string().regex(/^\d+$/));

/** The names of a file's sheets, by which its lines are found again. */
export const LedgerSheetsSchema = z.array(z.string().max(200)).max(200);

/** What stood in the cells that a ledger filled in. */
export const LedgerChangesSchema = z.array(
  z.object({ cellKey: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
);

const head = z.string().max(200);
/** Which column was which, by its head. */
export const LedgerColumnsSchema = z.object({
  received: head,
  kind: head,
  outcome: head,
  detail: head,
  answered: head,
  extended: head,
} satisfies Record<LedgerRole, typeof head>);

const targets = z.record(z.string(), z.string().regex(/^[a-z_]+$/));
/** What words were said to mean, by their hash: a word may be somebody's name. */
export const LedgerWordsSchema = z.object({ kind: targets, outcome: targets });
export type RememberedWords = z.infer<typeof LedgerWordsSchema>;

/** What is told of a section's ledger wherever the section is shown. */
export type LedgerSummary = {
  counts: Readonly<Record<string, string>>;
  rowCount: number;
  hash: string;
  takenByName: string;
  takenAt: Date;
};

export type StoredLedger = LedgerSummary & {
  sheets: readonly string[];
  rows: readonly LedgerRow[];
  changes: z.infer<typeof LedgerChangesSchema>;
};
