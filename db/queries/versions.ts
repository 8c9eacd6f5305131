import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inScope } from "@/db/queries/in-scope";
import {
  approvedVersionOfSubmission,
  cycleOfSubmission,
  cycleUnitOfSubmission,
  organisationOfSubmission,
} from "@/db/queries/joins";
import { cycles, cycleUnits, organisations, submissions, versionFigures, versions } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import type { DecimalText } from "@/lib/domain/figure";
import type { SectionId } from "@/lib/domain/format";
import type { ApprovedVersion, StoredVersion, VersionContent } from "@/lib/domain/version";

const columns = {
  id: versions.id,
  submissionId: versions.submissionId,
  organisationId: versions.organisationId,
  number: versions.number,
  content: versions.content,
  contentHash: versions.contentHash,
  isNil: versions.isNil,
  receipt: versions.receipt,
  submittedBy: versions.submittedBy,
  submittedByName: versions.submittedByName,
  submittedAt: versions.submittedAt,
};

/** Newest first. */
export async function listVersions(db: Db, params: { scope: Scope; submissionId: string }): Promise<StoredVersion[]> {
  return db
    .select(columns)
    .from(versions)
    .where(inScope(versions, params.scope, eq(versions.submissionId, params.submissionId)))
    .orderBy(desc(versions.number));
}

/**
 * The highest number that was given; 0 before the first. It is above the submission's own where a correction was called
 * off and what was handed in for it no longer counts.
 */
export async function getNewestVersionNumber(db: Db, params: { scope: Scope; submissionId: string }): Promise<number> {
  const rows = await db
    .select({ number: sql<number>`coalesce(max(${versions.number}), 0)::int` })
    .from(versions)
    .where(inScope(versions, params.scope, eq(versions.submissionId, params.submissionId)));
  return rows[0]?.number ?? 0;
}

export async function getVersion(
  db: Db,
  params: { scope: Scope; submissionId: string; number: number },
): Promise<StoredVersion | null> {
  const rows = await db
    .select(columns)
    .from(versions)
    .where(
      inScope(
        versions,
        params.scope,
        eq(versions.submissionId, params.submissionId),
        eq(versions.number, params.number),
      ),
    );
  return rows[0] ?? null;
}

/** The contents of these versions, in no order. */
export async function listVersionContents(
  db: Db,
  params: { scope: Scope; versions: readonly { submissionId: string; number: number }[] },
): Promise<{ submissionId: string; number: number; content: VersionContent }[]> {
  if (params.versions.length === 0) return [];
  const named = params.versions.map(({ submissionId, number }) =>
    and(eq(versions.submissionId, submissionId), eq(versions.number, number)),
  );
  return db
    .select({ submissionId: versions.submissionId, number: versions.number, content: versions.content })
    .from(versions)
    .where(inScope(versions, params.scope, or(...named)));
}

/** Writes a version with the figures that summing needs: its non-zero numbers. */
export async function insertVersion(
  db: Db,
  params: {
    version: StoredVersion & { districtId: string; cycleId: string };
    nonZero: readonly { cellKey: string; value: DecimalText }[];
  },
): Promise<void> {
  const { districtId, id: versionId, organisationId } = params.version;
  const figures = params.nonZero.map((figure) => ({ ...figure, districtId, versionId, organisationId }));
  await Promise.all([
    db.insert(versions).values(params.version),
    // Inserted after their version, which they refer to; a format has far fewer cells than one statement takes parameters.
    figures.length > 0 ? db.insert(versionFigures).values(figures) : null,
  ]);
}

/** The approved versions of these units' sections in a year. */
export async function listApprovedContents(
  db: Db,
  params: { scope: Scope; organisationIds: readonly string[]; year: number },
): Promise<{ organisationId: string; sectionId: SectionId; content: VersionContent }[]> {
  if (params.organisationIds.length === 0) return [];
  return db
    .select({
      organisationId: submissions.organisationId,
      sectionId: submissions.sectionId,
      content: versions.content,
    })
    .from(submissions)
    .innerJoin(versions, approvedVersionOfSubmission)
    .innerJoin(cycles, cycleOfSubmission)
    .where(
      inScope(
        submissions,
        params.scope,
        inArray(submissions.organisationId, [...params.organisationIds]),
        eq(cycles.year, params.year),
      ),
    )
    .orderBy(submissions.organisationId, submissions.sectionId);
}

/**
 * The approved versions that count in a cycle, with their whole content, by unit; where parts are named, those of these
 * sections and those of these units.
 */
export async function listApprovedVersions(
  db: Db,
  params: {
    scope: Scope;
    cycleId: string;
    parts?: { sectionIds: readonly SectionId[]; organisationIds: readonly string[] };
  },
): Promise<ApprovedVersion[]> {
  const { parts } = params;
  return db
    .select({
      versionId: versions.id,
      submissionId: versions.submissionId,
      organisationId: versions.organisationId,
      unitName: organisations.name,
      position: cycleUnits.position,
      sectionId: submissions.sectionId,
      number: versions.number,
      content: versions.content,
      contentHash: versions.contentHash,
      isNil: versions.isNil,
      submittedByName: versions.submittedByName,
      submittedAt: versions.submittedAt,
      approvedByName: sql<string>`coalesce(${submissions.approvedByName}, '')`,
      approvedAt: sql<Date>`${submissions.approvedAt}`.mapWith(submissions.approvedAt),
    })
    .from(submissions)
    .innerJoin(versions, approvedVersionOfSubmission)
    .innerJoin(organisations, organisationOfSubmission)
    .innerJoin(cycleUnits, cycleUnitOfSubmission)
    .where(
      inScope(
        submissions,
        params.scope,
        eq(submissions.cycleId, params.cycleId),
        isNull(cycleUnits.exemptReason),
        parts
          ? or(
              inArray(submissions.sectionId, [...parts.sectionIds]),
              inArray(submissions.organisationId, [...parts.organisationIds]),
            )
          : undefined,
      ),
    )
    .orderBy(cycleUnits.position, organisations.name, submissions.sectionId);
}

/**
 * The district's sums of typed cells over all approved versions that count, with how many units have a number other than zero
 * there. Cells that are zero everywhere are not in the list.
 */
export async function sumApprovedFigures(
  db: Db,
  params: { scope: Scope; cycleId: string },
): Promise<{ cellKey: string; sum: DecimalText; units: number }[]> {
  return db
    .select({
      cellKey: versionFigures.cellKey,
      sum: sql<string>`sum(${versionFigures.value})::text`,
      units: sql<number>`count(*)::int`,
    })
    .from(submissions)
    .innerJoin(
      versionFigures,
      and(
        eq(versionFigures.districtId, submissions.districtId),
        eq(versionFigures.versionId, submissions.approvedVersionId),
      ),
    )
    .innerJoin(cycleUnits, cycleUnitOfSubmission)
    .where(inScope(submissions, params.scope, eq(submissions.cycleId, params.cycleId), isNull(cycleUnits.exemptReason)))
    .groupBy(versionFigures.cellKey);
}
