import { eq } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { signInRules } from "@/db/schema";
import type { Role } from "@/lib/domain/access";

/** The roles of a district that cannot be used without a second step. */
export async function listSecondFactorRoles(db: Db, params: { districtId: string }): Promise<Role[]> {
  const rows = await db
    .select({ roles: signInRules.secondFactorRoles })
    .from(signInRules)
    .where(eq(signInRules.districtId, params.districtId));
  return rows[0]?.roles ?? [];
}

export async function upsertSecondFactorRoles(
  db: Db,
  params: { districtId: string; roles: Role[]; at: Date },
): Promise<void> {
  const { districtId, roles: secondFactorRoles, at: changedAt } = params;
  await db
    .insert(signInRules)
    .values({ districtId, secondFactorRoles, changedAt })
    .onConflictDoUpdate({ target: signInRules.districtId, set: { secondFactorRoles, changedAt } });
}
