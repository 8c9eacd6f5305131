import { asc, desc, eq } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { seals } from "@/db/schema";
import type { Seal } from "@/lib/domain/seal";

const columns = {
  number: seals.number,
  upToEventId: seals.upToEventId,
  eventCount: seals.eventCount,
  hash: seals.hash,
  sealedAt: seals.sealedAt,
  tree: seals.tree,
};

export async function getNewestSeal(db: Db, params: { districtId: string }): Promise<Seal | null> {
  const rows = await db
    .select(columns)
    .from(seals)
    .where(eq(seals.districtId, params.districtId))
    .orderBy(desc(seals.number))
    .limit(1);
  return rows[0] ?? null;
}

export async function listSeals(db: Db, params: { districtId: string }): Promise<Seal[]> {
  return db.select(columns).from(seals).where(eq(seals.districtId, params.districtId)).orderBy(asc(seals.number));
}

/** False when another process has written this seal already. */
export async function insertSeal(db: Db, row: Seal & { districtId: string }): Promise<boolean> {
  const rows = await db.insert(seals).values(row).onConflictDoNothing().returning({ number: seals.number });
  return rows.length > 0;
}
