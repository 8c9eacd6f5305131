import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inScope } from "@/db/queries/in-scope";
import { cycleOfSubmission, cycleUnitOfSubmission, organisationOfSubmission } from "@/db/queries/joins";
import { submissionColumns } from "@/db/queries/submissions";
import { cycles, cycleUnits, organisations, submissions, versions } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import type { SectionStandingEntry, SubmissionEntry, SubmissionState } from "@/lib/domain/submission";

const isExemptEntry = sql<boolean>`(${cycleUnits.exemptReason} is not null
    or ${cycleUnits.dissolvedNote} is not null and ${submissions.state} not in ('submitted', 'approved'))`;

const entryColumns = (districtId: string) => ({
  ...submissionColumns(districtId),
  isExempt: isExemptEntry,
  unitName: organisations.name,
  isOffice: sql<boolean>`${organisations.kind} = 'office'`,
  position: cycleUnits.position,
  year: cycles.year,
  isNil: submissions.isNil,
  dueAt: submissions.dueAt,
  isExtended: submissions.isExtended,
  submittedAt: submissions.submittedAt,
  returnReason: submissions.returnReason,
  approvedAt: submissions.approvedAt,
  approvedByName: submissions.approvedByName,
  updatedAt: submissions.updatedAt,
  updatedByName: submissions.updatedByName,
  receipt: versions.receipt,
  submittedByName: versions.submittedByName,
});

/** Submissions with their unit, year and newest version; the columns of `SubmissionEntry`. */
export function selectEntries(db: Db, districtId: string, where: SQL | undefined) {
  return db
    .select(entryColumns(districtId))
    .from(submissions)
    .innerJoin(organisations, organisationOfSubmission)
    .innerJoin(cycles, cycleOfSubmission)
    .innerJoin(cycleUnits, cycleUnitOfSubmission)
    .leftJoin(
      versions,
      and(
        eq(versions.districtId, submissions.districtId),
        eq(versions.submissionId, submissions.id),
        eq(versions.number, submissions.latestVersion),
      ),
    )
    .where(where);
}

export async function getSubmission(db: Db, params: { id: string; scope: Scope }): Promise<SubmissionEntry | null> {
  const rows = await selectEntries(
    db,
    params.scope.districtId,
    inScope(submissions, params.scope, eq(submissions.id, params.id)),
  );
  return rows[0] ?? null;
}

/** As `getSubmission`, locked until the transaction ends, so that two people cannot both decide. */
export async function getEntryForUpdate(db: Db, params: { id: string; scope: Scope }): Promise<SubmissionEntry | null> {
  const rows = await selectEntries(
    db,
    params.scope.districtId,
    inScope(submissions, params.scope, eq(submissions.id, params.id)),
  ).for("update", {
    of: submissions,
  });
  return rows[0] ?? null;
}

/** Every submission of a cycle that the scope covers, by unit; sections in the order of the form are the page's affair. */
export async function listSubmissions(
  db: Db,
  params: {
    scope: Scope;
    cycleId: string;
    states?: readonly SubmissionState[];
    /** Only those of these units. */
    organisationIds?: readonly string[];
  },
): Promise<SubmissionEntry[]> {
  return selectEntries(
    db,
    params.scope.districtId,
    inScope(
      submissions,
      params.scope,
      eq(submissions.cycleId, params.cycleId),
      params.states ? inArray(submissions.state, [...params.states]) : undefined,
      params.organisationIds ? inArray(submissions.organisationId, [...params.organisationIds]) : undefined,
    ),
  ).orderBy(asc(cycleUnits.position), asc(submissions.sectionId));
}

/** As `listSubmissions`, only what tells how each section stands: thousands of them are cheap to read. */
export async function listSectionStandings(
  db: Db,
  params: { scope: Scope; cycleId: string },
): Promise<SectionStandingEntry[]> {
  return db
    .select({
      id: submissions.id,
      organisationId: submissions.organisationId,
      sectionId: submissions.sectionId,
      state: submissions.state,
      revision: submissions.revision,
      latestVersion: submissions.latestVersion,
      isNil: submissions.isNil,
      isExempt: isExemptEntry,
      dueAt: submissions.dueAt,
      submittedAt: submissions.submittedAt,
    })
    .from(submissions)
    .innerJoin(cycleUnits, cycleUnitOfSubmission)
    .where(inScope(submissions, params.scope, eq(submissions.cycleId, params.cycleId)))
    .orderBy(asc(cycleUnits.position), asc(submissions.sectionId));
}

/** How many submissions of a cycle wait for the office. */
export async function countSubmissions(
  db: Db,
  params: { scope: Scope; cycleId: string; states: readonly SubmissionState[] },
): Promise<number> {
  const rows = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(submissions)
    .where(
      inScope(
        submissions,
        params.scope,
        eq(submissions.cycleId, params.cycleId),
        inArray(submissions.state, [...params.states]),
      ),
    );
  return rows[0]?.count ?? 0;
}
