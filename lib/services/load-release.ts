import { type Db, withActor } from "@/db/connect";
import { listReports } from "@/db/queries/reports";
import type { Actor } from "@/lib/domain/access";
import type { ReportEntry } from "@/lib/domain/report";
import type { JudgedReport } from "@/lib/domain/report-work";
import { getJudgedReport } from "@/lib/services/report-work";

/** Loads a year's report with what keeps it from being made final, and all its versions, newest first. */
export async function loadRelease(
  db: Db,
  actor: Actor,
  { cycleId }: { cycleId: string },
  now: Date,
): Promise<{ work: JudgedReport; versions: ReportEntry[] } | null> {
  return withActor(db, actor, async (tx) => {
    const [work, reports] = await Promise.all([
      getJudgedReport(tx, actor, cycleId, now),
      listReports(tx, { districtId: actor.districtId }),
    ]);
    return work ? { work, versions: reports.filter((report) => report.year === work.cycle.year) } : null;
  });
}
