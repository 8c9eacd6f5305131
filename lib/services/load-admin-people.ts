import { type Db, withActor } from "@/db/connect";
import { listEndedRoles } from "@/db/queries/ended-roles";
import { listUnits } from "@/db/queries/organisations";
import { listPeople } from "@/db/queries/people";
import type { Actor } from "@/lib/domain/access";
import type { ListSearch } from "@/lib/domain/inputs/list-search";
import type { Organisation } from "@/lib/domain/organisation";
import { type Paged, pageOf } from "@/lib/domain/paging";
import { listPeopleByUnit, type PersonRow } from "@/lib/domain/people-list";
import type { EndedRole, Person } from "@/lib/domain/person";

/** The people of a district, the units they may belong to, and the roles that ended last. */
export type AdminPeople = {
  /** What is looked for, by unit. */
  rows: Paged<PersonRow>;
  people: Person[];
  units: Organisation[];
  ended: EndedRole[];
};

/** Loads the people of the district with the roles they hold and held. */
export async function loadAdminPeople(
  db: Db,
  actor: Actor,
  { search }: { search: ListSearch },
  now: Date,
): Promise<AdminPeople> {
  return withActor(db, actor, async (tx) => {
    const { districtId } = actor;
    const [units, people, ended] = await Promise.all([
      listUnits(tx, { districtId }),
      listPeople(tx, { districtId, now }),
      listEndedRoles(tx, { districtId, now }),
    ]);
    return { rows: pageOf(listPeopleByUnit(people, units, search.q), search.page), people, units, ended };
  });
}
