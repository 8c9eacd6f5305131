import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { BackupProblem } from "@/db/backup/backup-problem";
import { writeBackup } from "@/db/backup/write-backup";
import { launchEnv } from "@/lib/env";
import { translatorOf } from "@/lib/i18n/translator";
import { PRODUCT_VERSION } from "@/lib/product-version";
import { Stop } from "./console-output";
import type { Options } from "./nianbao-arguments";
import { openServer } from "./nianbao-server";

/** Writes everything that the database has into one file, while people work. */
export async function backUp(options: Options): Promise<number> {
  const t = translatorOf(options.locale, "backup");
  return saying(options, async () => {
    const path = resolve(options.files[0] ?? "");
    const passphrase = readPassphrase(options);
    const server = await openServer();
    if (!server) throw new BackupProblem("no_database");
    try {
      const about = { version: PRODUCT_VERSION, now: new Date() };
      const { bytes, manifest } = await writeBackup({ ...about, ownerUrl: server.ownerUrl, path, passphrase });
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      console.log(
        t("command.written", { path, kilobytes: Math.ceil(bytes / 1024), tables: manifest.tables.length, rows }),
      );
      console.log(t(passphrase === null ? "command.open" : "command.closed"));
    } finally {
      await server.stop();
    }
  });
}

/** Says in a sentence why something was not done; the exit code is then 2. */
export async function saying(options: Options, work: () => Promise<void>): Promise<number> {
  const t = translatorOf(options.locale, "backup");
  try {
    await work();
    return 0;
  } catch (error) {
    console.error(error instanceof Stop ? error.message : t(...sentenceOf(error)));
    return 2;
  }
}

const SYSTEM_PROBLEMS: Readonly<Record<string, string>> = {
  ENOSPC: "disk_full",
  EACCES: "forbidden",
  EPERM: "forbidden",
  ENOENT: "no_folder",
};

function sentenceOf(error: unknown): [string, Record<string, string>] {
  if (error instanceof BackupProblem) return [`problem.${error.code}`, { ...error.details }];
  if (!(error instanceof Error)) throw error;
  const code = "code" in error ? String(error.code) : "";
  const known = SYSTEM_PROBLEMS[code];
  if (known !== undefined) return [`problem.${known}`, { path: "path" in error ? String(error.path) : "" }];
  return ["problem.failed", { reason: error.message || code }];
}

/** The passphrase of the option or the setting; null where there is none and the file stays open. */
export function readPassphrase({ passphraseFile }: Options): string | null {
  const path = passphraseFile ?? launchEnv().NIANBAO_BACKUP_PASSPHRASE_FILE;
  if (path === undefined) return null;
  try {
    return readFileSync(path, "utf8").split(/\r?\n/)[0] ?? "";
  } catch {
    throw new BackupProblem("passphrase_missing", { path });
  }
}
