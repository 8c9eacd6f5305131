import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { recoveryCodes } from "@/db/schema";

type Of = { districtId: string; userId: string };

const isOf = ({ districtId, userId }: Of) =>
  and(eq(recoveryCodes.districtId, districtId), eq(recoveryCodes.userId, userId));

export async function deleteRecoveryCodes(db: Db, params: Of): Promise<void> {
  await db.delete(recoveryCodes).where(isOf(params));
}

export async function insertRecoveryCodes(db: Db, params: Of & { digests: readonly string[] }): Promise<void> {
  const { districtId, userId, digests } = params;
  await db.insert(recoveryCodes).values(digests.map((digest) => ({ districtId, userId, digest })));
}

/** Uses a code up; false where it is none, or was used before. */
export async function updateRecoveryCodeUsed(db: Db, params: Of & { digest: string; at: Date }): Promise<boolean> {
  const rows = await db
    .update(recoveryCodes)
    .set({ usedAt: params.at })
    .where(and(isOf(params), eq(recoveryCodes.digest, params.digest), isNull(recoveryCodes.usedAt)))
    .returning({ digest: recoveryCodes.digest });
  return rows.length > 0;
}

export async function countRecoveryCodes(db: Db, params: Of): Promise<number> {
  const rows = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(recoveryCodes)
    .where(and(isOf(params), isNull(recoveryCodes.usedAt)));
  return rows[0]?.count ?? 0;
}
