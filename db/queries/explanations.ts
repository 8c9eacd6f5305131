import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inScope } from "@/db/queries/in-scope";
import { explanations } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";

export type StoredExplanation = {
  submissionId: string;
  findingId: string;
  rule: string;
  body: string;
  authorName: string;
  createdAt: Date;
  acceptedByName: string | null;
  acceptedAt: Date | null;
};

export async function listExplanations(
  db: Db,
  params: { scope: Scope; submissionId: string },
): Promise<StoredExplanation[]> {
  return db
    .select({
      submissionId: explanations.submissionId,
      findingId: explanations.findingId,
      rule: explanations.rule,
      body: explanations.body,
      authorName: explanations.authorName,
      createdAt: explanations.createdAt,
      acceptedByName: explanations.acceptedByName,
      acceptedAt: explanations.acceptedAt,
    })
    .from(explanations)
    .where(inScope(explanations, params.scope, eq(explanations.submissionId, params.submissionId)));
}

/** Which findings of these submissions have been explained. */
export async function listExplainedFindings(
  db: Db,
  params: { scope: Scope; submissionIds: readonly string[] },
): Promise<{ submissionId: string; findingId: string }[]> {
  if (params.submissionIds.length === 0) return [];
  return db
    .select({ submissionId: explanations.submissionId, findingId: explanations.findingId })
    .from(explanations)
    .where(inScope(explanations, params.scope, inArray(explanations.submissionId, [...params.submissionIds])));
}

/** How many explanations of each of these submissions nobody has accepted yet; those without one are not in the list. */
export async function countOpenExplanations(
  db: Db,
  params: { scope: Scope; submissionIds: readonly string[] },
): Promise<{ submissionId: string; count: number }[]> {
  if (params.submissionIds.length === 0) return [];
  return db
    .select({ submissionId: explanations.submissionId, count: sql<number>`count(*)::int` })
    .from(explanations)
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

/** Writes or rewrites an explanation; a rewritten one is no longer accepted. */
export async function upsertExplanation(
  db: Db,
  row: {
    districtId: string;
    submissionId: string;
    organisationId: string;
    findingId: string;
    rule: string;
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
        body: sql`excluded.body`,
        authorId: sql`excluded.author_id`,
        authorName: sql`excluded.author_name`,
        createdAt: sql`excluded.created_at`,
        acceptedByName: null,
        acceptedAt: null,
      },
    });
}

/** Null when there is none or it was accepted before. */
export async function updateExplanationAccepted(
  db: Db,
  params: { districtId: string; submissionId: string; findingId: string; by: string; at: Date },
): Promise<{ rule: string } | null> {
  const rows = await db
    .update(explanations)
    .set({ acceptedByName: params.by, acceptedAt: params.at })
    .where(
      and(
        eq(explanations.districtId, params.districtId),
        eq(explanations.submissionId, params.submissionId),
        eq(explanations.findingId, params.findingId),
        isNull(explanations.acceptedAt),
      ),
    )
    .returning({ rule: explanations.rule });
  return rows[0] ?? null;
}
