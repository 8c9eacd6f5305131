import { type Db, withActor } from "@/db/connect";
import { listCorrectionRequests } from "@/db/queries/correction-requests";
import { listReports } from "@/db/queries/reports";
import type { Actor } from "@/lib/domain/access";
import type { CorrectionRequest } from "@/lib/domain/correction-request";
import type { ReportEntry } from "@/lib/domain/report";
import type { JudgedReport } from "@/lib/domain/report-work";
import { getJudgedReport } from "@/lib/services/report-work";

/**
 * Loads a year's report with what keeps it from being made final, all its versions, and what the government above sent
 * back of it; both newest first.
 */
export async function loadRelease(
  db: Db,
  actor: Actor,
  { cycleId }: { cycleId: string },
  now: Date,
): Promise<{ work: JudgedReport; versions: ReportEntry[]; asked: CorrectionRequest[] } | null> {
  return withActor(db, actor, async (tx) => {
    const [work, reports] = await Promise.all([
      getJudgedReport(tx, actor, cycleId, now),
      listReports(tx, { districtId: actor.districtId }),
    ]);
    if (!work) return null;
    const { year } = work.cycle;
    // Nothing is sent back of what was never published.
    const versions = reports.filter((report) => report.year === year);
    const isPublished = versions.some(({ publishedAt }) => publishedAt !== null);
    const asked = isPublished ? await listCorrectionRequests(tx, { districtId: actor.districtId, year }) : [];
    return { work, versions, asked };
  });
}
