import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { BackupProblem } from "@/db/backup/backup-problem";
import { checkBackup, type ReadBackup } from "@/db/backup/read-backup";
import { type Restored, restoreBackup } from "@/db/backup/restore-backup";
import { startEmbedded } from "@/db/embedded";
import { keepSecret } from "@/db/embedded-secret";
import { type LaunchEnv, launchEnv } from "@/lib/env";
import { translatorOf } from "@/lib/i18n/translator";
import { readPassphrase } from "./backup-words";
import type { Options } from "./nianbao-arguments";
import { linesOf, saying } from "./nianbao-backup";
import { checkDataFolder, checkServer } from "./start-checks";
import { findAppLogin, refuseUnsuitable } from "./start-database";

type Source = { path: string; passphrase: string | null; checked: ReadBackup };

/** Puts a backup into the empty installation that `npm start` would serve, and says done when it was proven equal. */
export async function restore(options: Options): Promise<number> {
  const t = await translatorOf(options.locale, "backup");
  return saying(options, async () => {
    const settings = launchEnv();
    const file = { path: resolve(options.files[0] ?? ""), passphrase: readPassphrase(options.passphraseFile) };
    const checked = await checkBackup(file);
    const source: Source = { ...file, checked };
    console.log(t("command.checked", { version: checked.about.version, madeAt: checked.about.madeAt }));
    const restored =
      settings.DATABASE_URL === undefined
        ? await restoreEmbedded(settings, source)
        : await restoreServer(settings, settings.DATABASE_URL, source);
    for (const line of linesOf(restored, t)) console.log(line);
    console.log(t("command.restored"));
  });
}

/** A cluster that was made for this is taken away again where the restoring fails. */
async function restoreEmbedded(settings: LaunchEnv, source: Source): Promise<Restored> {
  const { dataDir } = settings;
  await checkDataFolder(dataDir);
  const cluster = join(dataDir, "postgres");
  const wasThere = existsSync(cluster);
  const server = await startEmbedded({ dataDir, say: () => undefined });
  let isDone = false;
  try {
    if (server.adopted) throw new BackupProblem("target_in_use");
    const restored = await restoreInto(settings, server.ownerUrl, source);
    isDone = true;
    return restored;
  } finally {
    await server.stop();
    if (!isDone && !wasThere) await rm(cluster, { recursive: true });
  }
}

async function restoreServer(settings: LaunchEnv, serverUrl: string, source: Source): Promise<Restored> {
  return restoreInto(settings, await checkServer(serverUrl), source);
}

async function restoreInto(settings: LaunchEnv, ownerUrl: string, source: Source): Promise<Restored> {
  const { dataDir, DATABASE_URL: serverUrl, DATABASE_APP_URL: appServerUrl } = settings;
  await refuseUnsuitable(ownerUrl);
  const secret = settings.NEXTAUTH_SECRET ?? (await keepSecret(dataDir, "nextauth-secret"));
  const { role } = await findAppLogin(ownerUrl, { serverUrl, appServerUrl, dataDir, secret });
  return restoreBackup({ ownerUrl, appRole: role, ...source });
}
