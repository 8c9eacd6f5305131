import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import {
  adjustments,
  cycles,
  figures,
  letterheads,
  memberships,
  proposedUnitReports,
  submissions,
  unitReports,
  users,
  versionFigures,
  versions,
} from "@/db/schema";
import type { Format } from "@/lib/domain/format";
import type { CheckedPerson, CheckedSubmission, CheckedVersion } from "@/lib/domain/history-check";
import type { CheckedCycle, CheckedLetterhead, CheckedUnitReport } from "@/lib/domain/history-check-files";
import type { InterchangeReport } from "@/lib/domain/interchange";

/** What the verification reads: every row of a district, whatever cycle or unit it belongs to, in batches by id. */
type Batch = { districtId: string; afterId: string; limit: number };

/** Sorts before every id. */
export const FIRST_ID = "00000000-0000-0000-0000-000000000000";

export async function listCheckedVersions(db: Db, params: Batch): Promise<CheckedVersion[]> {
  return db
    .select({
      id: versions.id,
      submissionId: versions.submissionId,
      organisationId: versions.organisationId,
      number: versions.number,
      content: versions.content,
      contentHash: versions.contentHash,
      isNil: versions.isNil,
      receipt: versions.receipt,
      submittedBy: versions.submittedBy,
      submittedAt: versions.submittedAt,
      summed: sql<Record<string, string>>`coalesce(
        (select jsonb_object_agg(${versionFigures.cellKey}, ${versionFigures.value}::text) from ${versionFigures}
         where ${versionFigures.districtId} = ${params.districtId} and ${versionFigures.versionId} = ${versions.id}),
        '{}')`,
    })
    .from(versions)
    .where(and(eq(versions.districtId, params.districtId), gt(versions.id, params.afterId)))
    .orderBy(asc(versions.id))
    .limit(params.limit);
}

export async function listCheckedSubmissions(db: Db, params: Batch): Promise<CheckedSubmission[]> {
  return db
    .select({
      id: submissions.id,
      state: submissions.state,
      latestVersion: submissions.latestVersion,
      isNil: submissions.isNil,
      hasReservation: submissions.hasReservation,
      approvedNumber: versions.number,
      figures: sql<Record<string, string | null>>`coalesce(
        (select jsonb_object_agg(${figures.cellKey}, ${figures.found}) from ${figures}
         where ${figures.districtId} = ${params.districtId} and ${figures.submissionId} = ${submissions.id}),
        '{}')`,
    })
    .from(submissions)
    .leftJoin(
      versions,
      and(
        eq(versions.districtId, submissions.districtId),
        eq(versions.id, submissions.approvedVersionId),
        eq(versions.submissionId, submissions.id),
      ),
    )
    .where(and(eq(submissions.districtId, params.districtId), gt(submissions.id, params.afterId)))
    .orderBy(asc(submissions.id))
    .limit(params.limit);
}

export async function listCheckedAdjustments(
  db: Db,
  params: { districtId: string },
): Promise<{ id: string; cycleId: string; cellKey: string; amount: string; reason: string }[]> {
  return db
    .select({
      id: adjustments.id,
      cycleId: adjustments.cycleId,
      cellKey: adjustments.cellKey,
      amount: adjustments.amount,
      reason: adjustments.reason,
    })
    .from(adjustments)
    .where(eq(adjustments.districtId, params.districtId))
    .orderBy(asc(adjustments.id));
}

/** A unit's report as stored; its hash is computed anew by who asks. */
export type StoredFile = Omit<CheckedUnitReport, "computed" | "report"> & { report: InterchangeReport };

export async function listCheckedUnitReports(db: Db, params: { districtId: string }): Promise<StoredFile[]> {
  return db
    .select({
      organisationId: unitReports.organisationId,
      year: unitReports.year,
      title: unitReports.title,
      report: unitReports.report,
      hash: unitReports.hash,
      body: sql<string>`coalesce(${unitReports.otherBody}, '')`,
      by: unitReports.importedByName,
      at: unitReports.importedAt,
      confirmedBy: sql<string>`coalesce(${unitReports.confirmedByName}, '')`,
    })
    .from(unitReports)
    .where(eq(unitReports.districtId, params.districtId))
    .orderBy(asc(unitReports.organisationId), asc(unitReports.year));
}

export async function listCheckedProposals(db: Db, params: { districtId: string }): Promise<StoredFile[]> {
  return db
    .select({
      organisationId: proposedUnitReports.organisationId,
      year: proposedUnitReports.year,
      title: proposedUnitReports.title,
      report: proposedUnitReports.report,
      hash: proposedUnitReports.hash,
      body: proposedUnitReports.body,
      by: proposedUnitReports.proposedByName,
      at: proposedUnitReports.proposedAt,
      confirmedBy: sql<string>`''`,
    })
    .from(proposedUnitReports)
    .where(eq(proposedUnitReports.districtId, params.districtId))
    .orderBy(asc(proposedUnitReports.organisationId), asc(proposedUnitReports.year));
}

/** Templates with the hash that was stored and that of the bytes that are there, in the order of their uploads. */
export async function listCheckedLetterheads(db: Db, params: { districtId: string }): Promise<CheckedLetterhead[]> {
  return db
    .select({
      id: letterheads.id,
      fileName: letterheads.fileName,
      hash: letterheads.hash,
      computed: sql<string>`encode(sha256(${letterheads.file}), 'hex')`,
      by: letterheads.uploadedByName,
      at: letterheads.uploadedAt,
      isRetired: sql<boolean>`${letterheads.retiredAt} is not null`,
    })
    .from(letterheads)
    .where(eq(letterheads.districtId, params.districtId))
    .orderBy(asc(letterheads.uploadedAt), asc(letterheads.id));
}

/** Years with the frozen copy of their form; its hash is computed anew by who asks. */
export async function listCheckedCycles(
  db: Db,
  params: { districtId: string },
): Promise<(Omit<CheckedCycle, "computed" | "formatId"> & { format: Format })[]> {
  return db
    .select({
      id: cycles.id,
      year: cycles.year,
      state: cycles.state,
      format: cycles.format,
      formatHash: cycles.formatHash,
    })
    .from(cycles)
    .where(eq(cycles.districtId, params.districtId))
    .orderBy(asc(cycles.year));
}

/** Everybody of the district with the roles that nobody ended, by account. */
export async function listCheckedPeople(db: Db, params: { districtId: string }): Promise<CheckedPerson[]> {
  const rows = await db
    .select({
      account: users.account,
      deactivatedAt: users.deactivatedAt,
      organisationId: memberships.organisationId,
      role: memberships.role,
      untilAt: memberships.untilAt,
    })
    .from(users)
    .leftJoin(
      memberships,
      and(
        eq(memberships.districtId, users.districtId),
        eq(memberships.userId, users.id),
        isNull(memberships.endedByName),
      ),
    )
    .where(eq(users.districtId, params.districtId))
    .orderBy(asc(users.account));
  return [...Map.groupBy(rows, ({ account }) => account)].map(([account, held]) => ({
    account,
    isActive: held.every(({ deactivatedAt }) => deactivatedAt === null),
    roles: held.flatMap(({ organisationId, role, untilAt }) =>
      organisationId && role ? [{ key: `${organisationId} ${role}`, until: untilAt?.toISOString() ?? null }] : [],
    ),
  }));
}
