import type { Organisation } from "@/lib/domain/organisation";
import type { Person } from "@/lib/domain/person";

/** A person as the list of people has them: once for each unit that they work for, with the roles held there. */
export type PersonRow = { group: PeopleGroup; person: Person };

/** A unit, those who have no role, or those who left. */
export type PeopleGroup = { key: string; unitName: string | null; kind: "unit" | "none" | "left" };

const NONE: PeopleGroup = { key: "none", unitName: null, kind: "none" };
const LEFT: PeopleGroup = { key: "left", unitName: null, kind: "left" };

/**
 * The people of a district by unit, in the order of the units; who has no role and who left come last.
 *
 * @param wanted A part of a name, an account or a unit's name; empty for everybody.
 */
export function listPeopleByUnit(
  people: readonly Person[],
  units: readonly Pick<Organisation, "id" | "name">[],
  wanted: string,
): PersonRow[] {
  const isWanted = (person: Person): boolean =>
    [person.name, person.account, ...person.roles.map((role) => role.organisationName)].some((text) =>
      text.includes(wanted),
    );
  const found = wanted === "" ? people : people.filter(isWanted);
  const active = found.filter((person) => person.deactivatedAt === null);
  const membersOf = Map.groupBy(
    active.flatMap((person) =>
      [...new Set(person.roles.map((role) => role.organisationId))].map((unitId) => ({ unitId, person })),
    ),
    ({ unitId }) => unitId,
  );
  const rows = (group: PeopleGroup, members: readonly Person[]) => members.map((person) => ({ group, person }));
  return [
    ...units.flatMap(({ id, name }) =>
      rows(
        { key: id, unitName: name, kind: "unit" },
        (membersOf.get(id) ?? []).map(({ person }) => ({
          ...person,
          roles: person.roles.filter((role) => role.organisationId === id),
        })),
      ),
    ),
    ...rows(
      NONE,
      active.filter((person) => person.roles.length === 0),
    ),
    ...rows(
      LEFT,
      found.filter((person) => person.deactivatedAt !== null),
    ),
  ];
}
