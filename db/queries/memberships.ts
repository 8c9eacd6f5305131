import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { memberships, organisations, users } from "@/db/schema";
import type { Role } from "@/lib/domain/access";

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

/** How many other active people hold one of the roles in the unit: nobody may be the last to leave. */
export async function countOtherHolders(
  db: Db,
  params: { districtId: string; organisationId: string; roles: readonly Role[]; exceptUserId: string },
): Promise<number> {
  const rows = await db
    .select({ count: sql<number>`count(distinct ${memberships.userId})::int` })
    .from(memberships)
    .innerJoin(users, and(eq(users.districtId, memberships.districtId), eq(users.id, memberships.userId)))
    .where(
      and(
        eq(memberships.districtId, params.districtId),
        eq(memberships.organisationId, params.organisationId),
        inArray(memberships.role, [...params.roles]),
        isNull(memberships.untilAt),
        isNull(users.deactivatedAt),
        ne(memberships.userId, params.exceptUserId),
      ),
    );
  return rows[0]?.count ?? 0;
}

/** Active reporting units in which nobody who could fill in is left. */
export async function listUnitsWithoutSubmitter(
  db: Db,
  params: { districtId: string },
): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(
      and(
        eq(organisations.districtId, params.districtId),
        ne(organisations.kind, "district"),
        eq(organisations.isActive, true),
        sql`not exists (select from ${memberships} m join ${users} u on u.district_id = m.district_id and u.id = m.user_id
          where m.district_id = ${organisations.districtId} and m.organisation_id = ${organisations.id}
            and m.role in ('submitter', 'head') and m.until_at is null and u.deactivated_at is null)`,
      ),
    );
}
