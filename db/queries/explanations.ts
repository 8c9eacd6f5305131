import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { excluded } from "@/db/queries/excluded";
import { inScope } from "@/db/queries/in-scope";
import { cycleUnitOfSubmission, submissionOf } from "@/db/queries/joins";
import { cycleUnits, explanations, organisations, submissions } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import type { Finding } from "@/lib/domain/check/finding";
import type { ApprovedExplanation, StoredExplanation } from "@/lib/domain/explanation";

const columns = {
  submissionId: explanations.submissionId,
  findingId: explanations.findingId,
  rule: explanations.rule,
  finding: explanations.finding,
  body: explanations.body,
  authorName: explanations.authorName,
  createdAt: explanations.createdAt,
  acceptedByName: explanations.acceptedByName,
  acceptedAt: explanations.acceptedAt,
  note: explanations.note,
};

/** Oldest first. */

export async function listExplanations(
  db: Db,
  params: { scope: Scope; submissionId: string },
): Promise<StoredExplanation[]> {
  return db
    .select(columns)
    .from(explanations)
    .where(inScope(explanations, params.scope, eq(explanations.submissionId, params.submissionId)))
    .orderBy(explanations.createdAt, explanations.findingId);
}

/** What units explained in the versions that count for the district's report. */
export async function listApprovedExplanations(
  db: Db,
  params: { scope: Scope; cycleId: string },
): Promise<ApprovedExplanation[]> {
  return db
    .select({
      ...columns,
      sectionId: submissions.sectionId,
      organisationId: explanations.organisationId,
      unitName: organisations.name,
    })
    .from(explanations)
    .innerJoin(submissions, submissionOf(explanations))
    .innerJoin(
      organisations,
      and(eq(organisations.districtId, explanations.districtId), eq(organisations.id, explanations.organisationId)),
    )
    .innerJoin(cycleUnits, cycleUnitOfSubmission)
    .where(
      inScope(
        explanations,
        params.scope,
        eq(submissions.cycleId, params.cycleId),
        isNull(cycleUnits.exemptReason),
        eq(submissions.state, "approved"),
        eq(explanations.versionNumber, submissions.latestVersion),
        isNotNull(explanations.acceptedAt),
      ),
    )
    .orderBy(organisations.position, explanations.createdAt, explanations.findingId);
}

/** As `listExplanations`, of several sections. */
export async function listExplanationsOfSections(
  db: Db,
  params: { scope: Scope; submissionIds: readonly string[] },
): Promise<StoredExplanation[]> {
  if (params.submissionIds.length === 0) return [];
  return db
    .select(columns)
    .from(explanations)
    .where(inScope(explanations, params.scope, inArray(explanations.submissionId, [...params.submissionIds])))
    .orderBy(explanations.createdAt, explanations.findingId);
}

type OfSubmission = { districtId: string; submissionId: string };

const isOf = (params: OfSubmission) =>
  and(eq(explanations.districtId, params.districtId), eq(explanations.submissionId, params.submissionId));

/** How many explanations of these submissions' newest versions nobody has accepted yet; those without one are left out. */
export async function countOpenExplanations(
  db: Db,
  params: { scope: Scope; submissionIds: readonly string[] },
): Promise<{ submissionId: string; count: number }[]> {
  if (params.submissionIds.length === 0) return [];
  return db
    .select({ submissionId: explanations.submissionId, count: sql<number>`count(*)::int` })
    .from(explanations)
    .innerJoin(
      submissions,
      and(
        eq(submissions.districtId, explanations.districtId),
        eq(submissions.id, explanations.submissionId),
        eq(submissions.latestVersion, explanations.versionNumber),
      ),
    )
    .where(
      inScope(
        explanations,
        params.scope,
        inArray(explanations.submissionId, [...params.submissionIds]),
        isNull(explanations.acceptedAt),
      ),
    )
    .groupBy(explanations.submissionId);
}

/** Writes or rewrites an explanation; a rewritten one is no longer accepted, and no longer a note. */
export async function upsertExplanation(
  db: Db,
  row: {
    districtId: string;
    submissionId: string;
    organisationId: string;
    findingId: string;
    rule: string;
    finding: Finding;
    body: string;
    authorId: string;
    authorName: string;
    createdAt: Date;
  },
): Promise<void> {
  await db
    .insert(explanations)
    .values(row)
    .onConflictDoUpdate({
      target: [explanations.districtId, explanations.submissionId, explanations.findingId],
      set: {
        ...excluded({
          finding: explanations.finding,
          body: explanations.body,
          authorId: explanations.authorId,
          authorName: explanations.authorName,
          createdAt: explanations.createdAt,
        }),
        acceptedByName: null,
        acceptedAt: null,
        note: null,
      },
    });
}

/** Marks which explanations a version was submitted with; the others refer to values that have changed. */
export async function updateExplanationsSubmitted(
  db: Db,
  params: OfSubmission & { findingIds: readonly string[]; version: number },
): Promise<void> {
  if (params.findingIds.length === 0) return;
  await db
    .update(explanations)
    .set({ versionNumber: params.version })
    .where(and(isOf(params), inArray(explanations.findingId, [...params.findingIds])));
}

/** Sets the text with which an explanation is printed as a note, or null for none; returns null when no accepted explanation exists. */
export async function updateExplanationNote(
  db: Db,
  params: OfSubmission & { findingId: string; note: string | null },
): Promise<{ rule: string } | null> {
  const rows = await db
    .update(explanations)
    .set({ note: params.note })
    .where(and(isOf(params), eq(explanations.findingId, params.findingId), isNotNull(explanations.acceptedAt)))
    .returning({ rule: explanations.rule });
  return rows[0] ?? null;
}

/** Null when there is none or it was accepted before. */
export async function updateExplanationAccepted(
  db: Db,
  params: OfSubmission & { findingId: string; by: string; at: Date },
): Promise<{ rule: string } | null> {
  const rows = await db
    .update(explanations)
    .set({ acceptedByName: params.by, acceptedAt: params.at })
    .where(and(isOf(params), eq(explanations.findingId, params.findingId), isNull(explanations.acceptedAt)))
    .returning({ rule: explanations.rule });
  return rows[0] ?? null;
}

/** Accepts what a version was submitted with and nobody has accepted yet. */
export async function updateExplanationsAccepted(
  db: Db,
  params: OfSubmission & { version: number; by: string; at: Date },
): Promise<{ rule: string; findingId: string }[]> {
  return db
    .update(explanations)
    .set({ acceptedByName: params.by, acceptedAt: params.at })
    .where(and(isOf(params), eq(explanations.versionNumber, params.version), isNull(explanations.acceptedAt)))
    .returning({ rule: explanations.rule, findingId: explanations.findingId });
}
