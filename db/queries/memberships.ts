import { and, asc, eq, gt, inArray, isNull, lte, or, type SQL } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inBatches } from "@/db/queries/in-batches";
import { memberships, users } from "@/db/schema";
import type { Role } from "@/lib/domain/access";
import type { StaffMember } from "@/lib/domain/person";
import type { Holder } from "@/lib/domain/staffing";

/** True of roles that have not ended at `now`; some may begin later. */
export function isNotOver(now: Date): SQL | undefined {
  return or(isNull(memberships.untilAt), gt(memberships.untilAt, now));
}

/** True of roles that somebody holds at `now`. */
export function isHeldAt(now: Date): SQL | undefined {
  return and(lte(memberships.fromAt, now), isNotOver(now));
}

/** Inserts a role; with `untilAt` it ends by itself at that moment. */
export async function insertMembership(
  db: Db,
  row: {
    districtId: string;
    id: string;
    userId: string;
    organisationId: string;
    role: Role;
    fromAt: Date;
    untilAt?: Date | null;
  },
): Promise<void> {
  await db.insert(memberships).values(row);
}

/** As `insertMembership` for many at once. */
export async function insertMemberships(
  db: Db,
  rows: readonly Parameters<typeof insertMembership>[1][],
): Promise<void> {
  await inBatches(rows, (part) => db.insert(memberships).values(part));
}

/** Sets the moment at which a role that nobody ended ends by itself. */
export async function updateMembershipUntil(
  db: Db,
  params: { districtId: string; id: string; untilAt: Date },
): Promise<void> {
  await db
    .update(memberships)
    .set({ untilAt: params.untilAt })
    .where(
      and(
        eq(memberships.districtId, params.districtId),
        eq(memberships.id, params.id),
        isNull(memberships.endedByName),
      ),
    );
}

/** Null when it is not there or has ended. */
export async function getMembershipForUpdate(
  db: Db,
  params: { districtId: string; id: string; now: Date },
): Promise<{ id: string; userId: string; organisationId: string; role: Role } | null> {
  const rows = await db
    .select({
      id: memberships.id,
      userId: memberships.userId,
      organisationId: memberships.organisationId,
      role: memberships.role,
    })
    .from(memberships)
    .where(and(eq(memberships.districtId, params.districtId), eq(memberships.id, params.id), isNotOver(params.now)))
    .for("update");
  return rows[0] ?? null;
}

export async function updateMembershipEnded(
  db: Db,
  params: { districtId: string; id: string; at: Date; by: string },
): Promise<void> {
  await db
    .update(memberships)
    .set({ untilAt: params.at, endedByName: params.by })
    .where(and(eq(memberships.districtId, params.districtId), eq(memberships.id, params.id)));
}

/** The active people who hold a role in the unit now; a system holds no post. */
export async function listRoleHolders(
  db: Db,
  params: { districtId: string; organisationId: string; now: Date },
): Promise<Holder[]> {
  return db
    .select({
      membershipId: memberships.id,
      userId: memberships.userId,
      role: memberships.role,
      untilAt: memberships.untilAt,
    })
    .from(memberships)
    .innerJoin(users, and(eq(users.districtId, memberships.districtId), eq(users.id, memberships.userId)))
    .where(
      and(
        eq(memberships.districtId, params.districtId),
        eq(memberships.organisationId, params.organisationId),
        isHeldAt(params.now),
        isNull(users.deactivatedAt),
        eq(users.isSystem, false),
      ),
    );
}

/** The roles of a person that are not over, those that begin later too. */
export async function listRolesOfUser(
  db: Db,
  params: { districtId: string; userId: string; now: Date },
): Promise<{ id: string; organisationId: string; role: Role }[]> {
  return db
    .select({ id: memberships.id, organisationId: memberships.organisationId, role: memberships.role })
    .from(memberships)
    .where(
      and(eq(memberships.districtId, params.districtId), eq(memberships.userId, params.userId), isNotOver(params.now)),
    )
    .orderBy(memberships.organisationId);
}

/** Who fills in and who signs in these units now, by name. */
export async function listStaff(
  db: Db,
  params: { districtId: string; organisationIds: readonly string[]; now: Date },
): Promise<StaffMember[]> {
  return db
    .select({ organisationId: memberships.organisationId, role: memberships.role, name: users.name })
    .from(memberships)
    .innerJoin(users, and(eq(users.districtId, memberships.districtId), eq(users.id, memberships.userId)))
    .where(
      and(
        eq(memberships.districtId, params.districtId),
        inArray(memberships.organisationId, [...params.organisationIds]),
        inArray(memberships.role, ["submitter", "head"]),
        isHeldAt(params.now),
        isNull(users.deactivatedAt),
        eq(users.isSystem, false),
      ),
    )
    .orderBy(asc(users.name), asc(users.id));
}
