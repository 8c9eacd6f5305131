import { describe, expect, it } from "vitest";
import { type Actor, permissionsOf, type Role } from "@/lib/domain/access";
import {
  districtOfToken,
  limitToScopes,
  scopesOpenTo,
  TOKEN_SCOPES,
  tokenText,
  withReading,
} from "@/lib/domain/access-token";

const DISTRICT = "0b9f0c61-7f8e-4c62-9a3c-3a1d5f0f0c11";

function actorOf(...roles: Role[]): Actor {
  const memberships = roles.map((role) => ({ organisationId: DISTRICT, role }));
  return {
    ...{ userId: DISTRICT, account: "a", name: "甲", districtId: DISTRICT, districtName: "某区", memberships },
    permissions: permissionsOf(memberships),
    scope: { districtId: DISTRICT, units: "all" },
    heldBack: [],
  };
}

describe("scopes of a token", () => {
  it("are offered as far as the person's roles reach", () => {
    expect(scopesOpenTo(actorOf("submitter"))).toEqual(["read", "fill"]);
    expect(scopesOpenTo(actorOf("reviewer", "director"))).toEqual(["read", "review", "publish"]);
    expect(scopesOpenTo(actorOf("admin"))).toEqual(["read"]);
  });

  it("never give a permission that the person does not hold, nor one to manage people, units and years", () => {
    const clerk = limitToScopes(actorOf("submitter"), TOKEN_SCOPES);
    expect(clerk.permissions).toEqual(["submission:fill", "submission:submit"]);
    const admin = limitToScopes(actorOf("admin"), TOKEN_SCOPES);
    expect(admin.permissions).toEqual(["history:read"]);
    const reviewer = limitToScopes(actorOf("reviewer"), ["read"]);
    expect(reviewer.permissions).toEqual(["report:read", "report:download", "history:read"]);
  });

  it("always hold reading, in one order", () => {
    expect(withReading(["publish", "fill"])).toEqual(["read", "fill", "publish"]);
  });
});

describe("a token", () => {
  it("says its district", () => {
    expect(districtOfToken(tokenText(DISTRICT, "A".repeat(43)))).toBe(DISTRICT);
  });

  it.each(["", "nianbao_", tokenText(DISTRICT, "A".repeat(42)), ` ${tokenText(DISTRICT, "A".repeat(43))}`])(
    "is not %j",
    (text) => {
      expect(districtOfToken(text)).toBeNull();
    },
  );
});
