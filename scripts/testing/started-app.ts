import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const PROJECT_DIR = join(import.meta.dirname, "../..");

export type StartedApp = {
  origin: string;
  pid: number;
  /** All that was said so far. */
  said: () => string;
  signal: (name: NodeJS.Signals) => void;
  ended: Promise<number | null>;
};

/** Starts the app as `npm start` does, in a process of its own. */
export function launch(params: {
  port: number;
  dataDir: string;
  args?: string[];
  env?: Record<string, string>;
}): StartedApp {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts", ...(params.args ?? [])], {
    cwd: PROJECT_DIR,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      DATABASE_URL: "",
      NEXTAUTH_SECRET: "",
      NEXTAUTH_URL: "",
      HOST: "127.0.0.1",
      PORT: String(params.port),
      NIANBAO_DATA_DIR: params.dataDir,
      ...params.env,
    },
  });
  launched.add(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return {
    origin: `http://localhost:${params.port}`,
    pid: child.pid ?? 0,
    said: () => said,
    signal: (name) => child.kill(name),
    ended: new Promise((resolve) => child.once("close", resolve)),
  };
}

const launched = new Set<ChildProcess>();

/** Waits until the start script says so, and fails with what it said when it ends instead. */
export async function untilReady(app: StartedApp): Promise<void> {
  let hasEnded = false;
  void app.ended.then(() => {
    hasEnded = true;
  });
  while (!app.said().includes("Nianbao is ready")) {
    if (hasEnded) throw new Error(`the app did not start: ${app.said()}`);
    await sleep(50);
  }
}

/** For after each test: whatever it left running is ended, its database too. */
export async function endLaunched(dataDir: string): Promise<void> {
  for (const child of launched) child.kill("SIGKILL");
  launched.clear();
  for (const pid of processesWith(dataDir)) kill(pid);
  while (processesWith(dataDir).length > 0) await sleep(50);
}

/** The living processes that name this folder on their command line: its database server, for one. */
export function processesWith(dataDir: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid > 0 && pid !== process.pid && commandOf(pid).includes(dataDir));
}

/** The processes that somebody started directly. */
export function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter(
      (pid) => Number.isInteger(pid) && readText(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ")[1] === `${parent}`,
    );
}

/** The app's own processes that a start script runs. */
export function appProcessesOf(start: number): number[] {
  return childrenOf(start).filter((pid) => commandOf(pid).includes("server.ts"));
}

export async function isHealthy(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/api/health/ready`, { signal: AbortSignal.timeout(15_000) }).catch(() => null);
  return answer?.status === 200;
}

/** Waits until the app answers, or until it no longer does, and says what it said when that takes too long. */
export async function untilHealthy(app: StartedApp, wanted = true): Promise<void> {
  const deadline = Date.now() + 120_000;
  while ((await isHealthy(app.origin)) !== wanted) {
    if (Date.now() > deadline) throw new Error(`the app is ${wanted ? "not back" : "still there"}: ${app.said()}`);
    await sleep(100);
  }
}

export function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function commandOf(pid: number): string {
  return readText(`/proc/${pid}/cmdline`);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
