import type { Db } from "@/db/connect";
import { withActor, withScope } from "@/db/connect";
import { insertEvents } from "@/db/queries/events";
import { getSignInRow, getUserForUpdate, updateUser } from "@/db/queries/users";
import type { Actor } from "@/lib/domain/access";
import type { ChangePasswordInput, SetPasswordInput } from "@/lib/domain/inputs/person";
import { Refusal } from "@/lib/domain/refusal";
import { hashPassword, isPasswordRight } from "@/lib/services/password";
import { guarded, type SessionIdentity } from "@/lib/services/sign-in";

/**
 * Sets a password with the one-time code that the administrator handed over; the code is used up and other sessions
 * end. Wrong codes count as failed sign-ins.
 */
export async function setPassword(db: Db, input: SetPasswordInput, now: Date): Promise<SessionIdentity> {
  const row = await guarded(db, input.account, "code_wrong_or_expired", async () => {
    const found = await getSignInRow(db, { account: input.account });
    const isInTime = found?.code_expires_at ? found.code_expires_at > now : false;
    const isRight = await isPasswordRight(found?.code_hash ?? null, normalCode(input.code));
    return found?.is_active && isInTime && isRight ? found : null;
  });

  const passwordHash = await hashPassword(input.password);
  const scope = { districtId: row.district_id, units: [] };
  const sessionEpoch = await withScope(db, { userId: row.user_id, scope }, async (tx) => {
    const user = await getUserForUpdate(tx, { districtId: row.district_id, id: row.user_id });
    if (!user || user.codeHash !== row.code_hash) throw new Refusal("code_wrong_or_expired");
    const epoch = await updateUser(tx, {
      districtId: row.district_id,
      id: row.user_id,
      endsSessions: true,
      set: { passwordHash, codeHash: null, codeExpiresAt: null },
    });
    await insertEvents(tx, {
      districtId: row.district_id,
      at: now,
      actor: { userId: row.user_id, name: row.name },
      records: [{ event: { type: "password_set", data: { account: input.account } } }],
    });
    return epoch;
  });
  return { userId: row.user_id, sessionEpoch };
}

/** Changes one's own password; every other session ends. */
export async function changePassword(
  db: Db,
  actor: Actor,
  input: ChangePasswordInput,
  now: Date,
): Promise<SessionIdentity> {
  await guarded(db, actor.account, "wrong_password", async () => {
    const row = await getSignInRow(db, { account: actor.account });
    return (await isPasswordRight(row?.password_hash ?? null, input.current)) ? row : null;
  });
  const passwordHash = await hashPassword(input.password);
  const sessionEpoch = await withActor(db, actor, async (tx) => {
    const user = await getUserForUpdate(tx, { districtId: actor.districtId, id: actor.userId });
    if (!user) throw new Refusal("not_found");
    const epoch = await updateUser(tx, {
      districtId: actor.districtId,
      id: actor.userId,
      endsSessions: true,
      set: { passwordHash },
    });
    await insertEvents(tx, {
      districtId: actor.districtId,
      at: now,
      actor,
      records: [{ event: { type: "password_set", data: { account: actor.account } } }],
    });
    return epoch;
  });
  return { userId: actor.userId, sessionEpoch };
}

/** Codes are read from paper: case and gaps do not matter. */
export function normalCode(code: string): string {
  return code.replace(/[\s-]/g, "").toUpperCase();
}
