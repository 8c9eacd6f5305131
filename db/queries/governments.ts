import { asc, eq } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { governments } from "@/db/schema";
import type { ChildGovernment } from "@/lib/domain/child-report";
import type { GovernmentLevel } from "@/lib/domain/government-level";

const columns = {
  districtId: governments.districtId,
  name: governments.name,
  level: governments.level,
  organisationId: governments.organisationId,
};

/** The governments that a district set up below itself, by name. */
export async function listChildGovernments(db: Db, params: { districtId: string }): Promise<ChildGovernment[]> {
  return db
    .select(columns)
    .from(governments)
    .where(eq(governments.parentDistrictId, params.districtId))
    .orderBy(asc(governments.name), asc(governments.districtId));
}

/** What a district is in the one above it; null of the government at the top. */
export async function getOwnGovernment(
  db: Db,
  params: { districtId: string },
): Promise<{ level: GovernmentLevel; parentDistrictId: string; parentName: string; organisationId: string } | null> {
  const rows = await db
    .select({
      level: governments.level,
      parentDistrictId: governments.parentDistrictId,
      parentName: governments.parentName,
      organisationId: governments.organisationId,
    })
    .from(governments)
    .where(eq(governments.districtId, params.districtId));
  return rows[0] ?? null;
}

export async function insertGovernment(
  db: Db,
  row: ChildGovernment & { parentDistrictId: string; parentName: string; madeAt: Date },
): Promise<void> {
  await db.insert(governments).values(row);
}
