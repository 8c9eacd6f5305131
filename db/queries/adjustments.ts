import { and, asc, eq } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { adjustments } from "@/db/schema";
import type { Adjustment, AdjustmentState } from "@/lib/domain/adjustment";

const columns = {
  id: adjustments.id,
  cycleId: adjustments.cycleId,
  cellKey: adjustments.cellKey,
  amount: adjustments.amount,
  reason: adjustments.reason,
  state: adjustments.state,
  proposedBy: adjustments.proposedBy,
  proposedByName: adjustments.proposedByName,
  proposedAt: adjustments.proposedAt,
  decidedByName: adjustments.decidedByName,
  decidedAt: adjustments.decidedAt,
};

export async function listAdjustments(db: Db, params: { districtId: string; cycleId: string }): Promise<Adjustment[]> {
  return db
    .select(columns)
    .from(adjustments)
    .where(and(eq(adjustments.districtId, params.districtId), eq(adjustments.cycleId, params.cycleId)))
    .orderBy(asc(adjustments.proposedAt), asc(adjustments.id));
}

export async function getAdjustmentForUpdate(
  db: Db,
  params: { districtId: string; id: string },
): Promise<Adjustment | null> {
  const rows = await db
    .select(columns)
    .from(adjustments)
    .where(and(eq(adjustments.districtId, params.districtId), eq(adjustments.id, params.id)))
    .for("update");
  return rows[0] ?? null;
}

export async function insertAdjustment(
  db: Db,
  row: Omit<Adjustment, "state" | "decidedByName" | "decidedAt"> & { districtId: string },
): Promise<void> {
  await db.insert(adjustments).values({ ...row, state: "proposed" });
}

export async function updateAdjustmentDecided(
  db: Db,
  params: {
    districtId: string;
    id: string;
    state: AdjustmentState;
    by: { userId: string; name: string };
    at: Date;
  },
): Promise<void> {
  await db
    .update(adjustments)
    .set({ state: params.state, decidedBy: params.by.userId, decidedByName: params.by.name, decidedAt: params.at })
    .where(and(eq(adjustments.districtId, params.districtId), eq(adjustments.id, params.id)));
}
