import { and, asc, eq, ne } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { organisations } from "@/db/schema";
import type { Organisation, OrganisationKind } from "@/lib/domain/organisation";

const columns = {
  id: organisations.id,
  kind: organisations.kind,
  name: organisations.name,
  position: organisations.position,
  isActive: organisations.isActive,
  needsSignature: organisations.needsSignature,
};

/** The reporting units of a district in their order, the office first; the district itself is not one. */
export async function listUnits(db: Db, params: { districtId: string }): Promise<Organisation[]> {
  return db
    .select(columns)
    .from(organisations)
    .where(and(eq(organisations.districtId, params.districtId), ne(organisations.kind, "district")))
    .orderBy(asc(organisations.position), asc(organisations.name));
}

/** Locks the unit, so that two people cannot both be the last to leave it. */
export async function getUnitForUpdate(
  db: Db,
  params: { districtId: string; id: string },
): Promise<Organisation | null> {
  const rows = await db
    .select(columns)
    .from(organisations)
    .where(
      and(
        eq(organisations.districtId, params.districtId),
        eq(organisations.id, params.id),
        ne(organisations.kind, "district"),
      ),
    )
    .for("update");
  return rows[0] ?? null;
}

/** True when another organisation of the district has the name. */
export async function isNameTaken(db: Db, params: { districtId: string; id: string; name: string }): Promise<boolean> {
  const rows = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(
      and(
        eq(organisations.districtId, params.districtId),
        eq(organisations.name, params.name),
        ne(organisations.id, params.id),
      ),
    );
  return rows.length > 0;
}

export type Office = { id: string; name: string; address: string; postcode: string; phone: string };

/** The office in charge and how the public reaches it. */
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

export async function getDistrictName(db: Db, params: { districtId: string }): Promise<string | null> {
  const rows = await db
    .select({ name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.districtId, params.districtId), eq(organisations.id, params.districtId)));
  return rows[0]?.name ?? null;
}

export async function insertOrganisation(
  db: Db,
  params: {
    districtId: string;
    id: string;
    parentId: string | null;
    kind: OrganisationKind;
    name: string;
    position: number;
    needsSignature?: boolean;
    address?: string;
    postcode?: string;
    phone?: string;
  },
): Promise<boolean> {
  const rows = await db.insert(organisations).values(params).onConflictDoNothing().returning({ id: organisations.id });
  return rows.length > 0;
}

export async function updateOrganisation(
  db: Db,
  params: {
    districtId: string;
    id: string;
    set: Partial<{
      name: string;
      position: number;
      isActive: boolean;
      needsSignature: boolean;
      address: string;
      postcode: string;
      phone: string;
    }>;
  },
): Promise<void> {
  await db
    .update(organisations)
    .set(params.set)
    .where(and(eq(organisations.districtId, params.districtId), eq(organisations.id, params.id)));
}
