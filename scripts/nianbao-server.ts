import { existsSync } from "node:fs";
import { join } from "node:path";
import { startEmbedded } from "@/db/embedded";
import { findWritable } from "@/db/servers";
import { launchEnv } from "@/lib/env";
import { readSecretFiles } from "./secret-files";

/** The server that the app uses: that of DATABASE_URL, or the built-in one where there is one, running or not. */
export async function openServer(): Promise<{ ownerUrl: string; stop: () => Promise<void> } | null> {
  const [problem] = readSecretFiles(process.env);
  if (problem) throw new Error(problem);
  const { DATABASE_URL, dataDir } = launchEnv();
  if (DATABASE_URL !== undefined) return { ownerUrl: await findWritable(DATABASE_URL), stop: async () => undefined };
  if (!existsSync(join(dataDir, "postgres"))) return null;
  return await startEmbedded({ dataDir, say: () => undefined });
}
