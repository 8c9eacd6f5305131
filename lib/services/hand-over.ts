import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { updateCode } from "@/db/queries/credentials";
import {
  getMembershipForUpdate,
  insertMembership,
  listRolesOfUser,
  updateMembershipEnded,
} from "@/db/queries/memberships";
import { getUnitForUpdate } from "@/db/queries/organisations";
import { getUserForUpdate, insertUser } from "@/db/queries/users";
import { type Actor, may } from "@/lib/domain/access";
import type { HandOverInput } from "@/lib/domain/inputs/person";
import { Refusal } from "@/lib/domain/refusal";
import { refusalOfGranting } from "@/lib/domain/staffing";
import { codeExpiry, newCode } from "@/lib/services/add-person";
import { carryOut, type RecordEvent, withoutResult } from "@/lib/services/carry-out";
import { endAccount, type IssuedCode } from "@/lib/services/manage-people";
import { hashCode } from "@/lib/services/password";
import { normalCode } from "@/lib/services/set-password";

/**
 * Puts one person in another's place: the old role ends and the new one begins at the same moment, so that the unit is
 * never without. A new person gets a one-time code; somebody who is here already keeps their password. Nobody takes a
 * role over by their own hand.
 *
 * @throws Refusal not_permitted, not_found, account_taken and role_held with `name`
 */
export async function handOver(db: Db, actor: Actor, input: HandOverInput, now: Date): Promise<IssuedCode> {
  if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
  const code = newCode();
  const codeHash = input.userId === "" ? await hashCode(normalCode(code)) : "";
  let issued: IssuedCode = { account: "", name: "", code: null };
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const { districtId } = actor;
      const refusal = refusalOfGranting(actor, input.userId);
      if (refusal) throw new Refusal(refusal);
      const old = await getMembershipForUpdate(tx, { districtId, id: input.membershipId, now });
      if (!old) throw new Refusal("not_found");
      const { organisationId, role } = old;
      await getUnitForUpdate(tx, { districtId, id: organisationId });
      const leaver = await getUserForUpdate(tx, { districtId, id: old.userId });
      if (!leaver) throw new Refusal("not_found");

      const successor =
        input.userId === ""
          ? await addSuccessor(tx, { districtId, account: input.account, name: input.name, codeHash, now }, record)
          : await findSuccessor(tx, { districtId, userId: input.userId, organisationId, role, now });
      await insertMembership(tx, {
        districtId,
        id: randomUUID(),
        userId: successor.id,
        organisationId,
        role,
        fromAt: now,
      });
      await record({ organisationId }, { type: "role_granted", data: { account: successor.account, role } });
      await updateMembershipEnded(tx, { districtId, id: old.id, at: now, by: actor.name });
      await record({ organisationId }, { type: "role_ended", data: { account: leaver.account, role } });

      const remainingRoles = await listRolesOfUser(tx, { districtId, userId: leaver.id, now });
      if (input.endsAccount && remainingRoles.length === 0 && !leaver.deactivatedAt && leaver.id !== actor.userId) {
        await endAccount(tx, districtId, leaver.id, now, record);
      }
      issued = { account: successor.account, name: successor.name, code: input.userId === "" ? code : null };
    },
    withoutResult,
  );
  return issued;
}

type Successor = { id: string; account: string; name: string };

async function addSuccessor(
  tx: Db,
  person: { districtId: string; account: string; name: string; codeHash: string; now: Date },
  record: RecordEvent,
): Promise<Successor> {
  const { now, codeHash, ...row } = person;
  const id = randomUUID();
  const isNew = await insertUser(tx, { ...row, id, createdAt: now });
  if (!isNew) throw new Refusal("account_taken");
  await updateCode(tx, { districtId: row.districtId, userId: id, codeHash, expiresAt: codeExpiry(now) });
  await record({}, { type: "person_added", data: { account: row.account, name: row.name } });
  return { id, account: row.account, name: row.name };
}

async function findSuccessor(
  tx: Db,
  wanted: { districtId: string; userId: string; organisationId: string; role: string; now: Date },
): Promise<Successor> {
  const { districtId, userId, now } = wanted;
  const user = await getUserForUpdate(tx, { districtId, id: userId });
  if (!user || user.deactivatedAt) throw new Refusal("not_found");
  const held = await listRolesOfUser(tx, { districtId, userId, now });
  if (held.some((candidate) => candidate.organisationId === wanted.organisationId && candidate.role === wanted.role)) {
    throw new Refusal("role_held", { name: user.name });
  }
  return user;
}
