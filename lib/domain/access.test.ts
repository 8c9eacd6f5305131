import { describe, expect, it } from "vitest";
import {
  homeOf,
  isOfficeRole,
  PERMISSIONS,
  type Permission,
  permissionsOf,
  ROLES,
  type Role,
  scopeOfMemberships,
  unitsFilledBy,
  unitsSignedBy,
} from "@/lib/domain/access";

/** Who may do what, as the design says it: written out here, so that a change of the code's own table is noticed. */
const TABLE: Readonly<Record<Permission, readonly Role[]>> = {
  "submission:fill": ["submitter", "head"],
  "submission:submit": ["submitter", "head"],
  "submission:sign": ["head"],
  "submission:review": ["reviewer"],
  "submission:reopen": ["reviewer"],
  "unit:remind": ["reviewer"],
  "report:read": ["reviewer", "editor", "director", "auditor"],
  "report:adjust": ["editor"],
  "report:compose": ["editor"],
  "report:finalise": ["editor"],
  "report:download": ["reviewer", "editor", "director", "auditor"],
  "report:publish": ["director"],
  "cycle:manage": ["admin"],
  "unit:manage": ["admin"],
  "person:manage": ["admin"],
  "history:read": ["reviewer", "editor", "director", "admin", "auditor"],
};

describe("permissionsOf", () => {
  it.each(PERMISSIONS)("gives %s to the roles of the design and to no other", (permission) => {
    const holders = ROLES.filter((role) => permissionsOf([{ organisationId: "u", role }]).includes(permission));
    expect(holders).toEqual(ROLES.filter((role) => TABLE[permission].includes(role)));
  });

  it("adds up the roles of one person without repeating a permission", () => {
    const both = permissionsOf([
      { organisationId: "u", role: "reviewer" },
      { organisationId: "u", role: "editor" },
    ]);
    expect(both).toContain("submission:review");
    expect(both).toContain("report:compose");
    expect(new Set(both).size).toBe(both.length);
  });
});

describe("scopeOfMemberships", () => {
  it("shows a unit's people their own units only, and the office every unit", () => {
    const unit = { organisationId: "finance", role: "submitter" } as const;
    expect(scopeOfMemberships("d", [unit, { ...unit, role: "head" }])).toEqual({ districtId: "d", units: ["finance"] });
    expect(scopeOfMemberships("d", [unit, { organisationId: "office", role: "auditor" }])).toEqual({
      districtId: "d",
      units: "all",
    });
    expect(scopeOfMemberships("d", [])).toEqual({ districtId: "d", units: [] });
  });
});

describe("what somebody with several roles does for whom", () => {
  const memberships = [
    { organisationId: "finance", role: "submitter" },
    { organisationId: "safety", role: "head" },
    { organisationId: "office", role: "reviewer" },
  ] as const;

  it("fills in for units in which they are submitter or head, and signs for those whose head they are", () => {
    expect(unitsFilledBy({ memberships })).toEqual(["finance", "safety"]);
    expect(unitsSignedBy({ memberships })).toEqual(["safety"]);
  });

  it("counts reviewer, editor, director, administrator and auditor as the office's", () => {
    expect(ROLES.filter(isOfficeRole)).toEqual(["reviewer", "editor", "director", "admin", "auditor"]);
  });
});

describe("homeOf", () => {
  it.each([
    [["submitter"], "desk"],
    [["head"], "desk"],
    [["reviewer"], "overview"],
    [["editor"], "overview"],
    [["director"], "overview"],
    [["admin"], "admin"],
    [["auditor"], "history"],
    [["submitter", "reviewer"], "overview"],
    [["submitter", "admin"], "admin"],
    [["submitter", "auditor"], "desk"],
    [[], "history"],
  ] as const)("of %j is %s", (roles, home) => {
    const permissions = permissionsOf(roles.map((role) => ({ organisationId: "u", role })));
    expect(homeOf({ permissions })).toBe(home);
  });
});
