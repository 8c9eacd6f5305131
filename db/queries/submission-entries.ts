import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inScope } from "@/db/queries/in-scope";
import { submissionColumns } from "@/db/queries/submissions";
import { cycles, cycleUnits, organisations, submissions, versions } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import type { SubmissionEntry, SubmissionState } from "@/lib/domain/submission";

const entryColumns = {
  ...submissionColumns,
  isExempt: sql<boolean>`(${cycleUnits.exemptReason} is not null
    or ${cycleUnits.dissolvedNote} is not null and ${submissions.state} not in ('submitted', 'approved'))`,
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
};

function selectEntries(db: Db, where: SQL | undefined) {
  return db
    .select(entryColumns)
    .from(submissions)
    .innerJoin(
      organisations,
      and(eq(organisations.districtId, submissions.districtId), eq(organisations.id, submissions.organisationId)),
    )
    .innerJoin(cycles, and(eq(cycles.districtId, submissions.districtId), eq(cycles.id, submissions.cycleId)))
    .innerJoin(
      cycleUnits,
      and(
        eq(cycleUnits.districtId, submissions.districtId),
        eq(cycleUnits.cycleId, submissions.cycleId),
        eq(cycleUnits.organisationId, submissions.organisationId),
      ),
    )
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
  const rows = await selectEntries(db, inScope(submissions, params.scope, eq(submissions.id, params.id)));
  return rows[0] ?? null;
}

/** As `getSubmission`, locked until the transaction ends, so that two people cannot both decide. */
export async function getEntryForUpdate(db: Db, params: { id: string; scope: Scope }): Promise<SubmissionEntry | null> {
  const rows = await selectEntries(db, inScope(submissions, params.scope, eq(submissions.id, params.id))).for(
    "update",
    {
      of: submissions,
    },
  );
  return rows[0] ?? null;
}

/** Every submission of a cycle that the scope covers, by unit; sections in the order of the form are the page's affair. */
export async function listSubmissions(
  db: Db,
  params: { scope: Scope; cycleId: string; states?: readonly SubmissionState[] },
): Promise<SubmissionEntry[]> {
  return selectEntries(
    db,
    inScope(
      submissions,
      params.scope,
      eq(submissions.cycleId, params.cycleId),
      params.states ? inArray(submissions.state, [...params.states]) : undefined,
    ),
  ).orderBy(asc(cycleUnits.position), asc(submissions.sectionId));
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
