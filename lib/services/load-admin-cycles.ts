import { type Db, withActor } from "@/db/connect";
import { listCycleSummaries } from "@/db/queries/cycles";
import { listUnits } from "@/db/queries/organisations";
import { listReports } from "@/db/queries/reports";
import type { Actor } from "@/lib/domain/access";
import type { CycleSummary } from "@/lib/domain/cycle";
import type { Organisation } from "@/lib/domain/organisation";
import { type ReportEntry, reportInWork } from "@/lib/domain/report";
import type { NoInput } from "@/lib/services/no-input";

/** A year with how far its report is. */
export type CycleWithReport = CycleSummary & { report: ReportEntry | null };

/** Loads every year of the district, newest first, and the units that the next one would expect. */
export async function loadAdminCycles(
  db: Db,
  actor: Actor,
  _input: NoInput,
  _now: Date,
): Promise<{ cycles: CycleWithReport[]; units: Organisation[] }> {
  return withActor(db, actor, async (tx) => {
    const [cycles, units] = await Promise.all([
      listCyclesWithReport(tx, actor),
      listUnits(tx, { districtId: actor.districtId }),
    ]);
    return { cycles, units };
  });
}

/** A step for other loaders: the years of the actor's district, newest first, each with its report in work. */
export async function listCyclesWithReport(tx: Db, { districtId }: Actor): Promise<CycleWithReport[]> {
  const [summaries, reports] = await Promise.all([
    listCycleSummaries(tx, { districtId }),
    listReports(tx, { districtId }),
  ]);
  return summaries.map((summary) => ({
    ...summary,
    report: reportInWork(reports.filter((report) => report.cycleId === summary.id)),
  }));
}
