import { type Db, withActor } from "@/db/connect";
import { getOffice, listUnits, listUnusedUnits } from "@/db/queries/organisations";
import { listPeople } from "@/db/queries/users";
import type { Actor } from "@/lib/domain/access";
import type { Office, Organisation } from "@/lib/domain/organisation";
import type { Person } from "@/lib/domain/person";
import type { NoInput } from "@/lib/services/no-input";

/** The units of a district as the administrator keeps them. */
export type AdminUnits = {
  units: Organisation[];
  people: Person[];
  office: Office;
  /** Ids of units that were never used and may be removed without a trace. */
  unused: string[];
};

/** Loads the units of the district, the people in them and the office's contact. */
export async function loadAdminUnits(db: Db, actor: Actor, _input: NoInput, _now: Date): Promise<AdminUnits> {
  return withActor(db, actor, async (tx) => {
    const { districtId } = actor;
    const [units, people, office, unused] = await Promise.all([
      listUnits(tx, { districtId }),
      listPeople(tx, { districtId }),
      getOffice(tx, { districtId }),
      listUnusedUnits(tx, { districtId }),
    ]);
    if (!office) throw new Error(`district ${districtId} has no office`);
    return { units, people, office, unused };
  });
}
