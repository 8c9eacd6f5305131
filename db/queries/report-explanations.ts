import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { excluded } from "@/db/queries/excluded";
import { reportExplanations } from "@/db/schema";
import type { Finding } from "@/lib/domain/check/finding";
import type { StoredReportExplanation } from "@/lib/domain/explanation";

type OfCycle = { districtId: string; cycleId: string };

const isOf = (params: OfCycle) =>
  and(eq(reportExplanations.districtId, params.districtId), eq(reportExplanations.cycleId, params.cycleId));

/** The office's explanations of findings in its report, oldest first. */
export async function listReportExplanations(db: Db, params: OfCycle): Promise<StoredReportExplanation[]> {
  return db
    .select({
      findingId: reportExplanations.findingId,
      finding: reportExplanations.finding,
      body: reportExplanations.body,
      authorName: reportExplanations.authorName,
      createdAt: reportExplanations.createdAt,
      note: reportExplanations.note,
    })
    .from(reportExplanations)
    .where(isOf(params))
    .orderBy(reportExplanations.createdAt, reportExplanations.findingId);
}

/** Writes or rewrites an explanation; the note of a rewritten one is chosen again. */
export async function upsertReportExplanation(
  db: Db,
  row: OfCycle & {
    findingId: string;
    finding: Finding;
    body: string;
    authorId: string;
    authorName: string;
    createdAt: Date;
  },
): Promise<void> {
  await db
    .insert(reportExplanations)
    .values(row)
    .onConflictDoUpdate({
      target: [reportExplanations.districtId, reportExplanations.cycleId, reportExplanations.findingId],
      set: {
        ...excluded({
          finding: reportExplanations.finding,
          body: reportExplanations.body,
          authorId: reportExplanations.authorId,
          authorName: reportExplanations.authorName,
          createdAt: reportExplanations.createdAt,
        }),
        note: null,
      },
    });
}

/** Null when there is no such explanation. */
export async function updateReportExplanationNote(
  db: Db,
  params: OfCycle & { findingId: string; note: string | null },
): Promise<{ rule: string } | null> {
  const rows = await db
    .update(reportExplanations)
    .set({ note: params.note })
    .where(and(isOf(params), eq(reportExplanations.findingId, params.findingId)))
    .returning({ finding: reportExplanations.finding });
  return rows[0] ? { rule: rows[0].finding.rule } : null;
}
