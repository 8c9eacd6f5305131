import { desc, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { backups } from "@/db/schema";
import type { Backup } from "@/lib/domain/backup";

const columns = {
  id: backups.id,
  kind: backups.kind,
  at: backups.at,
  host: backups.host,
  path: backups.path,
  bytes: backups.bytes,
  isEncrypted: backups.isEncrypted,
  problem: backups.problem,
  triedAt: backups.triedAt,
  trialProblem: backups.trialProblem,
};

/** Newest first; to the app's role only where an administrator acts. */
export async function listBackups(db: Db): Promise<Backup[]> {
  return db.select(columns).from(backups).orderBy(desc(backups.at));
}

export async function insertBackup(db: Db, row: Backup): Promise<void> {
  await db.insert(backups).values(row);
}

export async function updateTrial(
  db: Db,
  params: { id: string; triedAt: Date; trialProblem: string | null },
): Promise<void> {
  const { id, ...trial } = params;
  await db.update(backups).set(trial).where(eq(backups.id, id));
}

export async function deleteBackups(db: Db, params: { ids: readonly string[] }): Promise<void> {
  if (params.ids.length > 0) await db.delete(backups).where(inArray(backups.id, [...params.ids]));
}
