import { describe, expect, it } from "vitest";
import { PERMISSIONS, type Permission, permissionsOf, ROLES, type Role, scopeOfMemberships } from "@/lib/domain/access";

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
