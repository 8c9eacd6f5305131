import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { isNotOver } from "@/db/queries/memberships";
import { identities, invitations, memberships, organisations, passkeys, secondFactors, users } from "@/db/schema";
import type { Person } from "@/lib/domain/person";

/** The people of a district, without systems, with their roles that are not over, by name; of roles alike the one held longest first. */
export async function listPeople(db: Db, params: { districtId: string; now: Date }): Promise<Person[]> {
  const people = await db
    .select({
      id: users.id,
      account: users.account,
      name: users.name,
      hasPassword: users.hasPassword,
      codeExpiresAt: users.codeExpiresAt,
      deactivatedAt: users.deactivatedAt,
      email: users.email,
      createdAt: users.createdAt,
      hasSecondFactor: sql<boolean>`(exists (select from ${secondFactors} f where f.district_id = ${params.districtId}
        and f.user_id = ${users.id} and f.confirmed_at is not null)
        or exists (select from ${passkeys} p where p.district_id = ${params.districtId} and p.user_id = ${users.id}))`,
      hasOtherWay: sql<boolean>`(exists (select from ${passkeys} p where p.district_id = ${params.districtId} and p.user_id = ${users.id})
        or exists (select from ${identities} i where i.district_id = ${params.districtId}
          and i.user_id = ${users.id} and i.state = 'linked'))`,
      invitation: {
        madeAt: invitations.madeAt,
        expiresAt: invitations.expiresAt,
        sentAt: invitations.sentAt,
        usedAt: invitations.usedAt,
      },
      membershipId: memberships.id,
      organisationId: memberships.organisationId,
      organisationName: organisations.name,
      role: memberships.role,
      fromAt: memberships.fromAt,
      untilAt: memberships.untilAt,
    })
    .from(users)
    .leftJoin(invitations, and(eq(invitations.districtId, users.districtId), eq(invitations.userId, users.id)))
    .leftJoin(
      memberships,
      and(eq(memberships.districtId, users.districtId), eq(memberships.userId, users.id), isNotOver(params.now)),
    )
    .leftJoin(
      organisations,
      and(eq(organisations.districtId, memberships.districtId), eq(organisations.id, memberships.organisationId)),
    )
    .where(and(eq(users.districtId, params.districtId), eq(users.isSystem, false)))
    .orderBy(asc(users.name), asc(users.account), asc(memberships.role), asc(memberships.fromAt), asc(memberships.id));

  const byId = new Map<string, Person>();
  for (const { membershipId, organisationId, organisationName, role, fromAt, untilAt, ...person } of people) {
    const known = byId.get(person.id) ?? { ...person, roles: [] };
    if (membershipId && organisationId && organisationName && role && fromAt) {
      known.roles.push({ membershipId, organisationId, organisationName, role, fromAt, untilAt });
    }
    byId.set(person.id, known);
  }
  return [...byId.values()];
}
