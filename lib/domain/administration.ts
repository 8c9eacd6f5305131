import type { Role } from "@/lib/domain/access";
import type { AdminTask, HeldRole, Staffing } from "@/lib/domain/admin-task";
import { statutoryDueDate } from "@/lib/domain/cycle";
import { listOperationTasks, listSoonTasks } from "@/lib/domain/operation-tasks";

/** What the administrator has to see to, first things first; empty when everything is arranged. */
export function listAdminTasks(staffing: Staffing, now: Date): AdminTask[] {
  return [
    ...listStaffingTasks(staffing, now),
    ...listOperationTasks(staffing, now),
    ...listYearTasks(staffing.cycles, now),
    ...listSoonTasks(staffing, now),
  ];
}

function listStaffingTasks(
  { units, people, contact, otherBodies, waitingIdentities }: Staffing,
  now: Date,
): AdminTask[] {
  const active = people.filter((person) => person.deactivatedAt === null);
  const holders = (role: Role): string[] =>
    active.filter((person) => person.roles.some((held) => held.role === role)).map((person) => person.id);
  const reporting = units.filter((unit) => unit.isActive);
  const submittersByUnit = Map.groupBy(
    active.flatMap(({ id, roles }) => roles.filter(fillsIn).map(({ organisationId }) => ({ id, organisationId }))),
    ({ organisationId }) => organisationId,
  );
  const submittersOf = (unitId: string) => (submittersByUnit.get(unitId) ?? []).map(({ id }) => id);
  const reviewers = holders("reviewer");
  const editors = holders("editor");
  const directors = holders("director");

  // Nobody fills in for a government below.
  const without = reporting.filter((unit) => unit.kind !== "government" && submittersOf(unit.id).length === 0);
  const ownReview = reporting.find((unit) => {
    const submitters = submittersOf(unit.id);
    return submitters.length > 0 && reviewers.length === 1 && submitters.every((id) => reviewers.includes(id));
  });
  const isAlone =
    editors.length > 0 &&
    directors.length > 0 &&
    !editors.some((editor) => directors.some((other) => other !== editor));
  const expired = active.filter(
    (person) => !person.hasPassword && person.codeExpiresAt !== null && person.codeExpiresAt <= now,
  );

  return [
    ...(reporting.some((unit) => unit.kind !== "office") ? [] : [{ kind: "units_missing" as const }]),
    ...(reviewers.length === 0 ? [{ kind: "role_missing" as const, role: "reviewer" as const }] : []),
    ...(without.length > 0 ? [{ kind: "submitter_missing" as const, units: without.map(nameOf) }] : []),
    ...(ownReview ? [{ kind: "own_review" as const, unit: nameOf(ownReview) }] : []),
    ...(editors.length === 0 ? [{ kind: "role_missing" as const, role: "editor" as const }] : []),
    ...(directors.length === 0 ? [{ kind: "role_missing" as const, role: "director" as const }] : []),
    ...(isAlone ? [{ kind: "second_person_missing" as const }] : []),
    ...(otherBodies > 0 ? [{ kind: "other_body_waiting" as const, count: otherBodies }] : []),
    ...(contact.address === "" || contact.phone === "" ? [{ kind: "contact_missing" as const }] : []),
    ...(waitingIdentities > 0 ? [{ kind: "identity_waiting" as const, count: waitingIdentities }] : []),
    ...(expired.length > 0 ? [{ kind: "code_expired" as const, people: expired.map(nameOf) }] : []),
  ];
}

function fillsIn({ role }: HeldRole): boolean {
  return role === "submitter" || role === "head";
}

function listYearTasks(cycles: Staffing["cycles"], now: Date): AdminTask[] {
  const [newest] = cycles;
  if (!newest) return [{ kind: "year_missing", year: yearToReport(now) }];
  const next = newest.year + 1;
  const isNextDue = newest.reportState === "published" && next <= yearToReport(now);
  const closable = cycles.filter((cycle) => cycle.state === "open" && cycle.reportState === "published");
  return [
    ...(isNextDue ? [{ kind: "next_year" as const, year: next }] : []),
    ...closable.map(({ id, year }) => ({ kind: "year_closable" as const, year, cycleId: id })),
  ];
}

/** The year whose report is collected now: from December on the year that is about to end, before that the last one. */
export function yearToReport(now: Date): number {
  const [year = 0, month = 0] = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Asia/Shanghai",
    year: "numeric",
    month: "2-digit",
  })
    .format(now)
    .split("-")
    .map(Number);
  return month === 12 ? year : year - 1;
}

/**
 * The days that a new year's sections are due unless the office chooses others: the year before's, one year on, where
 * those leave time before the statutory 31 January. A day that has passed is no help: then two and three weeks from now.
 */
export function suggestedDates(
  year: number,
  before: { year: number; tablesDueAt: Date; narrativeDueAt: Date } | null,
  now: Date,
): { tables: string; narrative: string } {
  const usual = { tables: `${year + 1}-01-20`, narrative: `${year + 1}-01-25` };
  const moved = before && {
    tables: movedOn(before.tablesDueAt, year - before.year),
    narrative: movedOn(before.narrativeDueAt, year - before.year),
  };
  const isInTime = moved && [moved.tables, moved.narrative].every((day) => day <= lastDay(statutoryDueDate(year)));
  const dates = isInTime ? moved : usual;
  const inWeeks = (weeks: number) => lastDay(new Date(now.getTime() + weeks * 7 * 86_400_000));
  return lastDay(now) < dates.tables ? dates : { tables: inWeeks(2), narrative: inWeeks(3) };
}

/** The last day of a due date, as a date field wants it: 24:00 of 31 January is "2020-01-31". */
export function lastDay(due: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date(due.getTime() - 1));
}

function movedOn(due: Date, years: number): string {
  const [year, month, day] = lastDay(due).split("-");
  const shifted = new Date(Date.UTC(Number(year) + years, Number(month) - 1, Number(day)));
  return shifted.toISOString().slice(0, 10);
}

function nameOf({ id, name }: { id: string; name: string }): { id: string; name: string } {
  return { id, name };
}
