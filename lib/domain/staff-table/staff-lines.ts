import type { Language } from "@/lib/domain/language";
import { dateInShanghai } from "@/lib/domain/office-day";
import type { Organisation } from "@/lib/domain/organisation";
import type { Person } from "@/lib/domain/person";
import { lastDayOf } from "@/lib/domain/role-term";
import {
  KIND_WORDS,
  ROLE_WORDS,
  STAFF_COLUMNS,
  STAFF_HEADS,
  type StaffTableName,
  YES_NO_WORDS,
} from "@/lib/domain/staff-table/staff-columns";

/** The tables that lists of units and people are saved as: heads first. Read in again they change nothing. */
export type StaffLines = Readonly<Record<StaffTableName, string[][]>>;

/** The units that report and the people who are active, a line for each role that is not over. */
export function staffLines(
  { units, people }: { units: readonly Organisation[]; people: readonly Person[] },
  language: Language,
): StaffLines {
  const heads = {
    units: STAFF_COLUMNS.units.map((column) => STAFF_HEADS.units[column][language]),
    people: STAFF_COLUMNS.people.map((column) => STAFF_HEADS.people[column][language]),
  };
  return {
    units: [heads.units, ...units.filter((unit) => unit.isActive).map((unit) => unitLine(unit, language))],
    people: [
      heads.people,
      ...people
        .filter(({ deactivatedAt }) => deactivatedAt === null)
        .flatMap((person) => personLines(person, language)),
    ],
  };
}

function unitLine({ name, kind, position, needsSignature }: Organisation, language: Language): string[] {
  const kindWord = kind === "district" ? "" : KIND_WORDS[kind][language];
  return [name, kindWord, String(position), YES_NO_WORDS[needsSignature ? "yes" : "no"][language]];
}

function personLines({ name, account, email, roles }: Person, language: Language): string[][] {
  const about = [name, account, email ?? ""];
  if (roles.length === 0) return [["", ...about, "", "", ""]];
  return roles.map(({ organisationName, role, fromAt, untilAt }) => [
    organisationName,
    ...about,
    ROLE_WORDS[role][language],
    dateInShanghai(fromAt),
    untilAt ? lastDayOf(untilAt) : "",
  ]);
}
