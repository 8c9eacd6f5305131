import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { connect } from "@/db/connect";
import { startEmbedded } from "@/db/embedded";
import { freePort } from "@/db/free-port";
import { openAppLogin } from "@/db/testing/app-login";
import { endLaunched, launch, type StartedApp, untilReady } from "@/scripts/testing/started-app";
import type { BenchDatabase } from "../with-database";
import type { Case } from "./cases";
import { closedLoop, type LoadResult, openLoop } from "./load";
import { type ProcessorTime, processorTime } from "./processor-time";

export type Storm = {
  app: StartedApp;
  dataDir: string;
  database: BenchDatabase;
  /** What sessions are signed with. */
  secret: string;
  print: (line: string) => void;
};

/** Gives `work` the app on a durable database of its own that holds the demonstration, and ends both afterwards. */
export async function withStorm(print: (line: string) => void, work: (storm: Storm) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "nianbao-bench-"));
  const secret = randomUUID();
  const embedded = await startEmbedded({ dataDir, say: () => undefined, endsWithParent: true });
  const { ownerUrl } = embedded;
  const appUrl = await openAppLogin(ownerUrl);
  const { db, close } = connect(appUrl);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const app = launch({
      port: await freePort(),
      dataDir,
      args: ["--demo", "--backed-up"],
      env: { DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl, NEXTAUTH_SECRET: secret },
    });
    await untilReady(app);
    await work({ app, dataDir, database: { db, appUrl, owner, ownerUrl }, secret, print });
  } finally {
    await owner.end();
    await close();
    await endLaunched(dataDir);
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Asks as the case says and prints what came of it. */
export async function measure(storm: Storm, of: Case): Promise<Measured> {
  const load = { origin: storm.app.origin, next: of.next, isDone: of.isDone };
  const isClosed = "count" in of;
  const { result, cost } = await costOf(storm, () =>
    isClosed ? closedLoop(load, of.clients, of.count) : openLoop(load, of.perSecond, of.seconds),
  );
  storm.print(`${of.name}, ${isClosed ? `${of.clients} clients` : `${of.perSecond}/s`}: ${tell(result, cost)}`);
  return { result, cost };
}

export type Measured = { result: LoadResult; cost: ProcessorTime };

/** What the app and the database work for each request of `work`. */
export async function costOf({ app, dataDir }: Storm, work: () => Promise<LoadResult>): Promise<Measured> {
  const before = processorTime(app.pid, dataDir);
  const result = await work();
  const after = processorTime(app.pid, dataDir);
  const count = result.times.length + [...result.refused.values()].reduce((sum, one) => sum + one, 0);
  const each = (key: keyof ProcessorTime) => (after[key] - before[key]) / Math.max(1, count);
  return { result, cost: { appMs: each("appMs"), databaseMs: each("databaseMs") } };
}

export function tell({ times, refused, seconds, sentBytes, receivedBytes }: LoadResult, cost: ProcessorTime): string {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  const count = Math.max(1, sorted.length);
  const not = [...refused].map(([why, number]) => `${number} × ${why}`).join(", ");
  return (
    `app ${cost.appMs.toFixed(2)} ms, database ${cost.databaseMs.toFixed(2)} ms of processor; ` +
    `${(sorted.length / seconds).toFixed(0)}/s; p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)} ms; ` +
    `${Math.round(sentBytes / count)} bytes there, ${Math.round(receivedBytes / count)} back` +
    (not === "" ? "" : `; not done: ${not}`)
  );
}
