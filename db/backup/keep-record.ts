import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { connect, type Db } from "@/db/connect";
import { deleteBackups, insertBackup, listBackups, updateTrial } from "@/db/queries/backups";
import type { Backup, BackupKind } from "@/lib/domain/backup";
import { sqlStateOf } from "@/lib/domain/outage";
import { BackupProblem, systemProblemOf } from "./backup-problem";
import { type TriedBackup, tryBackup } from "./try-backup";
import { type WrittenBackup, writeBackup } from "./write-backup";

export type RecordedBackup = {
  ownerUrl: string;
  path: string;
  /** Asked for when it is needed, so that a missing one is noted too. */
  passphrase: () => string | null;
  version: string;
  now: Date;
  kind: BackupKind;
};

/** Writes a backup and notes it in the database, or why there is none. */
export async function makeBackup(params: RecordedBackup): Promise<WrittenBackup> {
  const { kind, path, now } = params;
  const row = { id: randomUUID(), kind, at: now, host: hostname(), path, triedAt: null, trialProblem: null };
  try {
    const passphrase = params.passphrase();
    // A folder that somebody names is theirs to make.
    if (kind !== "asked") await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const written = await writeBackup({ ...params, passphrase });
    const about = { bytes: written.bytes, isEncrypted: passphrase !== null, problem: null };
    await noting(params.ownerUrl, (db) => insertBackup(db, { ...row, ...about }));
    return written;
  } catch (error) {
    await noting(params.ownerUrl, async (db) => {
      // One failure says as much as many.
      const former = (await listBackups(db)).filter(({ problem, host }) => problem !== null && host === row.host);
      await deleteBackups(db, { ids: former.map(({ id }) => id) });
      await insertBackup(db, { ...row, bytes: 0, isEncrypted: false, problem: problemOf(error) });
    }).catch(() => undefined);
    throw error;
  }
}

/** Restores a backup on trial and notes at its row how that went. */
export async function makeTrial(params: {
  ownerUrl: string | null;
  path: string;
  passphrase: () => string | null;
  scratchDir: string;
  now: Date;
}): Promise<TriedBackup> {
  const note = (trialProblem: string | null) =>
    noting(params.ownerUrl, async (db) => {
      const rows = (await listBackups(db)).filter(({ path, host }) => path === params.path && host === hostname());
      for (const { id } of rows) await updateTrial(db, { id, triedAt: params.now, trialProblem });
    });
  try {
    const tried = await tryBackup({ ...params, passphrase: params.passphrase() });
    await note(null);
    return tried;
  } catch (error) {
    await note(problemOf(error)).catch(() => undefined);
    throw error;
  }
}

/** What is noted of backups; nothing where the database is older than these notes. */
export async function listRecorded(ownerUrl: string): Promise<Backup[]> {
  return (await noting(ownerUrl, listBackups)) ?? [];
}

/** Forgets backups of this machine whose files are gone. */
export async function forgetRemoved(ownerUrl: string): Promise<Backup[]> {
  return noting(ownerUrl, async (db) => {
    const all = await listBackups(db);
    const gone = all.filter(({ problem, host, path }) => problem === null && host === hostname() && !existsSync(path));
    await deleteBackups(db, { ids: gone.map(({ id }) => id) });
    return all.filter((backup) => backup.host === hostname() && !gone.includes(backup));
  }).then((kept) => kept ?? []);
}

/** A database that takes no changes, or is older than this table, keeps no record; its backup is as good. */
async function noting<Result>(ownerUrl: string | null, work: (db: Db) => Promise<Result>): Promise<Result | undefined> {
  if (ownerUrl === null) return undefined;
  const { db, close } = connect(ownerUrl, { max: 1 });
  try {
    return await db.transaction(work);
  } catch (error) {
    const state = sqlStateOf(error);
    if (state === "42P01" || state === "25006") return undefined;
    throw error;
  } finally {
    await close();
  }
}

/** A code with a sentence, or what the machine says. */
function problemOf(error: unknown): string {
  if (error instanceof BackupProblem) return error.code;
  return systemProblemOf(error) ?? (error instanceof Error ? error.message.slice(0, 300) : String(error));
}
