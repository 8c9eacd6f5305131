import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { sql } from "drizzle-orm";
import { connect, type Db, withActor } from "@/db/connect";
import { loadWorkingDistrict } from "@/db/demo/working-district";
import { startEmbedded } from "@/db/embedded";
import { appUrlOf, migrate } from "@/db/migrate";
import { sumApprovedFigures } from "@/db/queries/versions";
import { loadReport } from "@/lib/services/load-report";

const RUNS = 30;

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return times.toSorted((left, right) => left - right)[Math.floor(RUNS / 2)] ?? 0;
}

/** The roll-up of the demonstration's eight units against a bare SUM over the same rows, each in a transaction. */
export async function benchDatabase(print: (line: string) => void): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "nianbao-bench-"));
  const embedded = await startEmbedded({ dataDir, say: () => undefined, endsWithParent: true });
  try {
    await migrate(embedded.ownerUrl, { appPassword: "only-for-benches" });
    const { db, close } = connect(appUrlOf(embedded.ownerUrl, "only-for-benches"), { max: 2 });
    await compare(db, print);
    await close();
  } finally {
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function compare(db: Db, print: (line: string) => void): Promise<void> {
  const now = new Date();
  const district = await loadWorkingDistrict(db, { now, passwordHash: "none", isFinished: true });
  const editor = district.person("工委管委办公室统稿人");
  const { cycleId } = district;
  const { scope } = editor;

  const floor = await medianMs(() =>
    withActor(db, editor, (tx) => tx.execute(sql`select cell_key, sum(value) from version_figures group by cell_key`)),
  );
  const sums = await medianMs(() => withActor(db, editor, (tx) => sumApprovedFigures(tx, { scope, cycleId })));
  const report = await medianMs(() => withActor(db, editor, (tx) => loadReport(tx, editor, cycleId, now)));
  print(
    `roll-up of 8 units: ${sums.toFixed(2)} ms, ${(sums / floor).toFixed(2)} × a bare SUM (${floor.toFixed(2)} ms)`,
  );
  print(`whole report, composed and checked: ${report.toFixed(2)} ms, ${(report / floor).toFixed(2)} × a bare SUM`);
}
