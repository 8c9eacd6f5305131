import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { freePort } from "@/db/free-port";
import { askWithoutPause } from "./testing/ask-without-pause";
import { countLost, runRestarts } from "./testing/restart-run";
import { appProcessesOf, endLaunched, kill, launch, processesWith, untilReady } from "./testing/started-app";

const PATIENCE = { timeout: 180_000, interval: 100 };
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "nianbao-restart-"));
});
afterEach(async () => {
  await endLaunched(dataDir);
  await rm(dataDir, { recursive: true, force: true });
});

it("shares a port among processes, and replaces them on SIGHUP without a lost request", async () => {
  const app = launch({ port: await freePort(), dataDir, args: ["--empty"], env: { NIANBAO_PROCESSES: "2" } });
  await untilReady(app);
  const processes = () => appProcessesOf(app.pid);
  await vi.waitUntil(() => processes().length === 2, PATIENCE);
  const before = processes();

  const load = askWithoutPause(app.origin, 4);
  await vi.waitUntil(() => load.answered() > 20, PATIENCE);
  app.signal("SIGHUP");
  await vi.waitUntil(() => app.said().includes("All app processes are restarted"), PATIENCE);
  await vi.waitUntil(() => processes().length === 2, PATIENCE);
  const { answered, lost } = await load.finish();
  expect(lost).toEqual([]);
  expect(answered).toBeGreaterThan(20);
  expect(processes().filter((pid) => before.includes(pid))).toEqual([]);

  const [first] = processes();
  if (first !== undefined) kill(first);
  await vi.waitUntil(() => processes().length === 2 && !processes().includes(first ?? 0), PATIENCE);
  app.signal("SIGTERM");
  expect(await app.ended).toBe(0);
  expect(processesWith(dataDir)).toEqual([]);
});

it("answers everybody while one of its processes hangs, and when that one is killed", async () => {
  const app = launch({ port: await freePort(), dataDir, args: ["--empty"], env: { NIANBAO_PROCESSES: "2" } });
  await untilReady(app);
  await vi.waitUntil(() => appProcessesOf(app.pid).length === 2, PATIENCE);
  const [hung = 0] = appProcessesOf(app.pid);
  process.kill(hung, "SIGSTOP");

  // Each on a connection of its own, as new people come.
  const ask = async () => (await fetch(`${app.origin}/api/health/live`, { headers: { connection: "close" } })).status;
  expect(await Promise.all(Array.from({ length: 20 }, ask))).toEqual(Array.from({ length: 20 }, () => 200));
  kill(hung);
  await vi.waitUntil(() => appProcessesOf(app.pid).length === 2 && !appProcessesOf(app.pid).includes(hung), PATIENCE);
  expect(await ask()).toBe(200);
});

it("replaces its processes while clerks save and submit, without one request that fails", async () => {
  const run = await runRestarts({ restarts: 1, processes: 2, dataDir, say: () => undefined });
  expect(run.figures).toMatchObject({ missing: [], doubled: [], contradicted: [] });
  expect([...run.figures.failed.keys(), ...run.lost]).toEqual([]);
  expect(countLost(run)).toBe(0);
  expect(run.figures.saves).toBeGreaterThan(10);
});
