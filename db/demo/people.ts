import { randomUUID } from "node:crypto";
import { type Db, withScope } from "@/db/connect";
import { insertPassword } from "@/db/queries/credentials";
import { insertEvents } from "@/db/queries/events";
import { insertMembership } from "@/db/queries/memberships";
import { getOffice } from "@/db/queries/offices";
import { listUnits } from "@/db/queries/organisations";
import { insertUser } from "@/db/queries/users";
import { type Actor, permissionsOf, type Role, scopeOfMemberships } from "@/lib/domain/access";

/** Adds people who can sign in at once with the demonstration's password, and gives them as actors by account. */
export async function addDemonstrationPeople(
  db: Db,
  params: {
    districtId: string;
    districtName: string;
    /** Who adds them: the administrator that setting up the district made. */
    admin: { userId: string; name: string };
    passwordHash: string;
    people: readonly { unitName: string; role: Role; title: string }[];
    now: Date;
  },
): Promise<Map<string, Actor>> {
  const { districtId, districtName, now } = params;
  const actors = new Map<string, Actor>();
  await withScope(db, { userId: params.admin.userId, scope: { districtId, units: "all" } }, async (tx) => {
    const [units, office] = await Promise.all([listUnits(tx, { districtId }), getOffice(tx, { districtId })]);
    for (const { unitName, role, title } of params.people) {
      const organisationId = units.find((unit) => unit.name === unitName)?.id ?? office?.id;
      if (!organisationId) throw new Error(`the demonstration has no unit ${unitName}`);
      const account = `${unitName}${title}`;
      const userId = randomUUID();
      await insertUser(tx, {
        districtId,
        id: userId,
        account,
        name: account,
        createdAt: now,
      });
      await insertPassword(tx, { districtId, userId, passwordHash: params.passwordHash });
      await insertMembership(tx, { districtId, id: randomUUID(), userId, organisationId, role, fromAt: now });
      await insertEvents(tx, {
        districtId,
        at: now,
        actor: params.admin,
        records: [
          { event: { type: "person_added", data: { account, name: account } } },
          { organisationId, event: { type: "role_granted", data: { account, role } } },
        ],
      });
      const memberships = [{ organisationId, role }];
      actors.set(account, {
        userId,
        account,
        name: account,
        districtId,
        districtName,
        memberships,
        permissions: permissionsOf(memberships),
        scope: scopeOfMemberships(districtId, memberships),
        heldBack: [],
      });
    }
  });
  return actors;
}
