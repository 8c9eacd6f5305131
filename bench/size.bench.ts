import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { gzipSync } from "node:zlib";
import { type Db, withActor } from "@/db/connect";
import { freePort } from "@/db/free-port";
import { getActor } from "@/db/queries/sign-in";
import type { Actor } from "@/lib/domain/access";
import { renderReport } from "@/lib/render";
import { explainReportFinding } from "@/lib/services/explain-report-finding";
import { loadReport } from "@/lib/services/load-report";
import { finaliseReport, publishReport } from "@/lib/services/release-report";
import { getReportWork } from "@/lib/services/report-work";
import { saveReportText } from "@/lib/services/save-report-text";
import { type AppClient, signInAt } from "@/scripts/testing/app-client";
import { launch, untilReady } from "@/scripts/testing/started-app";
import type { LargeDistrict } from "./large-district";
import { medianOf } from "./measure";
import { buildFinishedDistrict, buildMixedDistrict, findDirector } from "./mixed-district";
import { type BenchDatabase, withDatabase } from "./with-database";

const USUAL = 40;
const MANY = 5000;
const FINISHED = 2500;
const RUNS = 5;

/** Every page of the office and the administrator with many units, beside the same page with a usual number. */
export async function benchSize(print: (line: string) => void): Promise<void> {
  await withDatabase(4, async (database) => {
    const usual = await buildMixedDistrict(database, USUAL);
    const many = await buildMixedDistrict(database, MANY);
    print(`opening a year of ${MANY} units: ${seconds(many.openingMs)} (${USUAL} units: ${seconds(usual.openingMs)})`);
    await comparePages(database, usual, many, print);
    await releaseReport(database, print);
  });
}

async function comparePages(
  { ownerUrl, appUrl }: BenchDatabase,
  usual: LargeDistrict,
  many: LargeDistrict,
  print: (line: string) => void,
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "nianbao-bench-"));
  const env = { DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl };
  const app = launch({ port: await freePort(), dataDir, args: ["--empty"], env });
  await untilReady(app);
  const [few, lots] = [await clientOf(app.origin, usual), await clientOf(app.origin, many)];
  const [fewPages, pages] = [pagesOf(usual.cycleId), pagesOf(many.cycleId)];
  for (const [index, { name, address }] of pages.entries()) {
    const small = await measure(few, fewPages[index]?.address ?? "");
    const large = await measure(lots, address);
    print(
      `${name}: ${kb(large.sent)} compressed of ${kb(large.bytes)}, ` +
        `${(large.bytes / small.bytes).toFixed(2)} × ${USUAL} units (${kb(small.sent)} of ${kb(small.bytes)}); ` +
        `${large.ms.toFixed(0)} ms, ${(large.ms / small.ms).toFixed(2)} × (${small.ms.toFixed(0)} ms)`,
    );
  }
  app.signal("SIGTERM");
  await app.ended;
  await rm(dataDir, { recursive: true, force: true });
}

function clientOf(origin: string, { account, password }: LargeDistrict): Promise<AppClient> {
  return signInAt(origin, account, password);
}

function pagesOf(cycleId: string): { name: string; address: string }[] {
  const year = `/admin/cycles/${cycleId}`;
  const report = `/report/${cycleId}`;
  return [
    { name: "overview", address: "/review" },
    { name: "queue", address: "/review/queue" },
    { name: "roll-up", address: report },
    { name: "provenance of a figure", address: `${report}?section=requests&cell=requests.received.total` },
    { name: "compose", address: `${report}/compose` },
    { name: "preview", address: `${report}/preview` },
    { name: "release", address: `${report}/release` },
    { name: "files", address: `${report}/files` },
    { name: "history", address: "/history" },
    { name: "admin", address: "/admin" },
    { name: "admin units", address: "/admin/units" },
    { name: "admin people", address: "/admin/people" },
    { name: "admin years", address: "/admin/cycles" },
    { name: "the next year", address: "/admin/cycles/open" },
    { name: "admin year: units", address: year },
    { name: "admin year: outline", address: `${year}?view=outline` },
    { name: "admin year: indicators", address: `${year}?view=indicators` },
    { name: "admin year: close", address: `${year}?view=close` },
    { name: "own reports of units", address: "/published" },
    { name: "past reports", address: "/admin/past-reports" },
  ];
}

/** A page's bytes, and how many of them are sent: a browser asks for them compressed. */
type PageSize = { bytes: number; sent: number; ms: number };

async function measure(client: AppClient, address: string): Promise<PageSize> {
  const times: number[] = [];
  let body = Buffer.alloc(0);
  for (let run = -1; run < RUNS; run += 1) {
    const from = performance.now();
    const answer = await client.get(address);
    body = Buffer.from(await answer.arrayBuffer());
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
    if (run >= 0) times.push(performance.now() - from);
  }
  return { bytes: body.length, sent: gzipSync(body).length, ms: medianOf(times) };
}

async function releaseReport(database: BenchDatabase, print: (line: string) => void): Promise<void> {
  const { db } = database;
  const { admin, cycleId } = await buildFinishedDistrict(database, FINISHED);
  const now = new Date();
  const editor = await getActor(db, { districtId: admin.districtId, userId: admin.userId, sessionEpoch: 1, now });
  const director = await findDirector(database, admin.districtId);
  if (!editor || !director) throw new Error("the office has nobody");
  await writeTexts(db, editor, cycleId);
  const time = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const from = performance.now();
    await work();
    print(`${name} of ${FINISHED} units: ${seconds(performance.now() - from)}`);
  };
  const found = await withActor(db, editor, (tx) => getReportWork(tx, editor, cycleId, now));
  if (!found) throw new Error("the district has no report");
  const { id: reportId } = found.report;
  await time("finalise", () => finaliseReport(db, editor, { requestId: randomUUID(), reportId }, now));
  await time("publish", () => publishReport(db, director, { requestId: randomUUID(), reportId }, now));
  await time("workbook", () => renderReport(found.document, "xlsx", { unitAnnexes: true }));
}

/** Writes a text under every heading, and a reason for each warning that stands then. */
export async function writeTexts(db: Db, editor: Actor, cycleId: string): Promise<void> {
  const now = new Date();
  const load = () => loadReport(db, editor, { cycleId }, now);
  for (const { key, number, title } of (await load())?.outline ?? []) {
    const input = {
      requestId: randomUUID(),
      cycleId,
      headingKey: key,
      value: `${number}${title}已按要求完成。`,
      seen: null,
    };
    await saveReportText(db, editor, input, now);
  }
  for (const { id, severity } of (await load())?.findings ?? []) {
    if (severity !== "warning") continue;
    const input = { requestId: randomUUID(), cycleId, findingId: id, body: "与上年情况不同，已核对。" };
    await explainReportFinding(db, editor, input, now);
  }
}

function kb(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
