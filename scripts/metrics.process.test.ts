import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { freePort } from "@/db/free-port";
import { appProcessesOf, endLaunched, launch, untilReady } from "./testing/started-app";

const PATIENCE = { timeout: 120_000, interval: 200 };
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "nianbao-metrics-"));
});
afterEach(async () => {
  await endLaunched(dataDir);
  await rm(dataDir, { recursive: true, force: true });
});

it("tells Prometheus what all processes did together, and writes one line of JSON for each request", async () => {
  const metricsPort = await freePort();
  const env = { NIANBAO_PROCESSES: "2", NIANBAO_METRICS_PORT: `${metricsPort}`, NIANBAO_LOG: "json" };
  const app = launch({ port: await freePort(), dataDir, args: ["--empty"], env });
  await untilReady(app);
  const processes = () => appProcessesOf(app.pid);
  await vi.waitUntil(() => processes().length === 2, PATIENCE);

  const ids: string[] = [];
  for (let count = 0; count < 6; count += 1) {
    const answer = await fetch(`${app.origin}/reports?someone=private`, { headers: { connection: "close" } });
    expect(answer.status).toBe(200);
    ids.push(answer.headers.get("x-request-id") ?? "");
  }
  const figures = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  await vi.waitUntil(
    async () => /nianbao_http_requests_total\{kind="page",method="GET",status="200"\} 6\b/.test(await figures()),
    PATIENCE,
  );
  await vi.waitUntil(async () => /nianbao_jobs\{queue="daily-work"/.test(await figures()), PATIENCE);
  expect(await figures()).toMatch(/nianbao_database_connections\{state="idle"\} \d/);

  const lines = () =>
    app
      .said()
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line): { message: string; request?: string; status?: number } => JSON.parse(line));
  await vi.waitUntil(() => lines().filter(({ message }) => message === "GET /reports").length === 6, PATIENCE);
  const asked = lines().filter(({ message }) => message === "GET /reports");
  expect(asked.map(({ request }) => request).sort()).toEqual(ids.sort());
  expect(app.said()).not.toContain("private");
  app.signal("SIGTERM");
  expect(await app.ended).toBe(0);
});
