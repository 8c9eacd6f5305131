import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { excluded } from "@/db/queries/excluded";
import { inScope } from "@/db/queries/in-scope";
import { ledgerChoices, requestLedgers } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import { packRows, unpackRows } from "@/lib/domain/ledger/ledger-row";
import type { LedgerColumns } from "@/lib/domain/ledger/propose-columns";
import type { LedgerSummary, RememberedWords, StoredLedger } from "@/lib/domain/ledger/stored-ledger";

const summary = {
  counts: requestLedgers.counts,
  rowCount: requestLedgers.rowCount,
  hash: requestLedgers.hash,
  takenByName: requestLedgers.takenByName,
  takenAt: requestLedgers.takenAt,
};

/** What a section's table was counted from, without its rows. */
export async function getLedgerSummary(
  db: Db,
  params: { scope: Scope; submissionId: string },
): Promise<LedgerSummary | null> {
  const rows = await db
    .select(summary)
    .from(requestLedgers)
    .where(inScope(requestLedgers, params.scope, eq(requestLedgers.submissionId, params.submissionId)));
  return rows[0] ?? null;
}

/** The counts of those of these sections that have a ledger. */
export async function listLedgerCounts(
  db: Db,
  params: { scope: Scope; submissionIds: readonly string[] },
): Promise<{ submissionId: string; counts: Readonly<Record<string, string>> }[]> {
  if (params.submissionIds.length === 0) return [];
  return db
    .select({ submissionId: requestLedgers.submissionId, counts: requestLedgers.counts })
    .from(requestLedgers)
    .where(inScope(requestLedgers, params.scope, inArray(requestLedgers.submissionId, [...params.submissionIds])));
}

/** A section's ledger with all its rows. */
export async function getLedger(db: Db, params: { scope: Scope; submissionId: string }): Promise<StoredLedger | null> {
  const found = await db
    .select({ ...summary, sheets: requestLedgers.sheets, rows: requestLedgers.rows, changes: requestLedgers.changes })
    .from(requestLedgers)
    .where(inScope(requestLedgers, params.scope, eq(requestLedgers.submissionId, params.submissionId)));
  return found[0] ? { ...found[0], rows: unpackRows(found[0].rows) } : null;
}

/** Keeps a section's ledger; it takes the place of the one before. */
export async function upsertLedger(
  db: Db,
  row: StoredLedger & { districtId: string; submissionId: string; organisationId: string; takenBy: string },
): Promise<void> {
  await db
    .insert(requestLedgers)
    .values({ ...row, sheets: [...row.sheets], rows: packRows(row.rows) })
    .onConflictDoUpdate({
      target: [requestLedgers.districtId, requestLedgers.submissionId],
      set: excluded({
        sheets: requestLedgers.sheets,
        rows: requestLedgers.rows,
        rowCount: requestLedgers.rowCount,
        counts: requestLedgers.counts,
        changes: requestLedgers.changes,
        hash: requestLedgers.hash,
        takenBy: requestLedgers.takenBy,
        takenByName: requestLedgers.takenByName,
        takenAt: requestLedgers.takenAt,
      }),
    });
}

export async function deleteLedger(db: Db, params: { districtId: string; submissionId: string }): Promise<void> {
  await db
    .delete(requestLedgers)
    .where(and(eq(requestLedgers.districtId, params.districtId), eq(requestLedgers.submissionId, params.submissionId)));
}

/** How the unit's ledger was read the last time. */
export async function getLedgerChoices(
  db: Db,
  params: { scope: Scope; organisationId: string },
): Promise<{ columns: LedgerColumns; words: RememberedWords } | null> {
  const rows = await db
    .select({ columns: ledgerChoices.columns, words: ledgerChoices.words })
    .from(ledgerChoices)
    .where(inScope(ledgerChoices, params.scope, eq(ledgerChoices.organisationId, params.organisationId)));
  return rows[0] ?? null;
}

export async function upsertLedgerChoices(
  db: Db,
  row: {
    districtId: string;
    organisationId: string;
    columns: LedgerColumns;
    words: RememberedWords;
    updatedBy: string;
    updatedAt: Date;
  },
): Promise<void> {
  await db
    .insert(ledgerChoices)
    .values(row)
    .onConflictDoUpdate({
      target: [ledgerChoices.districtId, ledgerChoices.organisationId],
      set: excluded({
        columns: ledgerChoices.columns,
        words: ledgerChoices.words,
        updatedBy: ledgerChoices.updatedBy,
        updatedAt: ledgerChoices.updatedAt,
      }),
    });
}
