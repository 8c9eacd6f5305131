import { describe, expect, it } from "vitest";
import { proposedRoleOf, readRolesOfClaims } from "@/lib/domain/proposed-role";

describe("readRolesOfClaims", () => {
  it("reads values with their roles, also such as hold a sign of equality", () => {
    expect(readRolesOfClaims("审核组=reviewer, cn=clerks=submitter,")).toEqual([
      { value: "审核组", role: "reviewer" },
      { value: "cn=clerks", role: "submitter" },
    ]);
    expect(readRolesOfClaims("")).toEqual([]);
  });
  it.each(["clerks", "=submitter", "clerks=boss"])("takes %j for a mistake", (text) => {
    expect(readRolesOfClaims(text)).toBeNull();
  });
});

describe("proposedRoleOf", () => {
  const roles = readRolesOfClaims("审核组=reviewer,填报组=submitter") ?? [];
  it("is the first role, in the operator's order, whose value is claimed", () => {
    expect(proposedRoleOf({ groups: ["填报组", "审核组"], unit: "财政局" }, roles)).toEqual({
      role: "reviewer",
      unit: "财政局",
    });
  });
  it("is a unit alone, or nothing, where the provider says no more", () => {
    expect(proposedRoleOf({ groups: ["别的组"], unit: "财政局" }, roles)).toEqual({ role: null, unit: "财政局" });
    expect(proposedRoleOf({ groups: ["别的组"], unit: "" }, roles)).toBeNull();
  });
});
