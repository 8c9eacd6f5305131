import { type Db, withActor } from "@/db/connect";
import type { Actor } from "@/lib/domain/access";
import type { ReportWriting } from "@/lib/domain/report-work";
import { getReportWriting } from "@/lib/services/report-work";

/** Loads a year's report for those who write it, with its texts; null when there is no such year in the district. */
export async function loadReport(
  db: Db,
  actor: Actor,
  { cycleId }: { cycleId: string },
  now: Date,
): Promise<ReportWriting | null> {
  return withActor(db, actor, (tx) => getReportWriting(tx, actor, cycleId, now));
}
