import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { isHeldAt } from "@/db/queries/memberships";
import { memberships, organisations, users } from "@/db/schema";
import type { SystemAccount } from "@/lib/domain/access-token";

/** The accounts of systems that have not ended, with the roles that they hold, by name. */
export async function listSystemAccounts(db: Db, params: { districtId: string; now: Date }): Promise<SystemAccount[]> {
  const rows = await db
    .select({
      id: users.id,
      account: users.account,
      name: users.name,
      organisationId: memberships.organisationId,
      organisationName: organisations.name,
      role: memberships.role,
    })
    .from(users)
    .leftJoin(
      memberships,
      and(eq(memberships.districtId, users.districtId), eq(memberships.userId, users.id), isHeldAt(params.now)),
    )
    .leftJoin(
      organisations,
      and(eq(organisations.districtId, memberships.districtId), eq(organisations.id, memberships.organisationId)),
    )
    .where(and(eq(users.districtId, params.districtId), eq(users.isSystem, true), isNull(users.deactivatedAt)))
    .orderBy(asc(users.name), asc(users.id), asc(memberships.role));
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((ofOne) => {
    const [first] = ofOne;
    if (!first) return [];
    const { id, account, name } = first;
    const roles = ofOne.flatMap(({ organisationId, organisationName, role }) =>
      organisationId && organisationName && role ? [{ organisationId, organisationName, role }] : [],
    );
    return [{ id, account, name, roles }];
  });
}

/** The account of a system that has not ended, locked. */
export async function getSystemForUpdate(
  db: Db,
  params: { districtId: string; id: string },
): Promise<{ id: string; account: string; name: string } | null> {
  const rows = await db
    .select({ id: users.id, account: users.account, name: users.name })
    .from(users)
    .where(
      and(
        eq(users.districtId, params.districtId),
        eq(users.id, params.id),
        eq(users.isSystem, true),
        isNull(users.deactivatedAt),
      ),
    )
    .for("update");
  return rows[0] ?? null;
}
