import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import {
  getMembershipForUpdate,
  insertMembership,
  listRoleHolders,
  listRolesOfUser,
  updateMembershipEnded,
} from "@/db/queries/memberships";
import { getUnitForUpdate } from "@/db/queries/organisations";
import { getUserForUpdate } from "@/db/queries/users";
import { type Actor, may } from "@/lib/domain/access";
import type { EndRoleInput, GrantRoleInput } from "@/lib/domain/inputs/person";
import { Refusal } from "@/lib/domain/refusal";
import { refusalOfTerm, roleGranted, termOf } from "@/lib/domain/role-term";
import { refusalOfGranting, refusalOfLeaving } from "@/lib/domain/staffing";
import { refuseWrongPlace } from "@/lib/services/add-person";
import { carryOut, withoutResult } from "@/lib/services/carry-out";

/**
 * Grants a person a role from `now` on, or from a later day; with a last day it ends by itself.
 *
 * @throws Refusal not_permitted, not_found, role_held with `name`, ends_before_it_begins, ends_in_the_past and what
 * `refuseWrongPlace` refuses
 */
export async function grantRole(db: Db, actor: Actor, input: GrantRoleInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
      const { districtId } = actor;
      const { organisationId, role, userId } = input;
      const term = termOf(input, now);
      const refusal = refusalOfGranting(actor, userId) ?? refusalOfTerm(term, now);
      if (refusal) throw new Refusal(refusal);
      await refuseWrongPlace(tx, districtId, organisationId, role);
      const user = await getUserForUpdate(tx, { districtId, id: userId });
      if (!user || user.deactivatedAt) throw new Refusal("not_found");
      const held = await listRolesOfUser(tx, { districtId, userId, now });
      if (held.some((candidate) => candidate.organisationId === organisationId && candidate.role === role)) {
        throw new Refusal("role_held", { name: user.name });
      }
      await insertMembership(tx, { districtId, id: randomUUID(), userId, organisationId, role, ...term });
      await record({ organisationId }, roleGranted({ account: user.account, role }, term, now));
    },
    withoutResult,
  );
}

/**
 * Ends a role at `now`; the membership stays in the history.
 *
 * @throws Refusal not_permitted and not_found
 */
export async function endRole(db: Db, actor: Actor, input: EndRoleInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
      const { districtId } = actor;
      const membership = await getMembershipForUpdate(tx, { districtId, id: input.membershipId, now });
      const user = membership ? await getUserForUpdate(tx, { districtId, id: membership.userId }) : null;
      if (!membership || !user) throw new Refusal("not_found");
      if (!user.deactivatedAt) await refuseVacancy(tx, districtId, [membership], now);
      await updateMembershipEnded(tx, { districtId, id: membership.id, at: now, by: actor.name });
      const { organisationId, role } = membership;
      await record({ organisationId }, { type: "role_ended", data: { account: user.account, role } });
    },
    withoutResult,
  );
}

/**
 * Refuses when the roles that leave would leave a unit without a submitter, or the office without a reviewer or an
 * administrator. The units stay locked, so that two who leave at once cannot each count on the other.
 */
export async function refuseVacancy(
  tx: Db,
  districtId: string,
  leaving: readonly { id: string; organisationId: string }[],
  now: Date,
): Promise<void> {
  const unitIds = [...new Set(leaving.map((membership) => membership.organisationId))].sort();
  for (const unitId of unitIds) {
    const unit = await getUnitForUpdate(tx, { districtId, id: unitId });
    if (!unit) continue;
    const holders = await listRoleHolders(tx, { districtId, organisationId: unitId, now });
    const refusal = refusalOfLeaving(
      unit,
      holders,
      leaving.map((membership) => membership.id),
    );
    if (refusal) throw new Refusal(refusal, { unit: unit.name });
  }
}
