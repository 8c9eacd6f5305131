import { randomUUID } from "node:crypto";
import { type Db, withActor } from "@/db/connect";
import { insertMembership, listRolesOfUser } from "@/db/queries/memberships";
import { getSystemForUpdate } from "@/db/queries/system-accounts";
import { insertUser, updateUser } from "@/db/queries/users";
import { type Actor, may, permissionsOf } from "@/lib/domain/access";
import { scopesOpenTo } from "@/lib/domain/access-token";
import type { AddSystemInput, EndSystemInput, MakeSystemTokenInput } from "@/lib/domain/inputs/access-token";
import { Refusal } from "@/lib/domain/refusal";
import { refuseWrongPlace } from "@/lib/services/add-person";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { endTokensOf } from "@/lib/services/end-token";
import { issueToken, type MadeToken } from "@/lib/services/make-token";
import { type ProvenAgain, proveAgain } from "@/lib/services/prove-again";

/**
 * Adds the account of another program, with its role. Nobody signs in with it; it works by tokens alone, and holds no post
 * that must not fall vacant.
 *
 * @throws Refusal not_permitted, account_taken, not_found and wrong_place
 */
export async function addSystem(db: Db, actor: Actor, input: AddSystemInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
      const { districtId } = actor;
      const { account, name, organisationId, role } = input;
      await refuseWrongPlace(tx, districtId, organisationId, role);
      const userId = randomUUID();
      const row = { districtId, id: userId, account, name, createdAt: now, isSystem: true };
      if (!(await insertUser(tx, row))) throw new Refusal("account_taken");
      await insertMembership(tx, { districtId, id: randomUUID(), userId, organisationId, role, fromAt: now });
      await record({}, { type: "person_added", data: { account, name, isSystem: true } });
      await record({ organisationId }, { type: "role_granted", data: { account, role } });
    },
    withoutResult,
  );
}

/**
 * Makes a token for another program, as far as the roles of its account reach.
 *
 * @throws Refusal not_permitted, not_found, too_many_tokens with `most`, and what `proveAgain` refuses
 */
export async function makeSystemToken(
  db: Db,
  actor: Actor,
  input: MakeSystemTokenInput & Omit<ProvenAgain, "proof">,
  now: Date,
): Promise<MadeToken> {
  if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
  const { districtId } = actor;
  const findSystem = (tx: Db) => getSystemForUpdate(tx, { districtId, id: input.systemId });
  if (!(await withActor(db, actor, findSystem))) throw new Refusal("not_found");
  await proveAgain(db, actor, input, now);
  let token: string | null = null;
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const system = await findSystem(tx);
      if (!system) throw new Refusal("not_found");
      const roles = await listRolesOfUser(tx, { districtId, userId: system.id, now });
      const open = scopesOpenTo({ permissions: permissionsOf(roles) });
      if (!input.scopes.every((scope) => open.includes(scope))) throw new Refusal("not_permitted");
      token = await issueToken(tx, actor, { ...system, isSystem: true }, input, now, record);
    },
    withoutResult,
  );
  return { token };
}

/**
 * Ends the account of another program and all its tokens.
 *
 * @throws Refusal not_permitted and not_found
 */
export async function endSystem(db: Db, actor: Actor, input: EndSystemInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
      const { districtId } = actor;
      const system = await getSystemForUpdate(tx, { districtId, id: input.systemId });
      if (!system) throw new Refusal("not_found");
      const { id: userId, account, name } = system;
      await endTokensOf(tx, { districtId, userId, account }, now, record);
      await updateUser(tx, { districtId, id: userId, endsSessions: true, set: { deactivatedAt: now } });
      await record({}, { type: "person_deactivated", data: { account, name } });
    },
    withoutResult,
  );
}
