import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/db/embedded";
import { openAppLogin } from "./app-login";

declare module "vitest" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface adds to the one that vitest declares.
  export interface ProvidedContext {
    ownerUrl: string;
    appUrl: string;
  }
}

/**
 * One throw-away PostgreSQL for a run of database tests, built from the migrations; for the project "partitioned" with its
 * tables in parts by district.
 */
export default async function setup({ provide, name }: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "nianbao-test-"));
  const embedded = await startEmbedded({ dataDir, say: () => undefined, isDurable: false, endsWithParent: true });
  provide("ownerUrl", embedded.ownerUrl);
  provide("appUrl", await openAppLogin(embedded.ownerUrl, { isPartitioned: name === "partitioned" }));

  return async () => {
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
