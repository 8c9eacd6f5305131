import { isOfficeRole, type Role } from "@/lib/domain/access";
import { foldName } from "@/lib/domain/fold-name";
import { dateInShanghai } from "@/lib/domain/office-day";
import type { OrganisationKind } from "@/lib/domain/organisation";
import type { Person, PersonRole } from "@/lib/domain/person";
import { isHeld, lastDayOf, type RoleTerm, refusalOfTerm, termOf } from "@/lib/domain/role-term";
import type { PersonRow } from "@/lib/domain/staff-table/find-staff-tables";
import { problemOfPersonCells, readPersonCells } from "@/lib/domain/staff-table/person-cells";
import { problem, type RowPlan, type StaffChange, type StaffProblem } from "@/lib/domain/staff-table/row-plan";
import { type Holder, refusalOfLeaving } from "@/lib/domain/staffing";

/** A unit as rows name it: one that is here, or one that the same file makes. */
export type NamedUnit = { name: string; kind: OrganisationKind; isActive: boolean; needsSignature: boolean };

export type PersonWrite = {
  /** The account as it is spelled here; a new person's as the first row spells it. */
  account: string;
  isNew: boolean;
  name: string | null;
  email: string | null;
  grant: ({ unit: string; role: Role } & RoleTerm) | null;
  newEnd: { membershipId: string; unit: string; role: Role; untilAt: Date } | null;
};
export type PersonPlan = RowPlan<PersonWrite>;

export type PeopleHere = {
  people: readonly Person[];
  /** By folded name. */
  units: ReadonlyMap<string, NamedUnit>;
  /** Folded accounts of other districts. */
  takenElsewhere: ReadonlySet<string>;
  actorId: string;
  now: Date;
};

type Seen = { line: number; name: string; email: string; isGood: boolean };

/**
 * What becomes of each row of a table of people. Somebody who holds several roles has a row for each; who is not here yet
 * is added by the first row that is taken. A blank cell changes nothing.
 */
export function planPeople(rows: readonly PersonRow[], here: PeopleHere): PersonPlan[] {
  const byAccount = new Map(here.people.map((person) => [foldName(person.account), person]));
  const seen = new Map<string, Seen>();
  const roles = new Map<string, number>();
  const planned = rows.map((row) => {
    const key = foldName(row.account);
    const person = byAccount.get(key);
    const first = seen.get(key);
    const roleKey = [key, foldName(row.unit), readPersonCells(row).role ?? ""].join("\n");
    const found =
      problemOfPersonCells(row, first) ??
      problemOfPerson(row, person, here) ??
      (roles.has(roleKey) ? problem("role_twice", { line: roles.get(roleKey) ?? 0 }) : null);
    const plan: PersonPlan = found ? refused(row, found) : planPerson(row, person, first, here);
    const isGood = plan.outcome !== "refused";
    if (isGood) roles.set(roleKey, row.line);
    if (key !== "" && !first) seen.set(key, { line: row.line, name: row.name, email: row.email, isGood });
    else if (first && isGood) first.isGood = true;
    return plan;
  });
  return refuseVacancies(planned, here);
}

function refused(row: PersonRow, found: StaffProblem): PersonPlan {
  return { line: row.line, label: labelOf(row), outcome: "refused", problem: found };
}

function labelOf({ name, account }: { name: string; account: string }): string {
  return [name, account].filter((text) => text !== "").join("　");
}

function roleHere(row: PersonRow, person: Person | undefined): PersonRole | undefined {
  const { role } = readPersonCells(row);
  return person?.roles.find((held) => held.role === role && foldName(held.organisationName) === foldName(row.unit));
}

/** What is wrong with a row as seen from who and what is here. */
function problemOfPerson(row: PersonRow, person: Person | undefined, here: PeopleHere): StaffProblem | null {
  const { role, from, until } = readPersonCells(row);
  if (person?.deactivatedAt) return problem("has_left");
  if (!person && here.takenElsewhere.has(foldName(row.account))) return problem("account_taken");
  if (role === null) return null;
  const unit = here.units.get(foldName(row.unit));
  if (!unit) return problem("unit_unknown", { unit: row.unit });
  if (!unit.isActive) return problem("unit_dissolved", { unit: unit.name });
  if (isOfficeRole(role) && unit.kind !== "office") return problem("wrong_place");
  const held = roleHere(row, person);
  if (held && from !== undefined && from !== dateInShanghai(held.fromAt)) {
    return problem("begins_fixed", { day: dateInShanghai(held.fromAt) });
  }
  const term = held ? { ...termOf({ until }, here.now), fromAt: held.fromAt } : termOf({ from, until }, here.now);
  const isUnchanged = held && (until === undefined || held.untilAt?.getTime() === term.untilAt?.getTime());
  if (isUnchanged) return null;
  if (person?.id === here.actorId) return problem("own_role");
  const refusal = refusalOfTerm(term, here.now);
  if (refusal === "ends_before_it_begins" || refusal === "ends_in_the_past") return problem(refusal);
  return null;
}

