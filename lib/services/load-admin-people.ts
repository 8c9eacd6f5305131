import { type Db, withActor } from "@/db/connect";
import { listEndedRoles } from "@/db/queries/memberships";
import { listUnits } from "@/db/queries/organisations";
import { listPeople } from "@/db/queries/users";
import type { Actor } from "@/lib/domain/access";
import type { Organisation } from "@/lib/domain/organisation";
import type { EndedRole, Person } from "@/lib/domain/person";
import type { NoInput } from "@/lib/services/no-input";

/** The people of a district, the units they may belong to, and the roles that have ended. */
export type AdminPeople = { units: Organisation[]; people: Person[]; ended: EndedRole[] };

/** Loads the people of the district with the roles they hold and held. */
export async function loadAdminPeople(db: Db, actor: Actor, _input: NoInput, _now: Date): Promise<AdminPeople> {
  return withActor(db, actor, async (tx) => {
    const { districtId } = actor;
    const [units, people, ended] = await Promise.all([
      listUnits(tx, { districtId }),
      listPeople(tx, { districtId }),
      listEndedRoles(tx, { districtId }),
    ]);
    return { units, people, ended };
  });
}
