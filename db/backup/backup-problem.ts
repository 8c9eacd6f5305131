/** Why a backup is not made, read or restored; each has its sentence among the words of `backup`. */
export type BackupProblemCode =
  | "no_database"
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

export class BackupProblem extends Error {
  readonly code: BackupProblemCode;
  readonly details: Readonly<Record<string, string>>;

  constructor(code: BackupProblemCode, details: Readonly<Record<string, string>> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
