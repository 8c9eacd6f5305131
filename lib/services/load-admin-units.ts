import { type Db, withActor } from "@/db/connect";
import { listStaff } from "@/db/queries/memberships";
import { getOffice } from "@/db/queries/offices";
import { countUnits, getUnit, listUnitsPage } from "@/db/queries/organisations";
import { listUnusedUnits } from "@/db/queries/unused-units";
import type { Actor } from "@/lib/domain/access";
import type { ListSearch } from "@/lib/domain/inputs/list-search";
import type { Office, Organisation } from "@/lib/domain/organisation";
import { type Paged, readPage } from "@/lib/domain/paging";
import type { StaffMember } from "@/lib/domain/person";

/** The units of a district as the administrator keeps them. */
export type AdminUnits = {
  /** What is looked for, in the order of the report. */
  units: Paged<Organisation>;
  /** All units whatever is looked for, and how many of them report. */
  counts: { total: number; active: number };
  /** Who fills in and signs in the units shown. */
  staff: StaffMember[];
  /** The unit asked for, and whether it was never used and may be removed without a trace. */
  chosen: { unit: Organisation; isUnused: boolean } | null;
  office: Office;
};

/** Loads a page of the units of the district, the people in them and the office's contact. */
export async function loadAdminUnits(
  db: Db,
  actor: Actor,
  { search, unitId }: { search: ListSearch; unitId: string | null },
  now: Date,
): Promise<AdminUnits> {
  return withActor(db, actor, async (tx) => {
    const { districtId } = actor;
    const { q, page } = search;
    const [units, counts, unit, unused, office] = await Promise.all([
      readPage(page, {
        count: async () => (await countUnits(tx, { districtId, q })).total,
        read: (part) => listUnitsPage(tx, { districtId, q, ...part }),
      }),
      countUnits(tx, { districtId, q: "" }),
      unitId ? getUnit(tx, { districtId, id: unitId }) : null,
      unitId ? listUnusedUnits(tx, { districtId, id: unitId }) : null,
      getOffice(tx, { districtId }),
    ]);
    if (!office) throw new Error(`district ${districtId} has no office`);
    const staff = await listStaff(tx, { districtId, organisationIds: units.rows.map(({ id }) => id), now });
    return { units, counts, staff, chosen: unit && { unit, isUnused: unused?.includes(unit.id) ?? false }, office };
  });
}
