import type { Db } from "@/db/connect";
import { getCycleReport } from "@/db/queries/reports";
import { Refusal } from "@/lib/domain/refusal";
import { refuseChange } from "@/lib/domain/report";

/**
 * Nothing that a year's report is made of changes while the report is fixed.
 *
 * @throws Refusal not_found
 */
export async function refuseFixedReport(tx: Db, of: { districtId: string; cycleId: string }): Promise<void> {
  const report = await getCycleReport(tx, of);
  if (!report) throw new Refusal("not_found");
  const refusal = refuseChange(report.state);
  if (refusal) throw new Refusal(refusal);
}
