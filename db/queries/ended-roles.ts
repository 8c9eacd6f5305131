import { and, asc, desc, eq, gt, lte, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { memberships, organisations, users } from "@/db/schema";
import type { EndedRole, OwnEndedRole } from "@/lib/domain/person";

/** So many of the roles that ended last are shown; the history has them all. */
const MOST_ENDED_ROLES = 50;

/** Roles of people that ended last, the last one first: who did the work before. */
export async function listEndedRoles(db: Db, params: { districtId: string; now: Date }): Promise<EndedRole[]> {
  return db
    .select({
      membershipId: memberships.id,
      userId: memberships.userId,
      userName: users.name,
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
    .innerJoin(users, and(eq(users.districtId, memberships.districtId), eq(users.id, memberships.userId)))
    .where(
      and(
        eq(memberships.districtId, params.districtId),
        lte(memberships.untilAt, params.now),
        eq(users.isSystem, false),
      ),
    )
    .orderBy(desc(memberships.untilAt), asc(memberships.id))
    .limit(MOST_ENDED_ROLES);
}

/** How long an ended role is still named in refusals. */
const NEWS_DAYS = 30;

/** The role that ended last of a person, in one unit or any; null when none ended recently. */
export async function getLastEndedRole(
  db: Db,
  params: { districtId: string; userId: string; now: Date; organisationId?: string | undefined },
): Promise<OwnEndedRole | null> {
  const { districtId, userId, now, organisationId } = params;
  const rows = await db
    .select({
      organisationId: memberships.organisationId,
      organisationName: organisations.name,
      role: memberships.role,
      untilAt: sql<Date>`${memberships.untilAt}`.mapWith(memberships.untilAt),
      endedByName: sql<string>`coalesce(${memberships.endedByName}, '')`,
    })
    .from(memberships)
    .innerJoin(
      organisations,
      and(eq(organisations.districtId, memberships.districtId), eq(organisations.id, memberships.organisationId)),
    )
    .where(
      and(
        eq(memberships.districtId, districtId),
        eq(memberships.userId, userId),
        organisationId === undefined ? undefined : eq(memberships.organisationId, organisationId),
        lte(memberships.untilAt, now),
        gt(memberships.untilAt, new Date(now.getTime() - NEWS_DAYS * 86_400_000)),
      ),
    )
    .orderBy(desc(memberships.untilAt))
    .limit(1);
  return rows[0] ?? null;
}
