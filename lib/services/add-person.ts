import { randomInt, randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { updateCode } from "@/db/queries/credentials";
import { insertMembership } from "@/db/queries/memberships";
import { listUnits } from "@/db/queries/organisations";
import { insertUser } from "@/db/queries/users";
import { type Actor, isOfficeRole, may, type Role } from "@/lib/domain/access";
import type { AddPersonInput } from "@/lib/domain/inputs/person";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut } from "@/lib/services/carry-out";
import { changeAddress } from "@/lib/services/change-address";
import { drawInvitation, type InvitationChannel, storeInvitations } from "@/lib/services/invite-people";
import { hashCode } from "@/lib/services/password";
import { normalCode } from "@/lib/services/set-password";

/** How long a one-time code is valid. */
const CODE_DAYS = 14;
const CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** Twelve characters in groups of four, without those that look alike. */
export function newCode(): string {
  const signs = Array.from({ length: 12 }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)] ?? "2").join("");
  return (signs.match(/.{4}/g) ?? []).join("-");
}

/** Until when a one-time code that is handed over at `now` may be used: fourteen days. */
export function codeExpiry(now: Date): Date {
  return new Date(now.getTime() + CODE_DAYS * 86_400_000);
}

/**
 * Adds a person with a first role, and invites them by mail where that was asked. Otherwise gives the one-time code,
 * which is shown once and kept only as a hash: a repeated request gives null in its place.
 *
 * @throws Refusal not_permitted, account_taken, not_found, wrong_place, mail_not_set_up and mail_address_missing
 */
export async function addPerson(
  db: Db,
  actor: Actor,
  { channel, ...input }: AddPersonInput & { channel?: InvitationChannel },
  now: Date,
): Promise<{ code: string | null }> {
  const { districtId } = actor;
  const userId = randomUUID();
  const code = newCode();
  const codeHash = await hashCode(normalCode(code));
  if (input.isInvited && !input.email) throw new Refusal("mail_address_missing");
  const invitation = input.isInvited
    ? await drawInvitation({ districtId, userId }, channel ?? { appSecret: "", isMailSent: false })
    : null;
  let issuedCode: string | null = null;
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
      await refuseWrongPlace(tx, actor.districtId, input.organisationId, input.role);
      const isNew = await insertUser(tx, {
        districtId: actor.districtId,
        id: userId,
        account: input.account,
        name: input.name,
        createdAt: now,
      });
      if (!isNew) throw new Refusal("account_taken");
      await insertMembership(tx, {
        districtId: actor.districtId,
        id: randomUUID(),
        userId,
        organisationId: input.organisationId,
        role: input.role,
        fromAt: now,
      });
      const { account, name, role, organisationId, email } = input;
      await record({}, { type: "person_added", data: { account, name } });
      await record({ organisationId }, { type: "role_granted", data: { account, role } });
      if (email) await changeAddress(tx, { actor, userId, email, now }, record);
      if (invitation) {
        await storeInvitations(tx, { districtId, drawn: [{ ...invitation, account }], now }, record);
        return;
      }
      await updateCode(tx, { districtId, userId, codeHash, expiresAt: codeExpiry(now) });
      issuedCode = code;
    },
    () => undefined,
  );
  return { code: issuedCode };
}

/**
 * Office roles are held in the office, the others in any reporting unit but a government below, which has people of its
 * own.
 *
 * @throws Refusal not_found, nobody_fills_in and wrong_place
 */
export async function refuseWrongPlace(tx: Db, districtId: string, organisationId: string, role: Role): Promise<void> {
  const units = await listUnits(tx, { districtId });
  const unit = units.find((candidate) => candidate.id === organisationId);
  if (!unit?.isActive) throw new Refusal("not_found");
  if (unit.kind === "government") throw new Refusal("nobody_fills_in");
  if (isOfficeRole(role) && unit.kind !== "office") throw new Refusal("wrong_place");
}
