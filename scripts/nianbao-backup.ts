import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { BackupProblem } from "@/db/backup/backup-problem";
import { backUpDaily } from "@/db/backup/daily-backup";
import { makeBackup, makeTrial } from "@/db/backup/keep-record";
import type { Restored } from "@/db/backup/restore-backup";
import { launchEnv } from "@/lib/env";
import { type Translate, translatorOf } from "@/lib/i18n/translator";
import { PRODUCT_VERSION } from "@/lib/product-version";
import { describeProblem, readPassphrase } from "./backup-words";
import { Stop } from "./console-output";
import type { Options } from "./nianbao-arguments";
import { openServer } from "./nianbao-server";

/** Writes everything that the database has into one file while people work; or restores such a file on trial. */
export async function backUp(options: Options): Promise<number> {
  return saying(options, async () => {
    if (options.isTrial) return restoreOnTrial(options);
    const server = await openServer();
    if (!server) throw new BackupProblem("no_database");
    try {
      await (options.isDaily ? backUpWhatIsDue(options, server) : writeNamed(options, server));
    } finally {
      await server.stop();
    }
  });
}

const about = () => ({ version: PRODUCT_VERSION, now: new Date() });

async function writeNamed(options: Options, { ownerUrl }: { ownerUrl: string }): Promise<void> {
  const t = await translatorOf(options.locale, "backup");
  const path = resolve(options.files[0] ?? "");
  const passphrase = () => readPassphrase(options.passphraseFile);
  const { bytes, manifest } = await makeBackup({ ...about(), ownerUrl, path, passphrase, kind: "asked" });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const size = { kilobytes: Math.ceil(bytes / 1024), tables: manifest.tables.length, rows };
  console.log(t("command.written", { path, ...size }));
  console.log(t(passphrase() === null ? "command.open" : "command.closed"));
}

/** What `npm start` asks for every hour: nothing is said when all is well. */
async function backUpWhatIsDue(options: Options, { ownerUrl }: { ownerUrl: string }): Promise<void> {
  const { backupDir: folder, NIANBAO_BACKUP_KEEP: keep } = launchEnv();
  if (folder === null) throw new BackupProblem("no_folder_set");
  // It ends with the process that asked, and does not wait for it.
  process.once("disconnect", () => process.exit(1));
  process.channel?.unref();
  await backUpDaily({ ...about(), ownerUrl, folder, keep, passphrase: () => readPassphrase(options.passphraseFile) });
}

async function restoreOnTrial(options: Options): Promise<void> {
  const t = await translatorOf(options.locale, "backup");
  const path = resolve(options.files[0] ?? "");
  const server = await openServer();
  try {
    const ownerUrl = server?.ownerUrl ?? null;
    const passphrase = () => readPassphrase(options.passphraseFile);
    const tried = await makeTrial({ ownerUrl, path, passphrase, scratchDir: tmpdir(), now: new Date() });
    for (const line of linesOf(tried, t)) console.log(line);
    console.log(t("command.tried"));
  } finally {
    await server?.stop();
  }
}

/** What was restored, line by line. */
export function linesOf({ manifest, districts }: Restored, t: Translate): string[] {
  return [
    ...manifest.tables.map(({ table, rows }) => t("command.table", { table, rows })),
    ...districts.map(({ name, events, seals }) => t("command.district", { name, events, seals })),
  ];
}

/** Says in a sentence why something was not done; the exit code is then 2. */
export async function saying(options: Options, work: () => Promise<void>): Promise<number> {
  try {
    await work();
    return 0;
  } catch (error) {
    console.error(error instanceof Stop ? error.message : await describeProblem(error, options.locale));
    return 2;
  }
}
