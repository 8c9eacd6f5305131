import { type Db, withScope } from "@/db/connect";
import { isCredential } from "@/db/queries/credentials";
import { getInvitation } from "@/db/queries/invitations";
import { getDistrictName } from "@/db/queries/offices";
import { getSignInRow, type SignInRow } from "@/db/queries/sign-in";
import { getAccountName } from "@/db/queries/users";
import type { Origin } from "@/lib/domain/guessing";
import { isInvitationOpen, type OpenInvitation } from "@/lib/domain/invitation";
import { Refusal } from "@/lib/domain/refusal";
import { readInvitationToken } from "@/lib/services/invitation-token";
import { hashLike } from "@/lib/services/password";
import { replacePassword } from "@/lib/services/set-password";
import { type Identity, identityOf } from "@/lib/services/sign-in";

type Given = { token: string; appSecret: string };

/**
 * Loads whom an invitation is for, as long as it can be used; null otherwise, whatever the reason: a link that ran out
 * tells nobody whose it was.
 */
export async function loadInvitation(db: Db, given: Given, now: Date): Promise<OpenInvitation | null> {
  return (await findOpen(db, given, now))?.shown ?? null;
}

/**
 * Sets the first password of whoever was invited, or a new one; the link is used up and other sessions end.
 *
 * @throws Refusal invitation_void, busy with `seconds`, weak_password with `why`
 */
export async function acceptInvitation(
  db: Db,
  input: Given & { password: string; origin: Origin },
  now: Date,
): Promise<Identity> {
  const found = await findOpen(db, input, now);
  if (!found) throw new Refusal("invitation_void");
  const from = input.origin.deviceId ?? input.origin.source;
  const { row, shown, proof: given } = found;
  const proof = await hashLike(row.code_salt, given, from, "code");
  const of = { districtId: row.district_id, userId: row.user_id };
  if (!(await isCredential(db, { ...of, kind: "code", computed: proof }))) throw new Refusal("invitation_void");
  const identity = identityOf(row, shown.account);
  const wanted = { password: input.password, from, kind: "code" as const, proof };
  return replacePassword(db, identity, { ...wanted, wrong: "invitation_void" }, now);
}

/** Asks the one district that the link names; a link that we did not make asks none. */
async function findOpen(
  db: Db,
  { token, appSecret }: Given,
  now: Date,
): Promise<{ shown: OpenInvitation; row: SignInRow; proof: string } | null> {
  const named = readInvitationToken(token, appSecret);
  if (!named) return null;
  const { districtId, userId, invitationId, proof } = named;
  const known = await withScope(db, { userId, scope: { districtId, units: [] } }, async (tx) => {
    const invitation = await getInvitation(tx, { districtId, userId });
    if (invitation?.id !== invitationId || !isInvitationOpen(invitation, now)) return null;
    const [account, districtName] = await Promise.all([
      getAccountName(tx, { districtId, id: userId }),
      getDistrictName(tx, { districtId }),
    ]);
    return account === null ? null : { account, districtName: districtName ?? "", expiresAt: invitation.expiresAt };
  });
  if (!known) return null;
  const row = await getSignInRow(db, { account: known.account });
  if (row?.user_id !== userId || !row.is_active) return null;
  return { shown: { ...known, name: row.name }, row, proof };
}
