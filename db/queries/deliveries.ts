import { and, eq, isNull, lt, max } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inBatches } from "@/db/queries/in-batches";
import { deliveries } from "@/db/schema";
import type { Recipient } from "@/lib/domain/delivery";
import type { DeliveryKind } from "@/lib/domain/delivery-kind";

export async function insertDelivery(
  db: Db,
  row: Recipient & { districtId: string; id: string; madeAt: Date },
): Promise<void> {
  await db.insert(deliveries).values({ ...row, kind: "notices" });
}

/** Deliveries that hold no notices: invitations, and word to an address that was used before. */
export async function insertAccountDeliveries(
  db: Db,
  rows: readonly {
    districtId: string;
    id: string;
    userId: string;
    kind: Exclude<DeliveryKind, "notices">;
    invitationId?: string;
    address?: string;
    madeAt: Date;
  }[],
): Promise<void> {
  await inBatches(rows, (part) => db.insert(deliveries).values(part));
}

/** When each person and each group was last sent notices, by their ids. */
export async function listLastDeliveries(db: Db, params: { districtId: string }): Promise<Map<string, Date>> {
  const rows = await db
    .select({ userId: deliveries.userId, robotId: deliveries.robotId, madeAt: max(deliveries.madeAt) })
    .from(deliveries)
    .where(and(eq(deliveries.districtId, params.districtId), eq(deliveries.kind, "notices")))
    .groupBy(deliveries.userId, deliveries.robotId);
  return new Map(
    rows.flatMap(({ userId, robotId, madeAt }) => (madeAt ? [[userId ?? robotId ?? "", madeAt] as const] : [])),
  );
}

/** A delivery as its row stores it. */
export type StoredDelivery = {
  userId: string | null;
  robotId: string | null;
  kind: DeliveryKind;
  invitationId: string | null;
  /** Where it goes, if not to the person's present address. */
  address: string | null;
  sentAt: Date | null;
};

/** Null when it is not there. */
export async function getDelivery(db: Db, params: { districtId: string; id: string }): Promise<StoredDelivery | null> {
  const rows = await db
    .select({
      userId: deliveries.userId,
      robotId: deliveries.robotId,
      kind: deliveries.kind,
      invitationId: deliveries.invitationId,
      address: deliveries.address,
      sentAt: deliveries.sentAt,
    })
    .from(deliveries)
    .where(and(eq(deliveries.districtId, params.districtId), eq(deliveries.id, params.id)));
  return rows[0] ?? null;
}

/** Locks a delivery that has not been sent until the transaction ends; false where another process has it, or did it. */
export async function lockUnsentDelivery(db: Db, params: { districtId: string; id: string }): Promise<boolean> {
  const rows = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.districtId, params.districtId), eq(deliveries.id, params.id), isNull(deliveries.sentAt)))
    .for("update", { skipLocked: true });
  return rows.length > 0;
}

/** Notes that it was sent, and forgets an address that was used before. */
export async function updateDeliverySent(db: Db, params: { districtId: string; id: string; at: Date }): Promise<void> {
  await db
    .update(deliveries)
    .set({ sentAt: params.at, address: null })
    .where(and(eq(deliveries.districtId, params.districtId), eq(deliveries.id, params.id)));
}

/** Deletes a delivery that has no recipient any more, with its messages. */
export async function deleteDelivery(db: Db, params: { districtId: string; id: string }): Promise<void> {
  await db.delete(deliveries).where(and(eq(deliveries.districtId, params.districtId), eq(deliveries.id, params.id)));
}

export async function listUnsentDeliveries(db: Db, params: { districtId: string }): Promise<string[]> {
  const rows = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.districtId, params.districtId), isNull(deliveries.sentAt)))
    .orderBy(deliveries.madeAt);
  return rows.map(({ id }) => id);
}

export async function deleteDeliveriesBefore(db: Db, params: { districtId: string; before: Date }): Promise<void> {
  await db
    .delete(deliveries)
    .where(and(eq(deliveries.districtId, params.districtId), lt(deliveries.madeAt, params.before)));
}
