import { readFileSync } from "node:fs";
import { BackupProblem, systemProblemOf } from "@/db/backup/backup-problem";
import { launchEnv } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locale";
import { translatorOf } from "@/lib/i18n/translator";

/** Why a backup was not made or restored, in a sentence. */
export async function describeProblem(error: unknown, locale: Locale): Promise<string> {
  const t = await translatorOf(locale, "backup");
  if (error instanceof BackupProblem) return t(`problem.${error.code}`, { ...error.details });
  if (!(error instanceof Error)) throw error;
  const known = systemProblemOf(error);
  if (known) return t(`problem.${known}`, { path: "path" in error ? String(error.path) : "" });
  return t("problem.failed", { reason: error.message || error.name });
}

/** The passphrase in a named file or that of the setting; null where there is none and backups stay open. */
export function readPassphrase(named?: string): string | null {
  const path = named ?? launchEnv().NIANBAO_BACKUP_PASSPHRASE_FILE;
  if (path === undefined) return null;
  try {
    return readFileSync(path, "utf8").split(/\r?\n/)[0] ?? "";
  } catch {
    throw new BackupProblem("passphrase_missing", { path });
  }
}
