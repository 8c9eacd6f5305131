import { and, asc, eq } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { robots } from "@/db/schema";
import type { Robot } from "@/lib/domain/robot";

/** Without the encrypted address and secret. */
export async function listRobots(db: Db, params: { districtId: string }): Promise<Robot[]> {
  return db
    .select({
      id: robots.id,
      kind: robots.kind,
      name: robots.name,
      addedByName: robots.addedByName,
      addedAt: robots.addedAt,
    })
    .from(robots)
    .where(eq(robots.districtId, params.districtId))
    .orderBy(asc(robots.addedAt), asc(robots.id));
}

export async function insertRobot(
  db: Db,
  row: Robot & { districtId: string; sealedAddress: string; sealedSecret: string | null },
): Promise<void> {
  await db.insert(robots).values(row);
}

/** Gives its name; null where it was not there. */
export async function deleteRobot(db: Db, params: { districtId: string; id: string }): Promise<string | null> {
  const rows = await db
    .delete(robots)
    .where(and(eq(robots.districtId, params.districtId), eq(robots.id, params.id)))
    .returning({ name: robots.name });
  return rows[0]?.name ?? null;
}

/** The encrypted address and secret of a robot. */
export async function getSealedRobot(
  db: Db,
  params: { districtId: string; id: string },
): Promise<{ sealedAddress: string; sealedSecret: string | null } | null> {
  const rows = await db
    .select({ sealedAddress: robots.sealedAddress, sealedSecret: robots.sealedSecret })
    .from(robots)
    .where(and(eq(robots.districtId, params.districtId), eq(robots.id, params.id)));
  return rows[0] ?? null;
}
