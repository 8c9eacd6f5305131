import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { excluded } from "@/db/queries/excluded";
import { inScope } from "@/db/queries/in-scope";
import { unitReports } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import type { InterchangeReport } from "@/lib/domain/interchange";

export type StoredUnitReport = {
  organisationId: string;
  year: number;
  title: string;
  report: InterchangeReport;
  importedByName: string;
  importedAt: Date;
};

const columns = {
  organisationId: unitReports.organisationId,
  year: unitReports.year,
  title: unitReports.title,
  report: unitReports.report,
  importedByName: unitReports.importedByName,
  importedAt: unitReports.importedAt,
};

/** The units' own published reports of a year. */
export async function listUnitReports(db: Db, params: { scope: Scope; year: number }): Promise<StoredUnitReport[]> {
  return db
    .select(columns)
    .from(unitReports)
    .where(inScope(unitReports, params.scope, eq(unitReports.year, params.year)))
    .orderBy(unitReports.organisationId);
}

/** One unit's own published report of a year. */
export async function getUnitReport(
  db: Db,
  params: { scope: Scope; organisationId: string; year: number },
): Promise<StoredUnitReport | null> {
  const rows = await db
    .select(columns)
    .from(unitReports)
    .where(
      inScope(
        unitReports,
        params.scope,
        eq(unitReports.organisationId, params.organisationId),
        eq(unitReports.year, params.year),
      ),
    );
  return rows[0] ?? null;
}

/** What was taken in of these units, newest year first, without the reports themselves. */
export async function listTakenReports(db: Db, params: { scope: Scope }): Promise<Omit<StoredUnitReport, "report">[]> {
  const { report: _report, ...listed } = columns;
  return db
    .select(listed)
    .from(unitReports)
    .where(inScope(unitReports, params.scope))
    .orderBy(sql`${unitReports.year} desc`, unitReports.organisationId);
}

/** Takes a unit's report in; one of the same year is replaced. */
export async function upsertUnitReport(
  db: Db,
  row: StoredUnitReport & { districtId: string; hash: string; importedBy: string },
): Promise<void> {
  await db
    .insert(unitReports)
    .values(row)
    .onConflictDoUpdate({
      target: [unitReports.districtId, unitReports.organisationId, unitReports.year],
      set: {
        ...excluded({
          title: unitReports.title,
          report: unitReports.report,
          hash: unitReports.hash,
          importedBy: unitReports.importedBy,
          importedByName: unitReports.importedByName,
          importedAt: unitReports.importedAt,
        }),
      },
    });
}
