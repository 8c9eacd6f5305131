import { describe, expect, it } from "vitest";
import { refusalOfGranting, refusalOfLeaving } from "@/lib/domain/staffing";

const department = { kind: "department", isActive: true, needsSignature: false } as const;
const office = { ...department, kind: "office" } as const;
const submitter = { membershipId: "s", userId: "wang", role: "submitter", untilAt: null } as const;
const head = { membershipId: "h", userId: "li", role: "head", untilAt: null } as const;
const admin = { membershipId: "a", userId: "zhao", role: "admin", untilAt: null } as const;
const reviewer = { membershipId: "r", userId: "zhao", role: "reviewer", untilAt: null } as const;

describe("refusalOfLeaving", () => {
  it("keeps the last who can fill in", () => {
    expect(refusalOfLeaving(department, [submitter], ["s"])).toBe("last_submitter");
    expect(refusalOfLeaving(department, [submitter, head], ["s"])).toBeNull();
    expect(refusalOfLeaving(department, [submitter, head], ["s", "h"])).toBe("last_submitter");
  });

  it("keeps the last head where the head signs", () => {
    expect(refusalOfLeaving(department, [submitter, head], ["h"])).toBeNull();
    expect(refusalOfLeaving({ ...department, needsSignature: true }, [submitter, head], ["h"])).toBe("last_head");
  });

  it("keeps a reviewer and an administrator in the office", () => {
    expect(refusalOfLeaving(office, [submitter, admin, reviewer], ["r"])).toBe("last_reviewer");
    expect(refusalOfLeaving(office, [submitter, admin, reviewer], ["a"])).toBe("last_administrator");
    expect(refusalOfLeaving(office, [submitter, admin, reviewer], ["s"])).toBe("last_submitter");
    expect(refusalOfLeaving(office, [admin, { ...admin, membershipId: "a2", userId: "sun" }], ["a"])).toBeNull();
  });

  it("does not count on those who hold a post for a time only, unless nobody holds it longer", () => {
    const helper = { ...submitter, membershipId: "t", userId: "sun", untilAt: new Date("2020-12-31T16:00:00Z") };
    expect(refusalOfLeaving(department, [submitter, helper], ["s"])).toBe("last_submitter");
    expect(refusalOfLeaving(department, [submitter, helper], ["t"])).toBeNull();
    expect(refusalOfLeaving(department, [helper], ["t"])).toBe("last_submitter");
  });

  it("lets everybody leave a unit that no longer reports", () => {
    expect(refusalOfLeaving({ ...department, isActive: false }, [submitter], ["s"])).toBeNull();
  });
});

describe("refusalOfGranting", () => {
  it("lets nobody give a role to themselves", () => {
    expect(refusalOfGranting({ userId: "admin" }, "admin")).toBe("own_role");
    expect(refusalOfGranting({ userId: "admin" }, "wang")).toBeNull();
  });
});
