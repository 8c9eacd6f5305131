import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inBatches } from "@/db/queries/in-batches";
import { organisations } from "@/db/schema";
import { foldName } from "@/lib/domain/fold-name";
import type { Organisation, OrganisationKind } from "@/lib/domain/organisation";

const columns = {
  id: organisations.id,
  kind: organisations.kind,
  name: organisations.name,
  position: organisations.position,
  isActive: organisations.isActive,
  needsSignature: organisations.needsSignature,
  dissolvedOn: organisations.dissolvedOn,
};

/** The reporting units of a district in their order, the office first; the district itself is not one. */
export async function listUnits(db: Db, params: { districtId: string }): Promise<Organisation[]> {
  return db
    .select(columns)
    .from(organisations)
    .where(and(eq(organisations.districtId, params.districtId), ne(organisations.kind, "district")))
    .orderBy(asc(organisations.position), asc(organisations.name));
}

/** One page of `listUnits`, of those whose name holds `q`. */
export async function listUnitsPage(
  db: Db,
  params: { districtId: string; q: string; limit: number; offset: number },
): Promise<Organisation[]> {
  return db
    .select(columns)
    .from(organisations)
    .where(isFoundUnit(params))
    .orderBy(asc(organisations.position), asc(organisations.name))
    .limit(params.limit)
    .offset(params.offset);
}

/** How many units there are whose name holds `q`, and how many of them report. */
export async function countUnits(
  db: Db,
  params: { districtId: string; q: string },
): Promise<{ total: number; active: number }> {
  const rows = await db
    .select({
      total: sql<number>`count(*)::int`,
      active: sql<number>`(count(*) filter (where ${organisations.isActive}))::int`,
    })
    .from(organisations)
    .where(isFoundUnit(params));
  return rows[0] ?? { total: 0, active: 0 };
}

function isFoundUnit({ districtId, q }: { districtId: string; q: string }) {
  return and(
    eq(organisations.districtId, districtId),
    ne(organisations.kind, "district"),
    q === "" ? undefined : sql`strpos(${organisations.name}, ${q}) > 0`,
  );
}

export async function getUnit(db: Db, params: { districtId: string; id: string }): Promise<Organisation | null> {
  const rows = await db
    .select(columns)
    .from(organisations)
    .where(and(isFoundUnit({ ...params, q: "" }), eq(organisations.id, params.id)));
  return rows[0] ?? null;
}

/** Locks the unit, so that concurrent changes of its roles cannot leave it without a submitter. */
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

/** True when another organisation of the district has the name, or one that looks the same. */
export async function isNameTaken(db: Db, params: { districtId: string; id: string; name: string }): Promise<boolean> {
  const rows = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(
      and(
        eq(organisations.districtId, params.districtId),
        eq(organisations.foldedName, foldName(params.name)),
        ne(organisations.id, params.id),
      ),
    );
  return rows.length > 0;
}

/** False when the district has an organisation of that name, or of one that looks the same. */
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
  const rows = await db
    .insert(organisations)
    .values({ ...params, foldedName: foldName(params.name) })
    .onConflictDoNothing()
    .returning({ id: organisations.id });
  return rows.length > 0;
}

/** As `insertOrganisation` for many reporting units at once; gives how many of the names were free. */
export async function insertUnits(
  db: Db,
  params: {
    districtId: string;
    rows: readonly {
      id: string;
      kind: OrganisationKind;
      name: string;
      position: number;
      needsSignature: boolean;
    }[];
  },
): Promise<number> {
  const { districtId } = params;
  let count = 0;
  await inBatches(params.rows, async (part) => {
    const added = await db
      .insert(organisations)
      .values(part.map((row) => ({ ...row, districtId, parentId: districtId, foldedName: foldName(row.name) })))
      .onConflictDoNothing()
      .returning({ id: organisations.id });
    count += added.length;
  });
  return count;
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
      dissolvedOn: string | null;
      needsSignature: boolean;
      address: string;
      postcode: string;
      phone: string;
    }>;
  },
): Promise<void> {
  const { name } = params.set;
  await db
    .update(organisations)
    .set({ ...params.set, ...(name === undefined ? {} : { foldedName: foldName(name) }) })
    .where(and(eq(organisations.districtId, params.districtId), eq(organisations.id, params.id)));
}
