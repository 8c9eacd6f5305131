import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inBatches } from "@/db/queries/in-batches";
import { invitations } from "@/db/schema";
import type { Invitation } from "@/lib/domain/invitation";

type Of = { districtId: string; userId: string };
export type InvitationRow = Invitation & { id: string };

/** Notes invitations, whose codes are in `credentials` already; giving those has ended the ones before. */
export async function insertInvitations(
  db: Db,
  rows: readonly (Of & { id: string; madeAt: Date; expiresAt: Date })[],
): Promise<void> {
  await inBatches(rows, (part) => db.insert(invitations).values(part));
}

/** A person's newest invitation; null where there is none, or another code was given since. */
export async function getInvitation(db: Db, params: Of): Promise<InvitationRow | null> {
  const rows = await db
    .select({
      id: invitations.id,
      madeAt: invitations.madeAt,
      expiresAt: invitations.expiresAt,
      sentAt: invitations.sentAt,
      usedAt: invitations.usedAt,
    })
    .from(invitations)
    .where(and(eq(invitations.districtId, params.districtId), eq(invitations.userId, params.userId)));
  return rows[0] ?? null;
}

export async function updateInvitationSent(db: Db, params: Of & { id: string; at: Date }): Promise<void> {
  const { districtId, userId, id, at } = params;
  await db
    .update(invitations)
    .set({ sentAt: at })
    .where(and(eq(invitations.districtId, districtId), eq(invitations.userId, userId), eq(invitations.id, id)));
}
