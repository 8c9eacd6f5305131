import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { correctionRequests } from "@/db/schema";
import type { CorrectionAnswer, CorrectionRequest } from "@/lib/domain/correction-request";

const columns = {
  id: correctionRequests.id,
  reportId: correctionRequests.reportId,
  year: correctionRequests.year,
  parentName: correctionRequests.parentName,
  sectionId: correctionRequests.sectionId,
  reason: correctionRequests.reason,
  cells: correctionRequests.cells,
  askedByName: correctionRequests.askedByName,
  askedAt: correctionRequests.askedAt,
  answer: correctionRequests.answer,
  answerText: correctionRequests.answerText,
  answeredByName: correctionRequests.answeredByName,
  answeredAt: correctionRequests.answeredAt,
};

/** What the government above sent back of a district's report of a year, the newest first. */
export async function listCorrectionRequests(
  db: Db,
  params: { districtId: string; year: number },
): Promise<CorrectionRequest[]> {
  return db
    .select(columns)
    .from(correctionRequests)
    .where(and(eq(correctionRequests.districtId, params.districtId), eq(correctionRequests.year, params.year)))
    .orderBy(desc(correctionRequests.askedAt), asc(correctionRequests.id));
}

/** What a government sent back of a year's reports of those below it, the newest first, each with whose report it is. */
export async function listAskedCorrections(
  db: Db,
  params: { parentDistrictId: string; districtIds: readonly string[]; year: number },
): Promise<(CorrectionRequest & { districtId: string })[]> {
  if (params.districtIds.length === 0) return [];
  return db
    .select({ ...columns, districtId: correctionRequests.districtId })
    .from(correctionRequests)
    .where(
      and(
        inArray(correctionRequests.districtId, [...params.districtIds]),
        eq(correctionRequests.parentDistrictId, params.parentDistrictId),
        eq(correctionRequests.year, params.year),
      ),
    )
    .orderBy(desc(correctionRequests.askedAt), asc(correctionRequests.id));
}

export async function getCorrectionRequestForUpdate(
  db: Db,
  params: { districtId: string; id: string },
): Promise<CorrectionRequest | null> {
  const rows = await db
    .select(columns)
    .from(correctionRequests)
    .where(and(eq(correctionRequests.districtId, params.districtId), eq(correctionRequests.id, params.id)))
    .for("update");
  return rows[0] ?? null;
}

/** Written by the district that asks, among the rows of the one that is asked. */
export async function insertCorrectionRequest(
  db: Db,
  row: Pick<
    CorrectionRequest,
    "id" | "reportId" | "year" | "parentName" | "sectionId" | "reason" | "cells" | "askedByName" | "askedAt"
  > & { districtId: string; parentDistrictId: string },
): Promise<void> {
  await db.insert(correctionRequests).values(row);
}

export async function updateCorrectionAnswer(
  db: Db,
  params: {
    districtId: string;
    id: string;
    set: { answer: CorrectionAnswer; answerText: string; answeredByName: string; answeredAt: Date };
  },
): Promise<void> {
  await db
    .update(correctionRequests)
    .set(params.set)
    .where(
      and(
        eq(correctionRequests.districtId, params.districtId),
        eq(correctionRequests.id, params.id),
        isNull(correctionRequests.answer),
      ),
    );
}
