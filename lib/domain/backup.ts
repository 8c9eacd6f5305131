import { startOfDayInShanghai } from "./office-day";

/** Made by itself each day, before an upgrade, or because somebody asked for it. */
export const BACKUP_KINDS = ["daily", "before_upgrade", "asked"] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

/** Why a backup was not made, or was found to be of no use on trial; anything else is told in the machine's own words. */
export const BACKUP_FAULTS = [
  "disk_full",
  "forbidden",
  "no_folder",
  "passphrase_missing",
  "passphrase_short",
  "passphrase_needed",
  "passphrase_wrong",
  "file_missing",
  "cut_off",
  "altered",
  "not_a_backup",
  "not_equal",
  "history_broken",
] as const;

export type Backup = {
  id: string;
  kind: BackupKind;
  at: Date;
  /** The machine whose file it is. */
  host: string;
  path: string;
  bytes: number;
  isEncrypted: boolean;
  /** Why it was not made; null when it was. */
  problem: string | null;
  /** When it was last restored on trial, and what was wrong then. */
  triedAt: Date | null;
  trialProblem: string | null;
};

const DAY_MS = 86_400_000;
/** A backup of the day before yesterday means that one day was left out. */
const LATE_AFTER_MS = 2 * DAY_MS;
const TRIAL_EVERY_MS = 7 * DAY_MS;

/** A backup is made once a day of the office's calendar. */
export function isBackupDue(backups: readonly Backup[], now: Date): boolean {
  const today = startOfDayInShanghai(now);
  return !backups.some(({ kind, problem, at }) => kind === "daily" && problem === null && at >= today);
}

/** Whether there is a backup that is new enough to change the tables. */
export function isRecentlyBackedUp(backups: readonly Backup[], now: Date): boolean {
  return backups.some(({ problem, at }) => problem === null && now.getTime() - at.getTime() < DAY_MS);
}

/** The newest backup, where none was restored well on trial for a week and it was not tried yet. */
export function backupToTry(backups: readonly Backup[], now: Date): Backup | null {
  const completed = newestFirst(backups).filter(({ problem }) => problem === null);
  const wasTried = completed.some(
    ({ triedAt, trialProblem }) =>
      triedAt !== null && trialProblem === null && now.getTime() - triedAt.getTime() < TRIAL_EVERY_MS,
  );
  const [newest] = completed;
  return wasTried || !newest || newest.triedAt ? null : newest;
}

/** Backups made by themselves that are more than the kept number, of each kind, the oldest. */
export function backupsToRemove(backups: readonly Backup[], keep: number): Backup[] {
  return (["daily", "before_upgrade"] as const).flatMap((wanted) =>
    newestFirst(backups)
      .filter(({ kind, problem }) => kind === wanted && problem === null)
      .slice(keep),
  );
}

export type BackupStanding = {
  /** What the administrator has to see to, the worst first; nothing when all is well. */
  concern: "failed" | "none" | "late" | "trial_failed" | "untried" | null;
  newest: Backup | null;
  /** The newest that was restored on trial, well or not. */
  tried: Backup | null;
  /** Why the last one was not made, where none was made since. */
  failure: Backup | null;
  count: number;
};

/** How an installation stands with its backups. */
export function judgeBackups(backups: readonly Backup[], now: Date): BackupStanding {
  const all = newestFirst(backups);
  const completed = all.filter(({ problem }) => problem === null);
  const [newest = null] = completed;
  const failure = all[0]?.problem ? all[0] : null;
  const [tried = null] = completed
    .filter(({ triedAt }) => triedAt !== null)
    .toSorted((left, right) => (right.triedAt?.getTime() ?? 0) - (left.triedAt?.getTime() ?? 0));
  const concern = failure
    ? "failed"
    : !newest
      ? "none"
      : now.getTime() - newest.at.getTime() > LATE_AFTER_MS
        ? "late"
        : tried?.trialProblem
          ? "trial_failed"
          : tried
            ? null
            : "untried";
  return { concern, newest, tried, failure, count: completed.length };
}

function newestFirst(backups: readonly Backup[]): Backup[] {
  return backups.toSorted((left, right) => right.at.getTime() - left.at.getTime());
}
