import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { memberships, organisations, users } from "@/db/schema";
import type { Role } from "@/lib/domain/access";
import type { Holder } from "@/lib/domain/staffing";

export async function insertMembership(
  db: Db,
  row: { districtId: string; id: string; userId: string; organisationId: string; role: Role; fromAt: Date },
): Promise<void> {
  await db.insert(memberships).values(row);
}

/** Null when it is not there or has ended. */
export async function getMembershipForUpdate(
  db: Db,
  params: { districtId: string; id: string },
): Promise<{ id: string; userId: string; organisationId: string; role: Role } | null> {
  const rows = await db
    .select({
      id: memberships.id,
      userId: memberships.userId,
      organisationId: memberships.organisationId,
      role: memberships.role,
    })
    .from(memberships)
    .where(
      and(eq(memberships.districtId, params.districtId), eq(memberships.id, params.id), isNull(memberships.untilAt)),
    )
    .for("update");
  return rows[0] ?? null;
}

export async function updateMembershipEnded(
  db: Db,
  params: { districtId: string; id: string; at: Date },
): Promise<void> {
  await db
    .update(memberships)
    .set({ untilAt: params.at })
    .where(and(eq(memberships.districtId, params.districtId), eq(memberships.id, params.id)));
}

/** The active people who hold a role in the unit now. */
export async function listHolders(db: Db, params: { districtId: string; organisationId: string }): Promise<Holder[]> {
  return db
    .select({ membershipId: memberships.id, userId: memberships.userId, role: memberships.role })
    .from(memberships)
    .innerJoin(users, and(eq(users.districtId, memberships.districtId), eq(users.id, memberships.userId)))
    .where(
      and(
        eq(memberships.districtId, params.districtId),
        eq(memberships.organisationId, params.organisationId),
        isNull(memberships.untilAt),
        isNull(users.deactivatedAt),
      ),
    );
}

/** The roles that a person holds now. */
export async function listRolesOfUser(
  db: Db,
  params: { districtId: string; userId: string },
): Promise<{ id: string; organisationId: string; role: Role }[]> {
  return db
    .select({ id: memberships.id, organisationId: memberships.organisationId, role: memberships.role })
    .from(memberships)
    .where(
      and(
        eq(memberships.districtId, params.districtId),
        eq(memberships.userId, params.userId),
        isNull(memberships.untilAt),
      ),
    )
    .orderBy(memberships.organisationId);
}

export type EndedRole = {
  membershipId: string;
  userId: string;
  organisationName: string;
  role: Role;
  fromAt: Date;
  untilAt: Date;
};

/** Roles that have ended, the last one first: who did the work before. */
export async function listEndedRoles(db: Db, params: { districtId: string }): Promise<EndedRole[]> {
  return db
    .select({
      membershipId: memberships.id,
      userId: memberships.userId,
      organisationName: organisations.name,
      role: memberships.role,
      fromAt: memberships.fromAt,
      untilAt: sql<Date>`${memberships.untilAt}`.mapWith(memberships.untilAt),
    })
    .from(memberships)
    .innerJoin(
      organisations,
      and(eq(organisations.districtId, memberships.districtId), eq(organisations.id, memberships.organisationId)),
    )
    .where(and(eq(memberships.districtId, params.districtId), isNotNull(memberships.untilAt)))
    .orderBy(desc(memberships.untilAt));
}
