import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { organisations } from "@/db/schema";
import type { Office } from "@/lib/domain/organisation";

/** The office in charge with its public contact. */
export async function getOffice(db: Db, params: { districtId: string }): Promise<Office | null> {
  const rows = await db
    .select({
      id: organisations.id,
      name: organisations.name,
      address: organisations.address,
      postcode: organisations.postcode,
      phone: organisations.phone,
    })
    .from(organisations)
    .where(and(eq(organisations.districtId, params.districtId), eq(organisations.kind, "office")));
  return rows[0] ?? null;
}

/** The district's own name; null where there is none. */
export async function getDistrictName(db: Db, params: { districtId: string }): Promise<string | null> {
  const rows = await db
    .select({ name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.districtId, params.districtId), eq(organisations.id, params.districtId)));
  return rows[0]?.name ?? null;
}
