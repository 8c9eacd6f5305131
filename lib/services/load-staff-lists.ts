import { type Db, withActor } from "@/db/connect";
import { listUnits } from "@/db/queries/organisations";
import { listPeople } from "@/db/queries/people";
import type { Actor } from "@/lib/domain/access";
import type { Organisation } from "@/lib/domain/organisation";
import type { Person } from "@/lib/domain/person";
import type { NoInput } from "@/lib/services/no-input";

/** Loads all units and people of the district, to be saved as lists. */
export async function loadStaffLists(
  db: Db,
  actor: Actor,
  _input: NoInput,
  now: Date,
): Promise<{ units: Organisation[]; people: Person[] }> {
  const { districtId } = actor;
  return withActor(db, actor, async (tx) => {
    const [units, people] = await Promise.all([listUnits(tx, { districtId }), listPeople(tx, { districtId, now })]);
    return { units, people };
  });
}
