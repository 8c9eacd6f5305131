import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { excluded } from "@/db/queries/excluded";
import { inScope } from "@/db/queries/in-scope";
import { proposedUnitReports, unitReports } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import type { InterchangeReport } from "@/lib/domain/interchange";
import type { ProposedUnitReport } from "@/lib/domain/own-reports";

export type StoredUnitReport = {
  organisationId: string;
  year: number;
  title: string;
  report: InterchangeReport;
  importedByName: string;
  importedAt: Date;
  /** The body that it names where that is not the unit, and the second person who let it in all the same. */
  otherBody: string | null;
  confirmedByName: string | null;
};

const columns = {
  organisationId: unitReports.organisationId,
  year: unitReports.year,
  title: unitReports.title,
  report: unitReports.report,
  importedByName: unitReports.importedByName,
  importedAt: unitReports.importedAt,
  otherBody: unitReports.otherBody,
  confirmedByName: unitReports.confirmedByName,
};

const {
  report: proposedReport,
  hash: proposedHash,
  ...proposed
} = {
  id: proposedUnitReports.id,
  organisationId: proposedUnitReports.organisationId,
  year: proposedUnitReports.year,
  title: proposedUnitReports.title,
  body: proposedUnitReports.body,
  reason: proposedUnitReports.reason,
  report: proposedUnitReports.report,
  hash: proposedUnitReports.hash,
  proposedBy: proposedUnitReports.proposedBy,
  proposedByName: proposedUnitReports.proposedByName,
  proposedAt: proposedUnitReports.proposedAt,
};

/** The units' own published reports of a year; those of some units only, where they are named. */
export async function listUnitReports(
  db: Db,
  params: { scope: Scope; year: number; organisationIds?: readonly string[] },
): Promise<StoredUnitReport[]> {
  const { organisationIds } = params;
  return db
    .select(columns)
    .from(unitReports)
    .where(
      inScope(
        unitReports,
        params.scope,
        eq(unitReports.year, params.year),
        organisationIds ? inArray(unitReports.organisationId, [...organisationIds]) : undefined,
      ),
    )
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

/** The published reports that were imported for these units, newest year first, without their content. */
export async function listTakenReports(db: Db, params: { scope: Scope }): Promise<Omit<StoredUnitReport, "report">[]> {
  const { report: _report, ...listed } = columns;
  return db
    .select(listed)
    .from(unitReports)
    .where(inScope(unitReports, params.scope))
    .orderBy(sql`${unitReports.year} desc`, unitReports.organisationId);
}

/** Stores a unit's published report; one of the same year is replaced. */
export async function upsertUnitReport(
  db: Db,
  row: StoredUnitReport & { districtId: string; hash: string; importedBy: string; confirmedBy: string | null },
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
          otherBody: unitReports.otherBody,
          confirmedBy: unitReports.confirmedBy,
          confirmedByName: unitReports.confirmedByName,
        }),
      },
    });
}

/** Proposed reports that wait for a second person, the oldest first, without their content. */
export async function listProposedUnitReports(
  db: Db,
  params: { scope: Scope },
): Promise<Omit<ProposedUnitReport, "report" | "hash">[]> {
  return db
    .select(proposed)
    .from(proposedUnitReports)
    .where(inScope(proposedUnitReports, params.scope))
    .orderBy(asc(proposedUnitReports.proposedAt), asc(proposedUnitReports.id));
}

/** Locks a proposal, so that two people cannot both decide on it. */
export async function getProposedUnitReportForUpdate(
  db: Db,
  params: { scope: Scope; id: string },
): Promise<ProposedUnitReport | null> {
  const rows = await db
    .select({ ...proposed, report: proposedReport, hash: proposedHash })
    .from(proposedUnitReports)
    .where(inScope(proposedUnitReports, params.scope, eq(proposedUnitReports.id, params.id)))
    .for("update");
  return rows[0] ?? null;
}

/** False where a proposal for the same unit and year waits already. */
export async function insertProposedUnitReport(
  db: Db,
  row: ProposedUnitReport & { districtId: string },
): Promise<boolean> {
  const rows = await db
    .insert(proposedUnitReports)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: proposedUnitReports.id });
  return rows.length > 0;
}

/** Deletes a proposal that was decided; the history has the decision. */
export async function deleteProposedUnitReport(db: Db, params: { districtId: string; id: string }): Promise<void> {
  await db
    .delete(proposedUnitReports)
    .where(and(eq(proposedUnitReports.districtId, params.districtId), eq(proposedUnitReports.id, params.id)));
}
