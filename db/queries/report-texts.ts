import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { excluded } from "@/db/queries/excluded";
import { reportTexts } from "@/db/schema";
import type { StoredReportText } from "@/lib/domain/report";

/** The district's own texts by heading; a heading that is not here is assembled from its units. */
export async function listReportTexts(
  db: Db,
  params: { districtId: string; cycleId: string },
): Promise<StoredReportText[]> {
  return db
    .select({
      headingKey: reportTexts.headingKey,
      body: reportTexts.body,
      updatedBy: reportTexts.updatedBy,
      updatedByName: reportTexts.updatedByName,
      updatedAt: reportTexts.updatedAt,
    })
    .from(reportTexts)
    .where(and(eq(reportTexts.districtId, params.districtId), eq(reportTexts.cycleId, params.cycleId)));
}

export async function upsertReportText(
  db: Db,
  params: {
    districtId: string;
    cycleId: string;
    headingKey: string;
    body: string;
    by: { userId: string; name: string };
    at: Date;
  },
): Promise<void> {
  const { by, at, ...row } = params;
  await db
    .insert(reportTexts)
    .values({ ...row, updatedBy: by.userId, updatedByName: by.name, updatedAt: at })
    .onConflictDoUpdate({
      target: [reportTexts.districtId, reportTexts.cycleId, reportTexts.headingKey],
      set: {
        ...excluded({
          body: reportTexts.body,
          updatedBy: reportTexts.updatedBy,
          updatedByName: reportTexts.updatedByName,
          updatedAt: reportTexts.updatedAt,
        }),
      },
    });
}

/** Goes back to the text assembled from the units. */
export async function deleteReportText(
  db: Db,
  params: { districtId: string; cycleId: string; headingKey: string },
): Promise<void> {
  await db
    .delete(reportTexts)
    .where(
      and(
        eq(reportTexts.districtId, params.districtId),
        eq(reportTexts.cycleId, params.cycleId),
        eq(reportTexts.headingKey, params.headingKey),
      ),
    );
}
