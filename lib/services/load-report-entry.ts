import { type Db, withActor } from "@/db/connect";
import { listReports } from "@/db/queries/reports";
import type { Actor } from "@/lib/domain/access";
import type { ReportEntry } from "@/lib/domain/report";

/** Loads how one of the district's reports stands, without its document; null for any other. */
export async function loadReportEntry(
  db: Db,
  actor: Actor,
  { reportId }: { reportId: string },
  _now: Date,
): Promise<ReportEntry | null> {
  const { districtId } = actor;
  const reports = await withActor(db, actor, (tx) => listReports(tx, { districtId }));
  return reports.find(({ id }) => id === reportId) ?? null;
}
