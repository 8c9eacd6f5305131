import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { updateCodes } from "@/db/queries/credentials";
import { insertMemberships, updateMembershipUntil } from "@/db/queries/memberships";
import { insertUnits, updateOrganisation } from "@/db/queries/organisations";
import { insertUsers, updateUser } from "@/db/queries/users";
import type { Actor } from "@/lib/domain/access";
import { foldName } from "@/lib/domain/fold-name";
import { Refusal } from "@/lib/domain/refusal";
import { roleGranted } from "@/lib/domain/role-term";
import type { PersonWrite } from "@/lib/domain/staff-table/plan-people";
import type { StaffPlan } from "@/lib/domain/staff-table/plan-staff";
import type { UnitWrite } from "@/lib/domain/staff-table/plan-units";
import { codeExpiry } from "@/lib/services/add-person";
import type { RecordEvent } from "@/lib/services/carry-out";
import { changeAddress } from "@/lib/services/change-address";
import type { StaffWork } from "@/lib/services/staff-plan";

export type StaffSlip = { account: string; name: string; unit: string; code: string };

/** A first code as the slip has it, and as it is stored. */
export type Code = { code: string; codeHash: string };

/** The rows of a plan that are to be written, without those that stay as they are. */
export function writesOf<Write>(plans: readonly ({ outcome: string } | { outcome: string; write: Write })[]): Write[] {
  return plans.flatMap((plan) => ("write" in plan ? [plan.write] : []));
}

/**
 * Adds and changes the units of a plan, and gives the ids of all units that there are then, by folded name.
 *
 * @throws Refusal changed_meanwhile
 */
export async function writeUnits(
  tx: Db,
  actor: Actor,
  { plan, units }: { plan: StaffPlan; units: StaffWork["units"] },
  record: RecordEvent,
): Promise<Map<string, string>> {
  const { districtId } = actor;
  const ids = new Map(units.map(({ id, name }) => [foldName(name), id]));
  const writes = writesOf<UnitWrite>(plan.units);
  const added = writes.flatMap((write) => (write.kind === "add" ? [{ ...write, id: randomUUID() }] : []));
  const count = await insertUnits(tx, {
    districtId,
    rows: added.map(({ id, unitKind: kind, name, position, needsSignature }) => ({
      id,
      kind,
      name,
      position,
      needsSignature,
    })),
  });
  if (count !== added.length) throw new Refusal("changed_meanwhile");
  for (const { id, name } of added) {
    ids.set(foldName(name), id);
    await record({ organisationId: id }, { type: "unit_added", data: { name } });
  }
  for (const write of writes) {
    if (write.kind === "add") continue;
    const { id, name } = write.unit;
    await updateOrganisation(tx, { districtId, id, set: write.set });
    const { needsSignature } = write.set;
    await record(
      { organisationId: id },
      {
        type: "unit_changed",
        data: { name, before: name, ...(needsSignature === undefined ? {} : { needsSignature }) },
      },
    );
  }
  return ids;
}

type PeopleWork = {
  actor: Actor;
  work: StaffWork;
  unitIds: ReadonlyMap<string, string>;
  codes: ReadonlyMap<string, Code>;
  now: Date;
};

/**
 * Adds the people of a plan with a code each, changes others and their roles; gives a slip for each new person.
 *
 * @throws Refusal changed_meanwhile
 */
export async function writePeople(tx: Db, of: PeopleWork, record: RecordEvent): Promise<StaffSlip[]> {
  const { actor, work, codes, now } = of;
  const { districtId } = actor;
  const writes = writesOf<PersonWrite>(work.plan.people);
  const userIds = new Map(work.people.map(({ id, account }) => [foldName(account), id]));
  const added = writes.flatMap((write) =>
    write.isNew ? [{ ...write, id: randomUUID(), name: write.name ?? "" }] : [],
  );
  const rows = added.map(({ id, account, name }) => ({ districtId, id, account, name, createdAt: now }));
  if ((await insertUsers(tx, rows)) !== rows.length) throw new Refusal("changed_meanwhile");
  for (const { id, account, name } of added) {
    userIds.set(foldName(account), id);
    await record({}, { type: "person_added", data: { account, name } });
  }
  const given = added.map(({ id, account }) => ({
    userId: id,
    codeHash: codes.get(foldName(account))?.codeHash ?? "",
  }));
  await updateCodes(tx, { districtId, codes: given, expiresAt: codeExpiry(now) });
  await writeDetails(tx, of, { writes, userIds }, record);
  await writeRoles(tx, of, { writes, userIds }, record);
  return added.map(({ account, name, grant }) => ({
    account,
    name,
    unit: grant?.unit ?? "",
    code: codes.get(foldName(account))?.code ?? "",
  }));
}

type Written = { writes: readonly PersonWrite[]; userIds: ReadonlyMap<string, string> };

/** Names of who is here already, and addresses. */
async function writeDetails(
  tx: Db,
  { actor, work, now }: PeopleWork,
  { writes, userIds }: Written,
  record: RecordEvent,
): Promise<void> {
  const names = new Map(work.people.map(({ account, name }) => [account, name]));
  for (const { account, isNew, name, email } of writes) {
    const isRenamed = !isNew && name !== null;
    if (!isRenamed && email === null) continue;
    const id = userIds.get(foldName(account)) ?? "";
    if (email !== null) await changeAddress(tx, { actor, userId: id, email, now }, record);
    if (!isRenamed) continue;
    await updateUser(tx, { districtId: actor.districtId, id, endsSessions: false, set: { name } });
    await record({}, { type: "person_renamed", data: { account, name, before: names.get(account) ?? "" } });
  }
}

async function writeRoles(
  tx: Db,
  { actor: { districtId }, unitIds, now }: PeopleWork,
  { writes, userIds }: Written,
  record: RecordEvent,
): Promise<void> {
  const granted = writes.flatMap(({ account, grant }) => (grant ? [{ account, ...grant }] : []));
  const organisationOf = (unit: string) => unitIds.get(foldName(unit)) ?? "";
  await insertMemberships(
    tx,
    granted.map(({ account, unit, role, fromAt, untilAt }) => ({
      districtId,
      id: randomUUID(),
      role,
      fromAt,
      untilAt,
      userId: userIds.get(foldName(account)) ?? "",
      organisationId: organisationOf(unit),
    })),
  );
  for (const { account, unit, role, ...term } of granted) {
    await record({ organisationId: organisationOf(unit) }, roleGranted({ account, role }, term, now));
  }
  for (const { account, newEnd } of writes) {
    if (!newEnd) continue;
    const { membershipId, unit, role, untilAt } = newEnd;
    await updateMembershipUntil(tx, { districtId, id: membershipId, untilAt });
    const until = untilAt.toISOString();
    await record({ organisationId: organisationOf(unit) }, { type: "role_end_set", data: { account, role, until } });
  }
}
