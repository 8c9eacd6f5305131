import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What a running PostgreSQL writes into its data folder. */
export type Postmaster = { pid: number; port: number; isReady: boolean };

export async function readPostmaster(clusterDir: string): Promise<Postmaster | null> {
  let text: string;
  try {
    text = await readFile(join(clusterDir, "postmaster.pid"), "utf8");
  } catch {
    return null;
  }
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? 0), isReady: lines[7]?.trim() === "ready" };
}

/**
 * The living processes of the server that was started under this name, its first process and its workers alike.
 *
 * They are found by their command line, which PostgreSQL keeps the name in: a number in postmaster.pid may since have
 * gone to a stranger, and a zombie has no command line any more.
 */
export async function processesOf(clusterName: string): Promise<number[]> {
  const pids: number[] = [];
  for (const entry of await readdir("/proc")) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    const command = await readFile(`/proc/${entry}/cmdline`, "utf8").catch(() => "");
    const isPostgres = command.startsWith("postgres:") || command.split("\0")[0]?.endsWith("/postgres");
    if (isPostgres && command.includes(clusterName)) pids.push(pid);
  }
  return pids;
}

/**
 * Waits until the workers of a killed server have noticed, and ends those that have not: a new server beside an old
 * worker would write to the same files.
 */
export async function waitForOrphans(clusterName: string, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const pids = await processesOf(clusterName);
    if (pids.length === 0) return;
    if (Date.now() > deadline) for (const pid of pids) signal(pid, "SIGKILL");
    await sleep(30);
  }
}

/** Ends a server after its transactions were rolled back and its data written, and waits until it is gone. */
export async function shutDown(clusterName: string, pid: number): Promise<void> {
  signal(pid, "SIGINT");
  const deadline = Date.now() + 30_000;
  while ((await processesOf(clusterName)).length > 0) {
    if (Date.now() > deadline) {
      signal(pid, "SIGQUIT");
      return waitForOrphans(clusterName, 5_000);
    }
    await sleep(20);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
