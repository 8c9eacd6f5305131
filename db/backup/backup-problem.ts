/** Why a backup is not made, read or restored; each has its sentence among the words of `backup`. */
export type BackupProblemCode =
  | "no_database"
  | "no_folder_set"
  | "file_exists"
  | "file_missing"
  | "not_a_backup"
  | "cut_off"
  | "altered"
  | "newer_format"
  | "newer_version"
  | "passphrase_needed"
  | "passphrase_wrong"
  | "passphrase_short"
  | "passphrase_missing"
  | "target_not_empty"
  | "target_in_use"
  | "target_foreign"
  | "not_equal"
  | "history_broken";

type SystemProblem = "disk_full" | "forbidden" | "no_folder" | "file_exists";

const SYSTEM_PROBLEMS: Readonly<Record<string, SystemProblem>> = {
  ENOSPC: "disk_full",
  EDQUOT: "disk_full",
  EACCES: "forbidden",
  EPERM: "forbidden",
  EROFS: "forbidden",
  ENOENT: "no_folder",
  EEXIST: "file_exists",
};

/** What the machine says of a file that cannot be written; null for anything else. */
export function systemProblemOf(error: unknown): SystemProblem | null {
  return error instanceof Error && "code" in error ? (SYSTEM_PROBLEMS[String(error.code)] ?? null) : null;
}

export class BackupProblem extends Error {
  readonly code: BackupProblemCode;
  readonly details: Readonly<Record<string, string>>;

  constructor(code: BackupProblemCode, details: Readonly<Record<string, string>> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
