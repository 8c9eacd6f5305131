import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { backupsToRemove, backupToTry, isBackupDue } from "@/lib/domain/backup";
import { forgetRemoved, makeBackup, makeTrial } from "./keep-record";
import { TRIAL_FOLDER } from "./try-backup";

/** Held by the process that makes the day's backup of a database. */
const BACKUP_LOCK = 2_019_604_532;

export type DailyBackup = {
  ownerUrl: string;
  folder: string;
  /** How many daily ones are kept. */
  keep: number;
  passphrase: () => string | null;
  version: string;
  now: Date;
};

/**
 * Makes the day's backup where it is missing, removes those that are more than the kept number, and restores the newest
 * one on trial once a week. May be asked for as often as anybody likes and by any number of processes.
 */
export async function backUpDaily(params: DailyBackup): Promise<void> {
  const client = new Client({ connectionString: params.ownerUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ is_ours: boolean; is_used: boolean }>(
      "select pg_try_advisory_lock($1) as is_ours, nianbao.is_set_up() as is_used",
      [BACKUP_LOCK],
    );
    // A district that is not set up yet has nothing to lose.
    if (rows[0]?.is_ours && rows[0].is_used) await doWhatIsDue(params);
  } finally {
    await client.end();
  }
}

async function doWhatIsDue({ keep, ...params }: DailyBackup): Promise<void> {
  const { folder, now } = params;
  await removeLeftovers(folder);
  if (isBackupDue(await forgetRemoved(params.ownerUrl), now)) {
    await makeBackup({ ...params, kind: "daily", path: join(folder, backupName("", now)) });
  }
  const all = await forgetRemoved(params.ownerUrl);
  for (const { path } of backupsToRemove(all, keep)) {
    // Those of a folder that was named before are left to whoever named it.
    if (dirname(path) === folder) await rm(path, { force: true });
  }
  const remaining = await forgetRemoved(params.ownerUrl);
  const next = backupToTry(remaining, now);
  if (next) await makeTrial({ ...params, path: next.path, scratchDir: folder });
}

/** "nianbao-2026-01-16-090000.nianbao": sorted by time, of the office's clock. */
export function backupName(mark: string, now: Date): string {
  const office = new Date(now.getTime() + 8 * 3_600_000).toISOString();
  return `nianbao-${mark}${office.slice(0, 10)}-${office.slice(11, 19).replaceAll(":", "")}.nianbao`;
}

/** What processes that were killed left behind; one that lives is still at it. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const entry of await readdir(folder).catch(() => [])) {
    const part = entry.match(/\.nianbao\.part-(\d+)$/);
    if (!entry.startsWith(TRIAL_FOLDER) && (!part || existsSync(`/proc/${part[1]}`))) continue;
    await rm(join(folder, entry), { recursive: true, force: true });
  }
}
