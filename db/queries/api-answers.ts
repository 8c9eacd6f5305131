import { and, eq, lt } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { apiAnswers } from "@/db/schema";

type ByKey = { districtId: string; tokenId: string; key: string };

/** False where the token has a call of this key already. */
export async function insertApiCall(
  db: Db,
  row: ByKey & { userId: string; callHash: string; at: Date },
): Promise<boolean> {
  const rows = await db.insert(apiAnswers).values(row).onConflictDoNothing().returning({ key: apiAnswers.key });
  return rows.length > 0;
}

/** A call with its answer, locked; null once it is forgotten. */
export async function getApiCallForUpdate(
  db: Db,
  params: ByKey,
): Promise<{ callHash: string; at: Date; status: number | null; answer: unknown } | null> {
  const rows = await db
    .select({
      callHash: apiAnswers.callHash,
      at: apiAnswers.at,
      status: apiAnswers.status,
      answer: apiAnswers.answer,
    })
    .from(apiAnswers)
    .where(isKey(params))
    .for("update");
  return rows[0] ?? null;
}

/** Keeps what a call was answered, or begins one anew under its key. */
export async function updateApiCall(
  db: Db,
  { set, ...params }: ByKey & { set: Partial<{ callHash: string; at: Date; status: number | null; answer: unknown }> },
): Promise<void> {
  await db.update(apiAnswers).set(set).where(isKey(params));
}

/** Deletes the calls of a district that were made before. */
export async function deleteOldApiCalls(db: Db, params: { districtId: string; before: Date }): Promise<void> {
  await db
    .delete(apiAnswers)
    .where(and(eq(apiAnswers.districtId, params.districtId), lt(apiAnswers.at, params.before)));
}

function isKey({ districtId, tokenId, key }: ByKey) {
  return and(eq(apiAnswers.districtId, districtId), eq(apiAnswers.tokenId, tokenId), eq(apiAnswers.key, key));
}
