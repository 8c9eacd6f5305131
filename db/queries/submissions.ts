import { and, asc, eq, inArray, type Placeholder, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { preparedQuery } from "@/db/prepared-query";
import { inBatches } from "@/db/queries/in-batches";
import { inScope } from "@/db/queries/in-scope";
import { cycleOfSubmission, organisationOfSubmission } from "@/db/queries/joins";
import { cycles, cycleUnits, explanations, organisations, reports, submissions } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import type { SectionId } from "@/lib/domain/format";
import type { ReportState } from "@/lib/domain/report";
import type { Submission, SubmissionState } from "@/lib/domain/submission";

/**
 * A submission as the rules of moving it need it. Sub-selects name the district by its value: where tables are spread over
 * machines, a row is only locked by a statement of which every part lies on one.
 */
export const submissionColumns = (districtId: string | Placeholder) => ({
  id: submissions.id,
  districtId: submissions.districtId,
  cycleId: submissions.cycleId,
  organisationId: submissions.organisationId,
  sectionId: submissions.sectionId,
  state: submissions.state,
  revision: submissions.revision,
  latestVersion: submissions.latestVersion,
  submittedBy: submissions.submittedBy,
  signedBy: submissions.signedBy,
  hasReservation: submissions.hasReservation,
  isReviewBegun: sql<boolean>`${submissions.reviewBegunAt} is not null`,
  needsSignature: organisations.needsSignature,
  isCycleOpen: sql<boolean>`${cycles.state} = 'open'`,
  closesAt: sql<Date | null>`case when ${cycles.hardEndAt} is not null
    then greatest(${cycles.hardEndAt}, ${submissions.dueAt}) end`.mapWith(submissions.dueAt),
  isExempt: sql<boolean>`exists (select from ${cycleUnits} expected where expected.district_id = ${districtId}
    and expected.cycle_id = ${submissions.cycleId} and expected.organisation_id = ${submissions.organisationId}
    and (expected.exempt_reason is not null
      or expected.dissolved_note is not null and ${submissions.state} not in ('submitted', 'approved')))`,
  reportState: sql<ReportState | null>`(select work.state from ${reports} work
    where work.district_id = ${districtId} and work.cycle_id = ${submissions.cycleId}
    and work.state <> 'called_off' order by work.version desc limit 1)`,
});

const selectForUpdate = preparedQuery((db, scope) =>
  db
    .select(submissionColumns(scope.districtId))
    .from(submissions)
    .innerJoin(organisations, organisationOfSubmission)
    .innerJoin(cycles, cycleOfSubmission)
    .where(inScope(submissions, scope, eq(submissions.id, sql.placeholder("id"))))
    .for("update", { of: submissions }),
);

/** As `getEntryForUpdate`, without the columns of lists and pages. */
export async function getSubmissionForUpdate(db: Db, params: { id: string; scope: Scope }): Promise<Submission | null> {
  const rows = await selectForUpdate(db, params.scope, { id: params.id });
  return rows[0] ?? null;
}

export async function insertSubmissions(
  db: Db,
  rows: readonly {
    districtId: string;
    id: string;
    cycleId: string;
    organisationId: string;
    sectionId: SectionId;
    dueAt: Date;
    isExtended?: boolean;
    updatedAt: Date;
  }[],
): Promise<void> {
  await inBatches(rows, (part) =>
    db.insert(submissions).values(part.map((row) => ({ ...row, state: "not_started" as const }))),
  );
}

/** Locks these sections in the order of their ids. */
export async function listSubmissionsForUpdate(
  db: Db,
  params: { scope: Scope; ids: readonly string[] },
): Promise<{ id: string; sectionId: SectionId }[]> {
  if (params.ids.length === 0) return [];
  return db
    .select({ id: submissions.id, sectionId: submissions.sectionId })
    .from(submissions)
    .where(inScope(submissions, params.scope, inArray(submissions.id, [...params.ids])))
    .orderBy(asc(submissions.id))
    .for("update");
}

/** Locks every section of a unit in a cycle, so that nothing is handed in meanwhile. */
export async function listUnitSubmissionsForUpdate(
  db: Db,
  params: { scope: Scope; cycleId: string; organisationId: string },
): Promise<{ id: string; state: SubmissionState; latestVersion: number }[]> {
  return db
    .select({ id: submissions.id, state: submissions.state, latestVersion: submissions.latestVersion })
    .from(submissions)
    .where(
      inScope(
        submissions,
        params.scope,
        eq(submissions.cycleId, params.cycleId),
        eq(submissions.organisationId, params.organisationId),
      ),
    )
    .orderBy(asc(submissions.id))
    .for("update");
}

/** Moves the due date of a cycle's sections, those with an extension of their own left out. */
export async function updateDueDates(
  db: Db,
  params: { districtId: string; cycleId: string; sectionIds: readonly SectionId[]; dueAt: Date },
): Promise<void> {
  await db
    .update(submissions)
    .set({ dueAt: params.dueAt })
    .where(
      and(
        eq(submissions.districtId, params.districtId),
        eq(submissions.cycleId, params.cycleId),
        inArray(submissions.sectionId, [...params.sectionIds]),
        eq(submissions.isExtended, false),
      ),
    );
}

/** Deletes a section that is no longer asked for; false when somebody has begun to fill it in. */
export async function deleteUnstartedSubmission(db: Db, params: { districtId: string; id: string }): Promise<boolean> {
  const rows = await db
    .delete(submissions)
    .where(
      and(
        eq(submissions.districtId, params.districtId),
        eq(submissions.id, params.id),
        eq(submissions.state, "not_started"),
        eq(submissions.latestVersion, 0),
        sql`not exists (select from ${explanations} e where e.district_id = ${submissions.districtId}
          and e.submission_id = ${submissions.id})`,
      ),
    )
    .returning({ id: submissions.id });
  return rows.length > 0;
}

export type SubmissionChange = Partial<{
  state: SubmissionState;
  latestVersion: number;
  isNil: boolean;
  dueAt: Date;
  isExtended: boolean;
  submittedBy: string | null;
  submittedAt: Date | null;
  signedBy: string | null;
  hasReservation: boolean;
  reviewBegunAt: Date | null;
  returnReason: string | null;
  approvedVersionId: string | null;
  approvedBy: string | null;
  approvedByName: string | null;
  approvedAt: Date | null;
}>;

/** Stores the outcome of a move; every change of state raises the revision. */
export async function updateSubmission(
  db: Db,
  params: {
    id: string;
    districtId: string;
    by: { userId: string; name: string };
    at: Date;
    set: SubmissionChange;
  },
): Promise<void> {
  await db
    .update(submissions)
    .set({
      ...params.set,
      ...(params.set.state ? { revision: sql`${submissions.revision} + 1` } : {}),
      updatedBy: params.by.userId,
      updatedByName: params.by.name,
      updatedAt: params.at,
    })
    .where(and(eq(submissions.districtId, params.districtId), eq(submissions.id, params.id)));
}
