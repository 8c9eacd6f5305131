import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { deleteCode } from "@/db/queries/credentials";
import { insertAccountDeliveries } from "@/db/queries/deliveries";
import { getInvitation } from "@/db/queries/invitations";
import { insertJob } from "@/db/queries/jobs";
import { getUserForUpdate, updateUser } from "@/db/queries/users";
import type { Actor } from "@/lib/domain/access";
import { isInvitationOpen } from "@/lib/domain/invitation";
import { addressChange } from "@/lib/domain/mail-address";
import { Refusal } from "@/lib/domain/refusal";
import type { RecordEvent } from "@/lib/services/carry-out";

/**
 * Sets a person's mail address within a transaction that is open already. The address before is told, so that nobody's
 * mail is led elsewhere unnoticed, and an invitation that went there and was not used yet ends.
 *
 * @throws Refusal not_found
 */
export async function changeAddress(
  tx: Db,
  of: { actor: Actor; userId: string; email: string | null; now: Date },
  record: RecordEvent,
): Promise<{ endsInvitation: boolean }> {
  const { actor, userId, email, now } = of;
  const { districtId } = actor;
  const user = await getUserForUpdate(tx, { districtId, id: userId });
  if (!user) throw new Refusal("not_found");
  const change = addressChange(user.email, email);
  if (change === null) return { endsInvitation: false };
  await updateUser(tx, { districtId, id: userId, endsSessions: false, set: { email } });
  await record({}, { type: "mail_address_changed", data: { account: user.account, change } });
  if (user.email !== null) {
    const id = randomUUID();
    const row = { districtId, id, userId, kind: "address_changed" as const, address: user.email, madeAt: now };
    await insertAccountDeliveries(tx, [row]);
    await insertJob(tx, { queue: "send-delivery", key: id, data: { districtId, id } });
  }
  // Whoever is signed in has used theirs.
  const endsInvitation =
    userId !== actor.userId && isInvitationOpen(await getInvitation(tx, { districtId, userId }), now);
  if (endsInvitation) await deleteCode(tx, { districtId, userId });
  return { endsInvitation };
}
