import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { reportColumns } from "@/db/queries/reports";
import { reports } from "@/db/schema";
import type { PublishedVersion } from "@/lib/domain/child-report";
import type { ReportEntry } from "@/lib/domain/report";
import type { ReportDocument } from "@/lib/domain/report-document";

const isPublic = inArray(reports.state, ["published", "superseded"]);

/** Published and superseded reports of all districts, newest first: the public's list. */
export async function listPublicReports(
  db: Db,
  params: {
    limit: number;
    year?: number | undefined;
    districtName?: string | undefined;
    title?: string;
    state?: "published";
  },
): Promise<ReportEntry[]> {
  return db
    .select(reportColumns)
    .from(reports)
    .where(
      and(
        isPublic,
        params.state ? eq(reports.state, params.state) : undefined,
        params.title === undefined ? undefined : eq(reports.title, params.title),
        params.year ? eq(reports.year, params.year) : undefined,
        params.districtName ? sql`strpos(${reports.districtName}, ${params.districtName}) > 0` : undefined,
      ),
    )
    .orderBy(desc(reports.year), reports.districtName, desc(reports.version))
    .limit(params.limit);
}

/** Where a page of the public's list begins: behind this report. */
export type PublicPlace = { year: number; districtName: string; version: number; id: string };

/** The public's list in pages, in the order of `listPublicReports`. */
export async function listPublicReportsAfter(
  db: Db,
  params: {
    limit: number;
    after: PublicPlace | null;
    year?: number | undefined;
    districtName?: string | undefined;
    state?: "published" | undefined;
  },
): Promise<ReportEntry[]> {
  const { after } = params;
  return db
    .select(reportColumns)
    .from(reports)
    .where(
      and(
        isPublic,
        params.state ? eq(reports.state, params.state) : undefined,
        params.year ? eq(reports.year, params.year) : undefined,
        params.districtName ? sql`strpos(${reports.districtName}, ${params.districtName}) > 0` : undefined,
        after === null
          ? undefined
          : sql`(-${reports.year}, ${reports.districtName}, -${reports.version}, ${reports.id})
            > (${-after.year}::int, ${after.districtName}::text, ${-after.version}::int, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(reports.year), reports.districtName, desc(reports.version), reports.id)
    .limit(params.limit);
}

/** The reports published last, superseded versions included, newest first. */
export async function listNewestPublicReports(db: Db, params: { limit: number }): Promise<ReportEntry[]> {
  return db
    .select(reportColumns)
    .from(reports)
    .where(isPublic)
    .orderBy(sql`${reports.publishedAt} desc nulls last`, reports.id)
    .limit(params.limit);
}

/** The figures of a year with their format, of each body the version that counts. */
export async function listPublishedOfYear(
  db: Db,
  params: { year: number },
): Promise<(ReportEntry & Pick<ReportDocument, "format" | "figures">)[]> {
  const rows = await db
    .select({ ...reportColumns, document: reports.document })
    .from(reports)
    .where(and(eq(reports.state, "published"), eq(reports.year, params.year)))
    .orderBy(reports.districtName, reports.id);
  return rows.flatMap(({ document, ...entry }) =>
    document ? [{ ...entry, format: document.format, figures: document.figures }] : [],
  );
}

/** The version that counts of each of these districts' reports of a year. */
export async function listPublishedVersions(
  db: Db,
  params: { districtIds: readonly string[]; year: number },
): Promise<(PublishedVersion & { districtId: string })[]> {
  if (params.districtIds.length === 0) return [];
  const rows = await db
    .select(reportColumns)
    .from(reports)
    .where(
      and(
        inArray(reports.districtId, [...params.districtIds]),
        eq(reports.year, params.year),
        eq(reports.state, "published"),
      ),
    );
  return rows.flatMap(({ id: reportId, documentHash, publishedAt, publishedByName, districtId, version, title }) =>
    documentHash && publishedAt
      ? [{ reportId, districtId, version, title, documentHash, publishedAt, publishedByName: publishedByName ?? "" }]
      : [],
  );
}

/** Any published report by its id, with its document; drafts are not found. */
export async function getPublicReport(
  db: Db,
  params: { id: string },
): Promise<(ReportEntry & { document: ReportDocument }) | null> {
  const rows = await db
    .select({ ...reportColumns, document: reports.document })
    .from(reports)
    .where(and(eq(reports.id, params.id), isPublic));
  const row = rows[0];
  return row?.document ? { ...row, document: row.document } : null;
}

/** The other published versions and years of the same district. */
export async function listOtherPublicReports(db: Db, params: { districtId: string }): Promise<ReportEntry[]> {
  return db
    .select(reportColumns)
    .from(reports)
    .where(and(eq(reports.districtId, params.districtId), isPublic))
    .orderBy(desc(reports.year), desc(reports.version));
}

/** The districts that have published a report, by name; those whose name holds the text that is looked for. */
export async function listPublicBodies(
  db: Db,
  params: { districtName?: string | undefined; limit: number },
): Promise<{ districtId: string; name: string }[]> {
  return db
    .selectDistinctOn([reports.districtName, reports.districtId], {
      districtId: reports.districtId,
      name: reports.districtName,
    })
    .from(reports)
    .where(
      and(
        eq(reports.state, "published"),
        params.districtName ? sql`strpos(${reports.districtName}, ${params.districtName}) > 0` : undefined,
      ),
    )
    .orderBy(reports.districtName, reports.districtId)
    .limit(params.limit);
}

export async function findPublicReportByCode(
  db: Db,
  params: { verificationCode: string },
): Promise<ReportEntry | null> {
  const rows = await db
    .select(reportColumns)
    .from(reports)
    .where(and(eq(reports.verificationCode, params.verificationCode), isPublic));
  return rows[0] ?? null;
}

/** How many reports and districts are published, and of which years; superseded versions are not counted. */
export async function countPublishedReports(db: Db): Promise<{ reports: number; districts: number; years: number[] }> {
  const rows = await db
    .select({
      reports: sql<number>`count(*)::int`,
      districts: sql<number>`count(distinct ${reports.districtId})::int`,
      years: sql<number[]>`coalesce(array_agg(distinct ${reports.year} order by ${reports.year} desc), '{}')`,
    })
    .from(reports)
    .where(eq(reports.state, "published"));
  return rows[0] ?? { reports: 0, districts: 0, years: [] };
}
