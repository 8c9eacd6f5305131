import { and, desc, eq, or, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inScope } from "@/db/queries/in-scope";
import { versionFigures, versions } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import type { DecimalText } from "@/lib/domain/figure";
import type { StoredVersion, VersionContent } from "@/lib/domain/version";

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
  takenReportId: versions.takenReportId,
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
