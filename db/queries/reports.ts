import { and, desc, eq } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { reports } from "@/db/schema";
import type { ReportEntry } from "@/lib/domain/report";
import { type Report, reportInWork } from "@/lib/domain/report";
import type { ReportDocument } from "@/lib/domain/report-document";

/** A report without its document. */
export const reportColumns = {
  id: reports.id,
  districtId: reports.districtId,
  cycleId: reports.cycleId,
  version: reports.version,
  state: reports.state,
  finalisedBy: reports.finalisedBy,
  year: reports.year,
  title: reports.title,
  districtName: reports.districtName,
  origin: reports.origin,
  documentHash: reports.documentHash,
  verificationCode: reports.verificationCode,
  erratumReason: reports.erratumReason,
  finalisedByName: reports.finalisedByName,
  finalisedAt: reports.finalisedAt,
  publishedByName: reports.publishedByName,
  publishedAt: reports.publishedAt,
  letterheadId: reports.letterheadId,
  hasCharts: reports.hasCharts,
  hasUnitAnnexes: reports.hasUnitAnnexes,
};

/** Every report of a district, newest first: the office's list. */
export async function listReports(db: Db, params: { districtId: string }): Promise<ReportEntry[]> {
  return db
    .select(reportColumns)
    .from(reports)
    .where(eq(reports.districtId, params.districtId))
    .orderBy(desc(reports.year), desc(reports.version));
}

/** The report in work of a cycle; see `reportInWork`. */
export async function getCycleReport(
  db: Db,
  params: { districtId: string; cycleId: string },
): Promise<ReportEntry | null> {
  const rows = await db
    .select(reportColumns)
    .from(reports)
    .where(and(eq(reports.districtId, params.districtId), eq(reports.cycleId, params.cycleId)));
  return reportInWork(rows);
}

export async function getReportForUpdate(
  db: Db,
  params: { districtId: string; id: string },
): Promise<(ReportEntry & { document: ReportDocument | null }) | null> {
  const rows = await db
    .select({ ...reportColumns, document: reports.document })
    .from(reports)
    .where(and(eq(reports.districtId, params.districtId), eq(reports.id, params.id)))
    .for("update");
  return rows[0] ?? null;
}

/** The newest published report of a district for a year, with its document. */
export async function getPublishedReport(
  db: Db,
  params: { districtId: string; year: number },
): Promise<(ReportEntry & { document: ReportDocument }) | null> {
  const rows = await db
    .select({ ...reportColumns, document: reports.document })
    .from(reports)
    .where(
      and(eq(reports.districtId, params.districtId), eq(reports.year, params.year), eq(reports.state, "published")),
    )
    .orderBy(desc(reports.version))
    .limit(1);
  const row = rows[0];
  return row?.document ? { ...row, document: row.document } : null;
}

/** One report with its document, as the office sees it. */
export async function getReport(
  db: Db,
  params: { districtId: string; id: string },
): Promise<(ReportEntry & { document: ReportDocument | null }) | null> {
  const rows = await db
    .select({ ...reportColumns, document: reports.document })
    .from(reports)
    .where(and(eq(reports.districtId, params.districtId), eq(reports.id, params.id)));
  return rows[0] ?? null;
}

export async function insertReport(
  db: Db,
  row: {
    districtId: string;
    id: string;
    cycleId: string | null;
    year: number;
    version: number;
    state: Report["state"];
    origin: "composed" | "imported";
    title: string;
    districtName: string;
    document?: ReportDocument;
    documentHash?: string;
    verificationCode?: string;
    erratumReason?: string;
    publishedByName?: string;
    publishedAt?: Date;
  },
): Promise<boolean> {
  const rows = await db.insert(reports).values(row).onConflictDoNothing().returning({ id: reports.id });
  return rows.length > 0;
}

export async function updateReport(
  db: Db,
  params: {
    districtId: string;
    id: string;
    set: Partial<{
      state: Report["state"];
      erratumReason: string;
      document: ReportDocument | null;
      documentHash: string | null;
      verificationCode: string | null;
      finalisedBy: string | null;
      finalisedByName: string | null;
      finalisedAt: Date | null;
      publishedByName: string | null;
      publishedAt: Date | null;
      letterheadId: string | null;
      hasCharts: boolean;
      hasUnitAnnexes: boolean;
    }>;
  },
): Promise<void> {
  await db
    .update(reports)
    .set(params.set)
    .where(and(eq(reports.districtId, params.districtId), eq(reports.id, params.id)));
}

/** Changes the title of a draft. */
export async function updateReportName(
  db: Db,
  params: { districtId: string; id: string; districtName: string; title: string },
): Promise<void> {
  await db
    .update(reports)
    .set({ districtName: params.districtName, title: params.title })
    .where(and(eq(reports.districtId, params.districtId), eq(reports.id, params.id), eq(reports.state, "draft")));
}
