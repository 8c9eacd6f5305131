import { sql } from "drizzle-orm";
import { type Db, withActor } from "@/db/connect";
import { loadWorkingDistrict } from "@/db/demo/working-district";
import { sumApprovedFigures } from "@/db/queries/approved-versions";
import type { Actor } from "@/lib/domain/access";
import { getReportWork } from "@/lib/services/report-work";
import { buildLargeDistrict } from "./large-district";
import { against, mediansInTurn } from "./measure";
import { withDatabase } from "./with-database";

const RUNS = 30;
const MANY_UNITS = 500;

/** The roll-up of the demonstration's eight units, and of a large district, against a bare SUM over the same rows. */
export async function benchRollUp(print: (line: string) => void): Promise<void> {
  await withDatabase(2, async ({ db }) => {
    const now = new Date();
    const district = await loadWorkingDistrict(db, { now, passwordHash: "none", isFinished: true });
    await compare(db, district.person("工委管委办公室统稿人"), district.cycleId, 8, print);
  });
  await withDatabase(2, async (database) => {
    const { admin, cycleId } = await buildLargeDistrict(database, MANY_UNITS);
    await compare(database.db, admin, cycleId, MANY_UNITS, print);
  });
}

async function compare(
  db: Db,
  actor: Actor,
  cycleId: string,
  units: number,
  print: (line: string) => void,
): Promise<void> {
  const now = new Date();
  const { scope } = actor;
  const [floor = 0, sums = 0, report = 0] = await mediansInTurn(
    [
      () =>
        withActor(db, actor, (tx) =>
          tx.execute(sql`select cell_key, sum(value) from version_figures group by cell_key`),
        ),
      () => withActor(db, actor, (tx) => sumApprovedFigures(tx, { scope, cycleId })),
      () => withActor(db, actor, (tx) => getReportWork(tx, actor, cycleId, now)),
    ],
    RUNS,
  );
  print(`roll-up of ${units} units: ${against(sums, floor, "a bare SUM", 1.5)}`);
  print(`whole report of ${units} units, composed and checked: ${report.toFixed(2)} ms`);
}
