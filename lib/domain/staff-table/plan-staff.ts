import { foldName } from "@/lib/domain/fold-name";
import type { Organisation } from "@/lib/domain/organisation";
import { isHeld } from "@/lib/domain/role-term";
import type { PersonRow, StaffRows } from "@/lib/domain/staff-table/find-staff-tables";
import { type NamedUnit, type PeopleHere, type PersonPlan, planPeople } from "@/lib/domain/staff-table/plan-people";
import { planUnits, type UnitPlan, type UnitsHere } from "@/lib/domain/staff-table/plan-units";
import { readRole } from "@/lib/domain/staff-table/staff-columns";

export type StaffPlan = { units: UnitPlan[]; people: PersonPlan[] };

export type StaffHere = Omit<PeopleHere, "units"> & Omit<UnitsHere, "withHead">;

/**
 * What a file of units and people would do here, row by row: people may belong to units that the same file makes, and a
 * unit whose head signs may get that head by it. A row that is refused keeps no other from being taken, unless that one
 * rests on it.
 */
export function planStaff(rows: StaffRows, here: StaffHere): StaffPlan {
  let withHead = new Set([...unitsWithHead(here), ...rows.people.flatMap(headUnitOf)]);
  for (;;) {
    const units = planUnits(rows.units, { ...here, withHead });
    const people = planPeople(rows.people, { ...here, units: unitsAfter(here.units, units) });
    const headed = new Set([...unitsWithHead(here), ...people.flatMap((plan) => headGivenBy(plan, here.now))]);
    const isHeadless = units.some((plan) => signs(plan) && !headed.has(foldName(plan.label)));
    if (!isHeadless) return { units, people };
    withHead = headed;
  }
}

function signs(plan: UnitPlan): boolean {
  if (plan.outcome !== "made" && plan.outcome !== "changed") return false;
  return plan.write.kind === "add" ? plan.write.needsSignature : plan.write.set.needsSignature === true;
}

function headUnitOf({ unit, role }: PersonRow): string[] {
  return readRole(role) === "head" ? [foldName(unit)] : [];
}

function headGivenBy(plan: PersonPlan, now: Date): string[] {
  if (plan.outcome !== "made" && plan.outcome !== "changed") return [];
  const { grant } = plan.write;
  return grant?.role === "head" && isHeld(grant, now) ? [foldName(grant.unit)] : [];
}

function unitsWithHead({ people, now }: StaffHere): string[] {
  return people.flatMap(({ deactivatedAt, roles }) =>
    deactivatedAt === null
      ? roles.flatMap((held) => (held.role === "head" && isHeld(held, now) ? [foldName(held.organisationName)] : []))
      : [],
  );
}

/** The units that there are once the good rows are taken, by folded name. */
function unitsAfter(units: readonly Organisation[], plans: readonly UnitPlan[]): Map<string, NamedUnit> {
  const after = new Map<string, NamedUnit>(units.map((unit) => [foldName(unit.name), unit]));
  for (const plan of plans) {
    if (plan.outcome !== "made" && plan.outcome !== "changed") continue;
    const { write } = plan;
    const key = foldName(plan.label);
    if (write.kind === "add") {
      after.set(key, { name: write.name, kind: write.unitKind, isActive: true, needsSignature: write.needsSignature });
    } else after.set(key, { ...write.unit, ...write.set });
  }
  return after;
}

export type StaffCounts = { made: number; changed: number; same: number; refused: number };

/** How many rows are made, changed, the same and refused. */
export function countOutcomes(plans: readonly { outcome: keyof StaffCounts }[]): StaffCounts {
  const counts = { made: 0, changed: 0, same: 0, refused: 0 };
  for (const { outcome } of plans) counts[outcome] += 1;
  return counts;
}
