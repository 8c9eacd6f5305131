import { eq, inArray, ne } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { excluded } from "@/db/queries/excluded";
import { inScope } from "@/db/queries/in-scope";
import { submissionOf } from "@/db/queries/joins";
import { paragraphs, submissions } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import type { StoredParagraph } from "@/lib/domain/section-work";

export async function listParagraphs(
  db: Db,
  params: { scope: Scope; submissionId: string },
): Promise<StoredParagraph[]> {
  return db
    .select({
      headingKey: paragraphs.headingKey,
      body: paragraphs.body,
      updatedBy: paragraphs.updatedBy,
      updatedByName: paragraphs.updatedByName,
      updatedAt: paragraphs.updatedAt,
    })
    .from(paragraphs)
    .where(inScope(paragraphs, params.scope, eq(paragraphs.submissionId, params.submissionId)));
}

/** The paragraphs of these units in one cycle. */
export async function listUnitParagraphs(
  db: Db,
  params: { scope: Scope; cycleId: string; organisationIds: readonly string[] },
): Promise<{ submissionId: string; headingKey: string; body: string }[]> {
  return db
    .select({ submissionId: paragraphs.submissionId, headingKey: paragraphs.headingKey, body: paragraphs.body })
    .from(paragraphs)
    .innerJoin(submissions, submissionOf(paragraphs))
    .where(
      inScope(
        paragraphs,
        params.scope,
        eq(submissions.cycleId, params.cycleId),
        inArray(paragraphs.organisationId, [...params.organisationIds]),
      ),
    );
}

export async function upsertParagraph(
  db: Db,
  params: {
    districtId: string;
    submissionId: string;
    organisationId: string;
    headingKey: string;
    body: string;
    by: { userId: string; name: string };
    at: Date;
  },
): Promise<void> {
  const { by, at, ...row } = params;
  await db
    .insert(paragraphs)
    .values({ ...row, updatedBy: by.userId, updatedByName: by.name, updatedAt: at })
    .onConflictDoUpdate({
      target: [paragraphs.districtId, paragraphs.submissionId, paragraphs.headingKey],
      set: {
        ...excluded({
          body: paragraphs.body,
          updatedBy: paragraphs.updatedBy,
          updatedByName: paragraphs.updatedByName,
          updatedAt: paragraphs.updatedAt,
        }),
      },
    });
}

/** The units that have written something under a heading of a cycle. */
export async function listHeadingWriters(
  db: Db,
  params: { scope: Scope; cycleId: string; headingKey: string },
): Promise<string[]> {
  const rows = await db
    .select({ organisationId: paragraphs.organisationId })
    .from(paragraphs)
    .innerJoin(submissions, submissionOf(paragraphs))
    .where(
      inScope(
        paragraphs,
        params.scope,
        eq(submissions.cycleId, params.cycleId),
        eq(paragraphs.headingKey, params.headingKey),
        ne(paragraphs.body, ""),
      ),
    );
  return rows.map((row) => row.organisationId);
}
