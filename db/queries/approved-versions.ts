import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inScope } from "@/db/queries/in-scope";
import {
  approvedVersionOfSubmission,
  cycleOfSubmission,
  cycleUnitOfSubmission,
  organisationOfSubmission,
  takenFromColumns,
  takenReportOfVersion,
} from "@/db/queries/joins";
import { cycles, cycleUnits, organisations, submissions, takenReports, versionFigures, versions } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import type { DecimalText } from "@/lib/domain/figure";
import type { SectionId } from "@/lib/domain/format";
import type { ApprovedVersion, VersionContent } from "@/lib/domain/version";

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
      takenFrom: takenFromColumns,
    })
    .from(submissions)
    .innerJoin(versions, approvedVersionOfSubmission)
    .innerJoin(organisations, organisationOfSubmission)
    .innerJoin(cycleUnits, cycleUnitOfSubmission)
    .leftJoin(takenReports, takenReportOfVersion)
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
