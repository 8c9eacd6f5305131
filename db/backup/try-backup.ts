import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { prepareAppRole } from "@/db/app-role";
import { startEmbedded } from "@/db/embedded";
import { checkBackup } from "./read-backup";
import { type Restored, restoreBackup } from "./restore-backup";

export type TriedBackup = Restored;

/** What a trial that was killed leaves behind begins with this. */
export const TRIAL_FOLDER = ".trial-";

/**
 * Restores a backup into a PostgreSQL of its own, made for this and thrown away: proves that the file can be restored,
 * equal in every table and with a history that holds, and touches nothing else.
 */
export async function tryBackup(params: {
  path: string;
  passphrase: string | null;
  scratchDir: string;
}): Promise<TriedBackup> {
  const { path, passphrase } = params;
  const checked = await checkBackup({ path, passphrase });
  const dataDir = await mkdtemp(join(params.scratchDir, TRIAL_FOLDER));
  try {
    const server = await startEmbedded({ dataDir, say: () => undefined, isDurable: false, endsWithParent: true });
    try {
      const { ownerUrl } = server;
      const password = randomBytes(24).toString("base64url");
      const login = await prepareAppRole({ ownerUrl, password, ours: true });
      if ("problem" in login) throw new Error(login.problem.en);
      return await restoreBackup({ ownerUrl, appRole: login.role, path, passphrase, checked });
    } finally {
      await server.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
