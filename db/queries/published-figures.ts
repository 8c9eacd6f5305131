import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { reports } from "@/db/schema";
import { storedPart } from "@/db/schema/stored-json";
import { ReportDocumentSchema } from "@/lib/domain/report-document";

/** Single figures of a district's published reports, oldest year first: what a comparison over the years needs. */
export async function listPublishedFigures(
  db: Db,
  params: { districtIds: readonly string[]; cellKeys: readonly string[] },
): Promise<{ id: string; districtId: string; year: number; figures: Record<string, string | null> }[]> {
  if (params.districtIds.length === 0) return [];
  // All of its figures, since a document is unpacked anew for every part of it that is asked for.
  const rows = await db
    .select({
      id: reports.id,
      districtId: reports.districtId,
      year: reports.year,
      figures: storedPart(
        "reports.document.figures",
        ReportDocumentSchema.shape.figures,
        sql`${reports.document} -> 'figures'`,
      ),
    })
    .from(reports)
    .where(and(inArray(reports.districtId, [...params.districtIds]), eq(reports.state, "published")))
    .orderBy(reports.year);
  return rows.map((row) => ({
    ...row,
    figures: Object.fromEntries(params.cellKeys.map((key) => [key, row.figures[key] ?? null])),
  }));
}

/** One figure of the published reports of these districts: its text as stored, and the form that asked for it. */
export async function listPublishedCell(
  db: Db,
  params: { districtIds: readonly string[]; cellKey: string },
): Promise<
  { reportId: string; districtId: string; districtName: string; year: number; formatId: string; value: string | null }[]
> {
  if (params.districtIds.length === 0) return [];
  return db
    .select({
      reportId: reports.id,
      districtId: reports.districtId,
      districtName: reports.districtName,
      year: reports.year,
      formatId: sql<string>`${reports.document} #>> '{format,id}'`,
      value: sql<string | null>`${reports.document} #>> array['figures', ${params.cellKey}]`,
    })
    .from(reports)
    .where(and(inArray(reports.districtId, [...params.districtIds]), eq(reports.state, "published")))
    .orderBy(reports.year);
}
