import { and, asc, eq } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { returnReasons } from "@/db/schema";
import type { ReturnReason } from "@/lib/domain/return-reason";

const columns = {
  id: returnReasons.id,
  body: returnReasons.body,
  updatedByName: returnReasons.updatedByName,
  updatedAt: returnReasons.updatedAt,
};

/** In the order of insertion, so that their numbers do not change. */
export async function listReturnReasons(db: Db, params: { districtId: string }): Promise<ReturnReason[]> {
  return db
    .select(columns)
    .from(returnReasons)
    .where(eq(returnReasons.districtId, params.districtId))
    .orderBy(asc(returnReasons.createdAt), asc(returnReasons.id));
}

export async function getReturnReasonForUpdate(
  db: Db,
  params: { districtId: string; id: string },
): Promise<ReturnReason | null> {
  const rows = await db.select(columns).from(returnReasons).where(named(params)).for("update");
  return rows[0] ?? null;
}

type Written = { by: { userId: string; name: string }; at: Date; body: string };

export async function insertReturnReason(
  db: Db,
  { districtId, id, by, at, body }: Written & { districtId: string; id: string },
): Promise<void> {
  const updated = { updatedBy: by.userId, updatedByName: by.name, updatedAt: at };
  await db.insert(returnReasons).values({ districtId, id, body, createdAt: at, ...updated });
}

export async function updateReturnReason(
  db: Db,
  { by, at, body, ...params }: Written & { districtId: string; id: string },
): Promise<void> {
  const updated = { updatedBy: by.userId, updatedByName: by.name, updatedAt: at };
  await db
    .update(returnReasons)
    .set({ body, ...updated })
    .where(named(params));
}

export async function deleteReturnReason(db: Db, params: { districtId: string; id: string }): Promise<void> {
  await db.delete(returnReasons).where(named(params));
}

function named({ districtId, id }: { districtId: string; id: string }) {
  return and(eq(returnReasons.districtId, districtId), eq(returnReasons.id, id));
}
