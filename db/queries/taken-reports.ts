import { and, desc, eq } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { takenReports, versions } from "@/db/schema";
import type { TakenReport } from "@/lib/domain/child-report";

const columns = {
  id: takenReports.id,
  organisationId: takenReports.organisationId,
  reportId: takenReports.reportId,
  version: takenReports.version,
  title: takenReports.title,
  documentHash: takenReports.documentHash,
  publishedByName: takenReports.publishedByName,
  publishedAt: takenReports.publishedAt,
  takenByName: takenReports.takenByName,
  takenAt: takenReports.takenAt,
};

/** What was taken over in a cycle, the newest version of each unit's report first. */
export async function listTakenReports(
  db: Db,
  params: { districtId: string; cycleId: string },
): Promise<TakenReport[]> {
  return db
    .select(columns)
    .from(takenReports)
    .where(and(eq(takenReports.districtId, params.districtId), eq(takenReports.cycleId, params.cycleId)))
    .orderBy(takenReports.organisationId, desc(takenReports.version));
}

/** The published report that a version of a section was taken from; null where its unit filled it in. */
export async function getTakenReportOfVersion(
  db: Db,
  params: { districtId: string; submissionId: string; number: number },
): Promise<TakenReport | null> {
  const rows = await db
    .select(columns)
    .from(versions)
    .innerJoin(
      takenReports,
      and(eq(takenReports.districtId, versions.districtId), eq(takenReports.id, versions.takenReportId)),
    )
    .where(
      and(
        eq(versions.districtId, params.districtId),
        eq(versions.submissionId, params.submissionId),
        eq(versions.number, params.number),
      ),
    );
  return rows[0] ?? null;
}

/** False where the report was taken over before. */
export async function insertTakenReport(
  db: Db,
  row: TakenReport & { districtId: string; cycleId: string; takenBy: string },
): Promise<boolean> {
  const rows = await db.insert(takenReports).values(row).onConflictDoNothing().returning({ id: takenReports.id });
  return rows.length > 0;
}
