import { describe, expect, it } from "vitest";
import type { Person } from "@/lib/domain/person";
import { listPeopleByUnit } from "./people-list";

const UNITS = [
  { id: "u1", name: "财政局" },
  { id: "u2", name: "民政局" },
];

function person(name: string, unitIds: readonly string[], deactivatedAt: Date | null = null): Person {
  return {
    id: name,
    account: `${name}账号`,
    name,
    hasPassword: true,
    codeExpiresAt: null,
    deactivatedAt,
    email: null,
    createdAt: new Date(0),
    hasSecondFactor: false,
    hasOtherWay: false,
    invitation: null,
    roles: unitIds.map((organisationId, index) => ({
      membershipId: `${name}-${index}`,
      organisationId,
      organisationName: UNITS.find(({ id }) => id === organisationId)?.name ?? "",
      role: index === 0 ? "submitter" : "head",
      fromAt: new Date(0),
      untilAt: null,
    })),
  };
}

const PEOPLE = [
  person("甲", ["u2"]),
  person("乙", ["u1", "u2"]),
  person("丙", []),
  person("丁", ["u1"], new Date(0)),
  person("戊", ["u1", "u1"]),
];

const tell = (wanted: string) =>
  listPeopleByUnit(PEOPLE, UNITS, wanted).map(({ group, person: { name, roles } }) => [group.key, name, roles.length]);

describe("the list of people", () => {
  it("has them by unit with what they do there, then those without a role, then those who left", () => {
    expect(tell("")).toEqual([
      ["u1", "乙", 1],
      ["u1", "戊", 2],
      ["u2", "甲", 1],
      ["u2", "乙", 1],
      ["none", "丙", 0],
      ["left", "丁", 1],
    ]);
  });

  it.each([
    ["戊", [["u1", "戊", 2]]],
    ["甲账", [["u2", "甲", 1]]],
    [
      "民政",
      [
        ["u1", "乙", 1],
        ["u2", "甲", 1],
        ["u2", "乙", 1],
      ],
    ],
    ["没有", []],
  ])("is looked through for %s by name, account and unit", (wanted, found) => {
    expect(tell(wanted)).toEqual(found);
  });
});
