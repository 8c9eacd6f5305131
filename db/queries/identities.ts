import { and, asc, count, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { identities, subjects, users } from "@/db/schema";
import type { Role } from "@/lib/domain/access";
import type { ProvidedIdentity } from "@/lib/domain/identity";

type Key = { districtId: string; id: string };

/** The district in which a subject of an identity provider is known; asked before anybody is. */
export async function getDistrictOfSubject(db: Db, params: { subject: string }): Promise<string | null> {
  const { rows } = await db.execute<{ id: string | null }>(
    sql`select nianbao.district_of_subject(${params.subject}) as id`,
  );
  return rows[0]?.id ?? null;
}

/** A subject of a district with the person that it is linked to; null where it is not known there. */
export async function getIdentity(
  db: Db,
  params: { districtId: string; subject: string },
): Promise<{
  state: ProvidedIdentity["state"];
  user: { id: string; account: string; name: string; sessionEpoch: number; deactivatedAt: Date | null } | null;
} | null> {
  const rows = await db
    .select({
      state: identities.state,
      user: {
        id: users.id,
        account: users.account,
        name: users.name,
        sessionEpoch: users.sessionEpoch,
        deactivatedAt: users.deactivatedAt,
      },
    })
    .from(identities)
    .leftJoin(users, and(eq(users.districtId, identities.districtId), eq(users.id, identities.userId)))
    .where(and(eq(identities.districtId, params.districtId), eq(identities.subject, params.subject)));
  return rows[0] ?? null;
}

/** Writes down somebody who is unknown; false where they are there already, in this district or another. */
export async function insertIdentity(
  db: Db,
  row: {
    districtId: string;
    id: string;
    subject: string;
    issuer: string;
    account: string;
    name: string;
    proposedRole: Role | null;
    proposedUnit: string;
    firstSeenAt: Date;
  },
): Promise<boolean> {
  await db.insert(subjects).values({ subject: row.subject, districtId: row.districtId }).onConflictDoNothing();
  const rows = await db
    .insert(identities)
    .values({ ...row, state: "waiting" })
    .onConflictDoNothing()
    .returning({ id: identities.id });
  return rows.length > 0;
}

export async function countWaitingIdentities(db: Db, params: { districtId: string }): Promise<number> {
  const rows = await db
    .select({ count: count() })
    .from(identities)
    .where(and(eq(identities.districtId, params.districtId), eq(identities.state, "waiting")));
  return rows[0]?.count ?? 0;
}

/** Those of a district, who came first first; for an administrator. */
export async function listIdentities(db: Db, params: { districtId: string }): Promise<ProvidedIdentity[]> {
  return db
    .select({
      id: identities.id,
      state: identities.state,
      account: identities.account,
      name: identities.name,
      proposedRole: identities.proposedRole,
      proposedUnit: identities.proposedUnit,
      firstSeenAt: identities.firstSeenAt,
      userId: identities.userId,
    })
    .from(identities)
    .where(eq(identities.districtId, params.districtId))
    .orderBy(asc(identities.firstSeenAt), asc(identities.id));
}

export async function getIdentityForUpdate(
  db: Db,
  params: Key,
): Promise<{ state: ProvidedIdentity["state"]; account: string; name: string; userId: string | null } | null> {
  const rows = await db
    .select({ state: identities.state, account: identities.account, name: identities.name, userId: identities.userId })
    .from(identities)
    .where(and(eq(identities.districtId, params.districtId), eq(identities.id, params.id)))
    .for("update");
  return rows[0] ?? null;
}

/** Links somebody to a person, or refuses them. */
export async function updateIdentitySettled(
  db: Db,
  params: Key & ({ state: "linked"; userId: string } | { state: "refused"; userId: null }),
): Promise<void> {
  const { districtId, id, state, userId } = params;
  await db
    .update(identities)
    .set({ state, userId })
    .where(and(eq(identities.districtId, districtId), eq(identities.id, id)));
}

/** Forgets somebody: when they come again they are unknown, in whichever district they then belong to. */
export async function deleteIdentity(db: Db, params: Key): Promise<void> {
  const rows = await db
    .delete(identities)
    .where(and(eq(identities.districtId, params.districtId), eq(identities.id, params.id)))
    .returning({ subject: identities.subject });
  for (const { subject } of rows) {
    await db.execute(sql`select nianbao.forget_subject(${params.districtId}::uuid, ${subject})`);
  }
}

/** By whom of single sign-on a person is signed in: their own row alone. */
export async function listOwnIdentities(
  db: Db,
  params: { districtId: string; userId: string },
): Promise<{ id: string; account: string; name: string }[]> {
  return db
    .select({ id: identities.id, account: identities.account, name: identities.name })
    .from(identities)
    .where(and(eq(identities.districtId, params.districtId), eq(identities.userId, params.userId)))
    .orderBy(asc(identities.firstSeenAt), asc(identities.id));
}
