import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { cycleUnits, indicators, memberships, organisations, outlineHeadings, unitReports } from "@/db/schema";

/** The units without any membership or cycle, which may be deleted. */
export async function listUnusedUnits(db: Db, params: { districtId: string; id?: string }): Promise<string[]> {
  const rows = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(
      and(
        eq(organisations.districtId, params.districtId),
        params.id === undefined ? undefined : eq(organisations.id, params.id),
        inArray(organisations.kind, ["department", "township"]),
        sql`not exists (select from ${memberships} m where m.district_id = ${params.districtId} and m.organisation_id = ${organisations.id})`,
        sql`not exists (select from ${cycleUnits} c where c.district_id = ${params.districtId} and c.organisation_id = ${organisations.id})`,
        sql`not exists (select from ${unitReports} r where r.district_id = ${params.districtId} and r.organisation_id = ${organisations.id})`,
        sql`not exists (select from ${indicators} i where i.district_id = ${params.districtId} and (i.organisation_id = ${organisations.id} or ${organisations.id} = any(i.also_from)))`,
        sql`not exists (select from ${outlineHeadings} h where h.district_id = ${params.districtId} and ${organisations.id} = any(h.owners))`,
      ),
    );
  return rows.map((row) => row.id);
}

export async function deleteOrganisation(db: Db, params: { districtId: string; id: string }): Promise<void> {
  await db
    .delete(organisations)
    .where(and(eq(organisations.districtId, params.districtId), eq(organisations.id, params.id)));
}
