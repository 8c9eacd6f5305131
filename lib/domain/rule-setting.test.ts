import { describe, expect, it } from "vitest";
import { decideRuleSetting, type RuleSetting, rulesInForce, versionOfRule } from "@/lib/domain/rule-setting";

const SETTING: RuleSetting = {
  id: "1",
  rule: "NARR-TABLE",
  ruleVersion: versionOfRule("NARR-TABLE") ?? 0,
  effect: "off",
  holdsFrom: "2027-01-05",
  reason: "误报",
  state: "confirmed",
  proposedBy: "wang",
  proposedByName: "王芳",
  proposedAt: new Date("2027-01-05"),
  decidedByName: "周海",
  decidedAt: new Date("2027-01-05"),
};

describe("rules in force", () => {
  it("are those of the newest confirmed decision", () => {
    const later = { ...SETTING, effect: "warning" as const, decidedAt: new Date("2027-01-06") };
    expect(rulesInForce([SETTING, later]).map(({ effect }) => effect)).toEqual(["warning"]);
    expect(rulesInForce([SETTING, { ...later, effect: "standard" }])).toEqual([]);
    expect(rulesInForce([{ ...SETTING, state: "proposed" }])).toEqual([]);
  });

  it("leave a rule that came in another version as it was made", () => {
    expect(rulesInForce([{ ...SETTING, ruleVersion: SETTING.ruleVersion - 1 }])).toEqual([]);
  });
});

describe("a proposal about a rule", () => {
  const proposal = { state: "proposed", proposedBy: "wang" } as const;
  const admin = (userId: string) => ({ userId, permissions: ["cycle:manage"] as const });
  const director = { userId: "zhou", permissions: ["report:publish"] as const };

  it("is confirmed or declined by another administrator or the director", () => {
    expect(decideRuleSetting(proposal, "confirm", director)).toEqual({ ok: true, to: "confirmed" });
    expect(decideRuleSetting(proposal, "decline", admin("li"))).toEqual({ ok: true, to: "declined" });
    expect(decideRuleSetting(proposal, "confirm", admin("wang"))).toEqual({ ok: false, refusal: "own_rule_setting" });
    expect(decideRuleSetting(proposal, "confirm", { userId: "li", permissions: [] }).ok).toBe(false);
  });

  it("is taken back by whoever made it, before it is decided", () => {
    expect(decideRuleSetting(proposal, "withdraw", admin("wang"))).toEqual({ ok: true, to: "withdrawn" });
    expect(decideRuleSetting(proposal, "withdraw", admin("li"))).toEqual({ ok: false, refusal: "not_own_proposal" });
    const decided = { ...proposal, state: "confirmed" } as const;
    expect(decideRuleSetting(decided, "withdraw", admin("wang"))).toEqual({ ok: false, refusal: "wrong_state" });
  });
});
