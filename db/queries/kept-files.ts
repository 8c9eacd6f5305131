import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { excluded } from "@/db/queries/excluded";
import { keptFiles } from "@/db/schema";
import type { KeptFile, PrintChoices } from "@/lib/domain/kept-file";
import type { ReportDocument } from "@/lib/domain/report-document";

const columns = {
  id: keptFiles.id,
  reportId: keptFiles.reportId,
  key: keptFiles.key,
  format: keptFiles.format,
  choices: keptFiles.choices,
  documentHash: keptFiles.documentHash,
  isDraft: keptFiles.isDraft,
  state: keptFiles.state,
  partsDone: keptFiles.partsDone,
  partsTotal: keptFiles.partsTotal,
  problem: keptFiles.problem,
  askedByName: keptFiles.askedByName,
  askedAt: keptFiles.askedAt,
  finishedAt: keptFiles.finishedAt,
  bytes: sql<number | null>`octet_length(${keptFiles.file})`,
};

const OPEN = inArray(keptFiles.state, ["waiting", "working"]);

export async function listKeptFiles(db: Db, params: { districtId: string; reportId: string }): Promise<KeptFile[]> {
  return db
    .select(columns)
    .from(keptFiles)
    .where(and(eq(keptFiles.districtId, params.districtId), eq(keptFiles.reportId, params.reportId)))
    .orderBy(desc(keptFiles.askedAt));
}

/** How many files of a district are still to be written. */
export async function countOpenFiles(db: Db, params: { districtId: string }): Promise<number> {
  const rows = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(keptFiles)
    .where(and(eq(keptFiles.districtId, params.districtId), OPEN));
  return rows[0]?.count ?? 0;
}

/** The bytes of a finished file, by its id or by the key of its content. */
export async function getKeptFile(
  db: Db,
  params: { districtId: string } & ({ id: string } | { key: string }),
): Promise<(Pick<KeptFile, "format" | "choices" | "reportId" | "key"> & { file: Uint8Array }) | null> {
  const which = "id" in params ? eq(keptFiles.id, params.id) : eq(keptFiles.key, params.key);
  const rows = await db
    .select({
      format: keptFiles.format,
      choices: keptFiles.choices,
      reportId: keptFiles.reportId,
      key: keptFiles.key,
      file: keptFiles.file,
    })
    .from(keptFiles)
    .where(and(eq(keptFiles.districtId, params.districtId), which, eq(keptFiles.state, "done")));
  const row = rows[0];
  return row?.file ? { ...row, file: row.file } : null;
}

/**
 * Puts a file on the list, or on it again when it failed, and gives its id; null when it is there or under way, and
 * stays as it is.
 */
export async function upsertKeptFile(
  db: Db,
  row: {
    districtId: string;
    id: string;
    reportId: string;
    key: string;
    documentHash: string;
    format: string;
    choices: PrintChoices;
    letterheadId: string | null;
    isDraft: boolean;
    document: ReportDocument;
    askedByName: string;
    askedAt: Date;
  },
): Promise<string | null> {
  const rows = await db
    .insert(keptFiles)
    .values({ ...row, state: "waiting" })
    .onConflictDoUpdate({
      target: [keptFiles.districtId, keptFiles.key],
      set: {
        state: "waiting",
        attempts: 0,
        problem: null,
        ...excluded({ document: keptFiles.document, askedByName: keptFiles.askedByName, askedAt: keptFiles.askedAt }),
      },
      setWhere: eq(keptFiles.state, "failed"),
    })
    .returning({ id: keptFiles.id });
  return rows[0]?.id ?? null;
}

/** Files of every district that wait to be written, oldest first. */
export async function listWaitingFiles(db: Db): Promise<{ districtId: string; id: string }[]> {
  const { rows } = await db.execute<{ district_id: string; id: string }>(
    sql`select district_id, id from nianbao.list_waiting_files()`,
  );
  return rows.map((row) => ({ districtId: row.district_id, id: row.id }));
}

/**
 * Holds a file for this transaction: true for one process at a time. When the process that held it dies, its connection
 * goes and with it the hold.
 */
export async function lockKeptFile(db: Db, params: { id: string }): Promise<boolean> {
  const { rows } = await db.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${params.id}, 0)) as held`,
  );
  return rows[0]?.held ?? false;
}

/** Marks a waiting file as being written and returns its input; null when it no longer waits. */
export async function claimKeptFile(
  db: Db,
  params: { districtId: string; id: string },
): Promise<{
  format: string;
  choices: PrintChoices;
  letterheadId: string | null;
  document: ReportDocument;
  attempts: number;
} | null> {
  const rows = await db
    .update(keptFiles)
    .set({ state: "working", partsDone: 0, attempts: sql`${keptFiles.attempts} + 1` })
    .where(and(eq(keptFiles.districtId, params.districtId), eq(keptFiles.id, params.id), OPEN))
    .returning({
      format: keptFiles.format,
      choices: keptFiles.choices,
      letterheadId: keptFiles.letterheadId,
      document: keptFiles.document,
      attempts: keptFiles.attempts,
    });
  const row = rows[0];
  return row?.document ? { ...row, document: row.document } : null;
}

export async function updateKeptFile(
  db: Db,
  params: {
    districtId: string;
    id: string;
    set:
      | { partsDone: number; partsTotal: number }
      | { state: "done"; file: Uint8Array; document: null; finishedAt: Date }
      | { state: "failed"; problem: NonNullable<KeptFile["problem"]>; document?: null; finishedAt: Date };
  },
): Promise<void> {
  await db
    .update(keptFiles)
    .set(params.set)
    .where(and(eq(keptFiles.districtId, params.districtId), eq(keptFiles.id, params.id)));
}

/** Puts a failed file back to waiting; its input was kept for that. */
export async function reopenKeptFile(db: Db, params: { districtId: string; id: string }): Promise<void> {
  await db
    .update(keptFiles)
    .set({ state: "waiting", attempts: 0, problem: null, finishedAt: null })
    .where(
      and(
        eq(keptFiles.districtId, params.districtId),
        eq(keptFiles.id, params.id),
        eq(keptFiles.state, "failed"),
        isNotNull(keptFiles.document),
      ),
    );
}
