import { and, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { secondFactors } from "@/db/schema";

type Of = { districtId: string; userId: string };
export type StoredSecondFactor = { sealedSecret: string; confirmedAt: Date | null };

const isOf = ({ districtId, userId }: Of) =>
  and(eq(secondFactors.districtId, districtId), eq(secondFactors.userId, userId));

/** A person's second step, being set up or confirmed; null where there is none. */
export async function getSecondFactor(db: Db, params: Of): Promise<StoredSecondFactor | null> {
  const rows = await db
    .select({ sealedSecret: secondFactors.sealedSecret, confirmedAt: secondFactors.confirmedAt })
    .from(secondFactors)
    .where(isOf(params));
  return rows[0] ?? null;
}

/** Begins to set one up; false where there is a confirmed one, which stays. */
export async function upsertSecondFactor(db: Db, row: Of & { sealedSecret: string; madeAt: Date }): Promise<boolean> {
  const { sealedSecret, madeAt } = row;
  const rows = await db
    .insert(secondFactors)
    .values(row)
    .onConflictDoUpdate({
      target: [secondFactors.districtId, secondFactors.userId],
      set: { sealedSecret, madeAt, lastStep: 0 },
      setWhere: sql`${secondFactors.confirmedAt} is null`,
    })
    .returning({ userId: secondFactors.userId });
  return rows.length > 0;
}

/** Notes the half minute of a code that was used; false where that code or a later one was used before. */
export async function updateLastStep(db: Db, params: Of & { step: number }): Promise<boolean> {
  const { step } = params;
  const rows = await db
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(isOf(params), lt(secondFactors.lastStep, step)))
    .returning({ userId: secondFactors.userId });
  return rows.length > 0;
}

export async function updateSecondFactorConfirmed(db: Db, params: Of & { at: Date }): Promise<void> {
  await db.update(secondFactors).set({ confirmedAt: params.at }).where(isOf(params));
}

/** True where there was a confirmed one. */
export async function deleteSecondFactor(db: Db, params: Of): Promise<boolean> {
  const rows = await db
    .delete(secondFactors)
    .where(and(isOf(params), isNotNull(secondFactors.confirmedAt)))
    .returning({ userId: secondFactors.userId });
  return rows.length > 0;
}

/** Forgets a secret that was never confirmed. */
export async function deletePendingSecondFactor(db: Db, params: Of): Promise<void> {
  await db.delete(secondFactors).where(and(isOf(params), isNull(secondFactors.confirmedAt)));
}
