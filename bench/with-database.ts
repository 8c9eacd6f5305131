import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { connect, type Db } from "@/db/connect";
import { startEmbedded } from "@/db/embedded";
import { openAppLogin } from "@/db/testing/app-login";

export type BenchDatabase = {
  /** As the app sees it, with `clients` connections. */
  db: Db;
  appUrl: string;
  /** As its owner, whom no scope holds back: for making large amounts of rows. */
  owner: Client;
  ownerUrl: string;
};

/** Gives `work` a durable database of its own, built from the migrations and gone afterwards. */
export async function withDatabase(clients: number, work: (database: BenchDatabase) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "nianbao-bench-"));
  const embedded = await startEmbedded({ dataDir, say: () => undefined, endsWithParent: true });
  try {
    const appUrl = await openAppLogin(embedded.ownerUrl);
    const { db, close } = connect(appUrl, { max: clients });
    const owner = new Client({ connectionString: embedded.ownerUrl });
    await owner.connect();
    // What `work` failed with is said, and not that its connections were closed under it.
    try {
      await work({ db, appUrl, owner, ownerUrl: embedded.ownerUrl });
    } finally {
      await owner.end();
      await close();
    }
  } finally {
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
