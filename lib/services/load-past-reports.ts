import { type Db, withActor } from "@/db/connect";
import { listReports } from "@/db/queries/reports";
import type { Actor } from "@/lib/domain/access";
import type { ReportEntry } from "@/lib/domain/report";
import type { NoInput } from "@/lib/services/no-input";

/** Loads the district's published reports, newest first; of each year the version that counts. */
export async function loadPastReports(db: Db, actor: Actor, _input: NoInput, _now: Date): Promise<ReportEntry[]> {
  return withActor(db, actor, async (tx) => {
    const reports = await listReports(tx, { districtId: actor.districtId });
    return reports.filter((report) => report.state === "published");
  });
}
