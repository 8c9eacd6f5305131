import { z } from "zod";
import { isWithoutNul } from "@/lib/domain/inputs/nul";
import { MOST_LEDGER_ROWS } from "@/lib/domain/ledger/ledger-row";

/** What a column holds, as far as it may be carried on at all. */
export const COLUMN_CONTENTS = ["days", "words", "ticks"] as const;

const text = z.string().max(200).refine(isWithoutNul);
const place = { sheet: z.number().int().min(0), row: z.number().int().min(1) };

/**
 * A ledger after reading: only columns of days, of few different words and of ticks are left. Names, numbers and texts of
 * the applicants are not in it.
 */
export const LedgerReadingSchema = z.object({
  sheets: z.array(text).max(200),
  /** Sheets in which no ledger was found. */
  otherSheets: z.array(text).max(200),
  columns: z.array(z.object({ head: text, holds: z.enum(COLUMN_CONTENTS) })).max(200),
  /** Heads of the columns that were dropped on reading. */
  dropped: z.array(text).max(200),
  /** Every different text of the columns, once; days as ISO dates where they could be read. */
  words: z.array(text).max(50_000),
  /** A line each: its sheet, its number there, then for each column the place of its text among `words`, -1 for none. */
  lines: z.array(z.array(z.number().int().min(-1)).max(202)).max(MOST_LEDGER_ROWS),
  /** Lines below the heads that are no requests: sums and notes. */
  skipped: z.array(z.object({ ...place, why: z.enum(["total", "note"]) })).max(1_000),
});
export type LedgerReading = z.infer<typeof LedgerReadingSchema>;
export type LedgerColumn = LedgerReading["columns"][number];

export type ReducedLedger =
  | { ok: true; reading: LedgerReading }
  | { ok: false; problem: "no_ledger" | "no_rows" | "too_many_rows" };
