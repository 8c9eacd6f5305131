import { spawn } from "node:child_process";
import { chmod, lchown, mkdtemp, open, readdir, rename, rm, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Binaries, OrdinaryUser } from "./embedded-binaries";
import { processesOf, readPostmaster, waitForOrphans } from "./embedded-process";
import { freePort } from "./free-port";

export const OWNER = "nianbao_owner";

export type Cluster = { dir: string; name: string; logPath: string; isDurable: boolean };
const ASIDE = "postgres-new-";

type Means = { binaries: Binaries; user: OrdinaryUser };

/** Made aside and renamed into place, so that a killed start leaves no half of a cluster. */
export async function createCluster(dataDir: string, dir: string, passwordPath: string, means: Means): Promise<void> {
  const aside = await mkdtemp(join(dataDir, ASIDE));
  await giveTo(aside, means.user);
  await run([
    ...means.user.prefix,
    means.binaries.initdb,
    ...["-D", aside, "--username", OWNER, "--auth=scram-sha-256", "--pwfile", passwordPath],
    // The plain C locale would make word similarity blind to Chinese.
    ...["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=und"],
  ]);
  await rename(aside, dir);

  for (const entry of await readdir(dataDir)) {
    // A killed start's own initdb may still be writing to what it left; that is then removed another time.
    if (entry.startsWith(ASIDE))
      await rm(join(dataDir, entry), { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * Starts a server on the cluster and returns once it answers: at `port` and nowhere else, or, when that is null, where
 * a killed server was, since others may still look for it there, or at any free port.
 */
export async function startServer(cluster: Cluster, port: number | null, means: Means): Promise<void> {
  await waitForOrphans(cluster.name, 5_000);
  const former = (await readPostmaster(cluster.dir))?.port ?? null;
  await rm(join(cluster.dir, "postmaster.pid"), { force: true });
  await giveTo(cluster.dir, means.user);
  await chmod(cluster.dir, 0o700);

  for (let attempt = 1; ; attempt += 1) {
    const failure = await tryStart(cluster, port ?? (attempt === 1 ? former : null) ?? (await freePort()), means);
    if (failure === null) return;
    if (attempt === 3) throw new Error(`PostgreSQL 未能启动 / PostgreSQL did not start: ${failure}`);
  }
}

async function tryStart(cluster: Cluster, port: number, { binaries, user }: Means): Promise<string | null> {
  const log = await openLog(cluster.logPath);
  const [program = "", ...args] = [
    ...user.prefix,
    binaries.postgres,
    ...["-D", cluster.dir, "-p", String(port)],
    ...settings(cluster).flatMap((setting) => ["-c", setting]),
  ];
  // A process group of its own: Ctrl-C in a terminal must reach the app first and the database last.
  const child = spawn(program, args, { detached: true, stdio: ["ignore", log.fd, log.fd] });
  const ended = { code: undefined as number | null | undefined };
  child.once("exit", (code) => {
    ended.code = code;
  });
  child.once("error", () => {
    ended.code = null;
  });
  child.unref();
  await log.close();

  while (ended.code === undefined) {
    const postmaster = await readPostmaster(cluster.dir);
    if (postmaster?.isReady && postmaster.pid === child.pid) return null;
    await sleep(20);
  }
  return lastLines(cluster.logPath);
}

function settings({ name, isDurable }: Cluster): string[] {
  const always = [
    ...["listen_addresses=127.0.0.1", "unix_socket_directories=", `cluster_name=${name}`],
    ...["timezone=UTC", "log_timezone=UTC", "jit=off", "log_line_prefix=%m [%p] "],
    // What people wrote stands in statements and in the details of what they met: neither belongs into a log.
    ...["log_min_error_statement=panic", "log_error_verbosity=terse"],
  ];
  return isDurable ? always : [...always, "fsync=off", "full_page_writes=off"];
}

/** Waits until a server that another process started, or that recovers from a crash, takes connections. */
export async function waitUntilReady(cluster: Cluster): Promise<number | null> {
  for (;;) {
    const postmaster = await readPostmaster(cluster.dir);
    const alive = await processesOf(cluster.name);
    if (!postmaster || !alive.includes(postmaster.pid)) return null;
    if (postmaster.isReady) return postmaster.port;
    await sleep(20);
  }
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function giveTo(path: string, user: OrdinaryUser): Promise<void> {
  if (user.filesBelongTo === null || (await stat(path)).uid === user.filesBelongTo) return;
  for (const entry of await readdir(path, { recursive: true })) {
    await lchown(join(path, entry), user.filesBelongTo, user.filesBelongTo);
  }
  await lchown(path, user.filesBelongTo, user.filesBelongTo);
}

const LOG_LIMIT_BYTES = 20 * 1024 * 1024;

async function openLog(path: string) {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await truncate(path, 0);
  return open(path, "a", 0o600);
}

async function lastLines(path: string): Promise<string> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const length = Math.min(size, 2_000);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString("utf8").trim().split("\n").slice(-5).join("\n");
  } finally {
    await file.close();
  }
}

function run([program = "", ...args]: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`PostgreSQL 初始化失败 / PostgreSQL could not be set up: ${output.trim().slice(-600)}`));
    });
  });
}
