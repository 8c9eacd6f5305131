import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { findBinaries, ordinaryUser } from "./embedded-binaries";
import { type Cluster, createCluster, exists, OWNER, startServer, waitUntilReady } from "./embedded-cluster";
import { withMachineLock } from "./embedded-lock";
import { holdPresence } from "./embedded-presence";
import { readPostmaster, shutDown } from "./embedded-process";
import { keepSecret } from "./embedded-secret";

const DATABASE = "nianbao";
const PASSWORD_FILE = "postgres-password";

export type EmbeddedOptions = {
  dataDir: string;
  say: (line: string) => void;
  /** False for a throw-away server: faster, and lost at a power cut. */
  isDurable?: boolean;
  /** The server ends with this process, even when it is killed. */
  endsWithParent?: boolean;
};

export type Embedded = {
  ownerUrl: string;
  /** True when the server was already running. */
  adopted: boolean;
  /** Leaves it; the last process to leave stops it. */
  stop(): Promise<void>;
};

type Running = { cluster: Cluster; port: number; adopted: boolean };

/**
 * Opens the PostgreSQL of a data folder: makes its cluster at the first use, starts its server, or adopts the one that
 * is running. A server that dies while in use is started again under the same address.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
  const password = await keepSecret(options.dataDir, PASSWORD_FILE);
  const lockName = await identityOf(options.dataDir);

  const { running, urlOf, presence } = await withMachineLock(lockName, async () => {
    const running = await ensureRunning(options, null);
    const urlOf = (database: string) => `postgres://${OWNER}:${password}@127.0.0.1:${running.port}/${database}`;
    await ensureDatabase(urlOf("postgres"));

    const revive = (isWanted: () => boolean) =>
      withMachineLock(lockName, async () => {
        if (!isWanted()) return;
        const revived = await ensureRunning(options, running.port);
        if (!revived.adopted)
          options.say("数据库意外中断，已重新启动。 / The database had ended; it was started again.");
      });
    return { running, urlOf, presence: await holdPresence(urlOf(DATABASE), revive) };
  });

  return {
    ownerUrl: urlOf(DATABASE),
    adopted: running.adopted,
    stop: () =>
      withMachineLock(lockName, async () => {
        const { isLast } = await presence.release();
        const postmaster = await readPostmaster(running.cluster.dir);
        if (isLast && postmaster) await shutDown(running.cluster.name, postmaster.pid);
      }),
  };
}

async function ensureRunning(options: EmbeddedOptions, port: number | null): Promise<Running> {
  const { dataDir, say, isDurable = true, endsWithParent = false } = options;
  const dir = join(dataDir, "postgres");
  if (!(await exists(dir))) {
    say("正在初始化内置数据库… / Setting up the built-in database…");
    const means = { binaries: await findBinaries(), user: ordinaryUser({ endsWithParent: false }) };
    await createCluster(dataDir, dir, join(dataDir, PASSWORD_FILE), means);
  }

  const cluster: Cluster = { dir, name: await identityOf(dir), logPath: join(dataDir, "postgres.log"), isDurable };
  const found = await waitUntilReady(cluster);
  if (found !== null) return { cluster, port: found, adopted: true };

  await startServer(cluster, port, { binaries: await findBinaries(), user: ordinaryUser({ endsWithParent }) });
  const started = await waitUntilReady(cluster);
  if (started === null) throw new Error("PostgreSQL 启动后随即中止 / PostgreSQL ended right after its start");
  return { cluster, port: started, adopted: false };
}

/** Names a folder by what it is rather than where it is: a moved one keeps its name, a copied one gets another. */
async function identityOf(dir: string): Promise<string> {
  const { dev, ino } = await stat(dir);
  return `nianbao-${dev}-${ino}-data`;
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