function planPerson(row: PersonRow, person: Person | undefined, first: Seen | undefined, here: PeopleHere): PersonPlan {
  const { role, from, until, email } = readPersonCells(row);
  const held = roleHere(row, person);
  const unit = here.units.get(foldName(row.unit));
  const label = labelOf({ name: row.name, account: person?.account ?? row.account });
  const isFirst = first?.isGood !== true;
  const isNew = !person && isFirst;
  const name = person && isFirst && person.name !== row.name ? row.name : null;
  const emailBefore = isFirst ? (person?.email ?? null) : first.email || (person?.email ?? null);
  const newEmail = email === emailBefore ? null : email;
  const end = held && until !== undefined ? termOf({ until }, here.now).untilAt : null;
  const newEnd =
    held && end && held.untilAt?.getTime() !== end.getTime()
      ? { membershipId: held.membershipId, unit: held.organisationName, role: held.role, untilAt: end }
      : null;
  const grant = role && unit && !held ? { unit: unit.name, role, ...termOf({ from, until }, here.now) } : null;
  const changes: StaffChange[] = [
    ...(name === null ? [] : [{ column: "name", from: person?.name ?? "", to: name }]),
    ...(newEmail === null || isNew ? [] : [{ column: "email", from: person?.email ?? "", to: newEmail }]),
    ...(grant === null
      ? []
      : [
          {
            column: "role",
            from: "",
            to: grant.role,
            term: { ...(from ? { from } : {}), ...(until ? { until } : {}) },
          },
        ]),
    ...(newEnd === null
      ? []
      : [{ column: "until", from: held?.untilAt ? lastDayOf(held.untilAt) : "", to: lastDayOf(newEnd.untilAt) }]),
  ];
  const write = { account: person?.account ?? row.account, isNew, name: isNew ? row.name : name, email: newEmail };
  if (isNew) return { line: row.line, label, outcome: "made", changes, write: { ...write, grant, newEnd } };
  if (changes.length === 0) return { line: row.line, label, outcome: "same" };
  return { line: row.line, label, outcome: "changed", changes, write: { ...write, grant, newEnd } };
}

/** Refuses rows that would let the last submitter, head, reviewer or administrator go, given all that the file gives. */
function refuseVacancies(plans: readonly PersonPlan[], here: PeopleHere): PersonPlan[] {
  const holders = holdersByUnit(plans, here);
  const leaving = new Map<string, string[]>();
  return plans.map((plan) => {
    if (plan.outcome !== "changed" || !plan.write.newEnd) return plan;
    const { unit: name, membershipId } = plan.write.newEnd;
    const key = foldName(name);
    const unit = here.units.get(key);
    const gone = [...(leaving.get(key) ?? []), membershipId];
    const refusal = unit ? refusalOfLeaving(unit, holders.get(key) ?? [], gone) : null;
    if (isVacancy(refusal)) {
      return { line: plan.line, label: plan.label, outcome: "refused", problem: problem(refusal, { unit: name }) };
    }
    leaving.set(key, gone);
    return plan;
  });
}

const VACANCIES = ["last_submitter", "last_head", "last_reviewer", "last_administrator"] as const;

function isVacancy(code: string | null): code is (typeof VACANCIES)[number] {
  return VACANCIES.some((vacancy) => vacancy === code);
}

function holdersByUnit(plans: readonly PersonPlan[], here: PeopleHere): Map<string, Holder[]> {
  const holders = new Map<string, Holder[]>();
  const add = (unit: string, holder: Holder) =>
    holders.set(foldName(unit), [...(holders.get(foldName(unit)) ?? []), holder]);
  for (const person of here.people) {
    if (person.deactivatedAt) continue;
    for (const { organisationName, membershipId, role, fromAt, untilAt } of person.roles) {
      if (isHeld({ fromAt, untilAt }, here.now)) {
        add(organisationName, { membershipId, userId: person.id, role, untilAt });
      }
    }
  }
  for (const plan of plans) {
    if (plan.outcome === "refused" || plan.outcome === "same" || !plan.write.grant) continue;
    const { unit, role, fromAt, untilAt } = plan.write.grant;
    if (isHeld({ fromAt, untilAt }, here.now)) {
      add(unit, { membershipId: `line ${plan.line}`, userId: plan.write.account, role, untilAt });
    }
  }
  return holders;
}
