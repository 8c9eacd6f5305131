import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { Client } from "pg";
import { connect } from "@/db/connect";
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from "@/db/demo/load-demonstration";
import { startEmbedded } from "@/db/embedded";
import { freePort } from "@/db/free-port";
import { openAppLogin } from "@/db/testing/app-login";
import { signInAt } from "@/scripts/testing/app-client";
import { endLaunched, launch, type StartedApp, untilReady } from "@/scripts/testing/started-app";
import { type Case, listDownloads, listFloors, listPages, listWrites, STORM_DISTRICTS } from "./storm/cases";
import { buildStormDistrict, type StormDistrict } from "./storm/district";
import { closedLoop, fetchText, type LoadResult, openLoop } from "./storm/load";
import { appMemoryMb, type ProcessorTime, processorTime } from "./storm/processor-time";

/** A whole office that comes to work at the same minute. */
const SIGN_INS = 60;

type Storm = { app: StartedApp; dataDir: string; print: (line: string) => void };

/**
 * The last evening, over HTTP as browsers do it: each request in a closed loop, and some at a fixed rate. Beside every
 * time on the clock stands what the app and the database worked for it, which says the same on a machine that is busy
 * with something else; the floors are an address, a page and an action of the same app with nothing in them.
 */
export async function benchStorm(print: (line: string) => void): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "nianbao-bench-"));
  const secret = randomUUID();
  const embedded = await startEmbedded({ dataDir, say: () => undefined, endsWithParent: true });
  const appUrl = await openAppLogin(embedded.ownerUrl);
  const { db, close } = connect(appUrl);
  const owner = new Client({ connectionString: embedded.ownerUrl });
  await owner.connect();
  try {
    const app = launch({
      port: await freePort(),
      dataDir,
      args: ["--demo", "--backed-up"],
      env: { DATABASE_URL: embedded.ownerUrl, DATABASE_APP_URL: appUrl, NEXTAUTH_SECRET: secret },
    });
    await untilReady(app);
    const districts: StormDistrict[] = [];
    while (districts.length < STORM_DISTRICTS) districts.push(await buildStormDistrict({ db, owner }, secret));
    await owner.query("vacuum analyze");

    print(`memory of the app: ${appMemoryMb(app.pid)} MB`);
    await measureAll({ app, dataDir, print }, districts);
    print(`memory of the app afterwards: ${appMemoryMb(app.pid)} MB`);
  } finally {
    await owner.end();
    await close();
    await endLaunched(dataDir);
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measureAll(storm: Storm, districts: readonly StormDistrict[]): Promise<void> {
  const { origin } = storm.app;
  const list = await fetchText(origin, "/reports", "");
  const report = list.match(/\/reports\/[0-9a-f-]{36}/)?.[0];
  if (report === undefined) throw new Error("there is no public report");
  const cases = [
    ...listFloors(origin),
    ...listPages(districts, report),
    ...listWrites(origin, districts),
    ...listDownloads(report),
  ];
  for (const stormCase of cases) await measure(storm, stormCase);
  await measureSignIn(storm);
}

async function measure(storm: Storm, of: Case): Promise<void> {
  const load = { origin: storm.app.origin, next: of.next, isDone: of.isDone };
  const isClosed = "count" in of;
  const { result, cost } = await costOf(storm, () =>
    isClosed ? closedLoop(load, of.clients, of.count) : openLoop(load, of.perSecond, of.seconds),
  );
  storm.print(`${of.name}, ${isClosed ? `${of.clients} clients` : `${of.perSecond}/s`}: ${tell(result, cost)}`);
}

/** People's passwords, whose hashing is bounded: more come at once than are let in. */
async function measureSignIn(storm: Storm): Promise<void> {
  const accounts = DEMONSTRATION_ACCOUNTS.map(({ account }) => account);
  const { result, cost } = await costOf(storm, async (): Promise<LoadResult> => {
    const [from, times, refused] = [performance.now(), [] as number[], new Map<string, number>()];
    const signIn = async (index: number): Promise<void> => {
      const begun = performance.now();
      await signInAt(storm.app.origin, accounts[index % accounts.length] ?? "", DEMONSTRATION_PASSWORD).then(
        () => times.push(performance.now() - begun),
        () => refused.set("busy", (refused.get("busy") ?? 0) + 1),
      );
    };
    await Promise.all(Array.from({ length: SIGN_INS }, (_, index) => signIn(index)));
    return { times, refused, seconds: (performance.now() - from) / 1000, sentBytes: 0, receivedBytes: 0 };
  });
  storm.print(`sign in, ${SIGN_INS} at once: ${tell(result, cost)}`);
}

async function costOf({ app, dataDir }: Storm, work: () => Promise<LoadResult>) {
  const before = processorTime(app.pid, dataDir);
  const result = await work();
  const after = processorTime(app.pid, dataDir);
  const count = result.times.length + [...result.refused.values()].reduce((sum, one) => sum + one, 0);
  const each = (key: keyof ProcessorTime) => (after[key] - before[key]) / Math.max(1, count);
  return { result, cost: { appMs: each("appMs"), databaseMs: each("databaseMs") } };
}

function tell({ times, refused, seconds, sentBytes, receivedBytes }: LoadResult, cost: ProcessorTime): string {
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
