import { type Actor, may } from "@/lib/domain/access";
import type { RuleEffect, RuleId, RuleInForce } from "@/lib/domain/check/finding";
import { CHECKS } from "@/lib/domain/check/registry";
import type { RefusalCode } from "@/lib/domain/refusal";

/** Proposed by one person; in force once a second one has confirmed it. */
export const RULE_SETTING_STATES = ["proposed", "confirmed", "declined", "withdrawn"] as const;
export type RuleSettingState = (typeof RULE_SETTING_STATES)[number];

/** What an office decided of a rule: from which day on it is told how loudly, and why. */
export type RuleSetting = {
  id: string;
  rule: RuleId;
  /** The rule as it was then; of a later version it says nothing. */
  ruleVersion: number;
  effect: RuleEffect;
  /** The day from which it holds, as an ISO date. */
  holdsFrom: string;
  reason: string;
  state: RuleSettingState;
  proposedBy: string;
  proposedByName: string;
  proposedAt: Date;
  decidedByName: string | null;
  decidedAt: Date | null;
};

export type RuleSettingMove = "confirm" | "decline" | "withdraw";

/** Who proposes to switch a rule off or on again: the administrator. */
export function mayProposeRuleSetting(actor: Pick<Actor, "permissions">): boolean {
  return may(actor, "cycle:manage");
}

/** Who decides: another administrator, or whoever answers for the report. */
export function maySettleRuleSetting(actor: Pick<Actor, "permissions">): boolean {
  return may(actor, "cycle:manage") || may(actor, "report:publish");
}

/** Whoever proposed may take it back; to confirm or decline it is a second person's. */
export function decideRuleSetting(
  setting: Pick<RuleSetting, "state" | "proposedBy">,
  move: RuleSettingMove,
  actor: Pick<Actor, "userId" | "permissions">,
): { ok: true; to: RuleSettingState } | { ok: false; refusal: RefusalCode } {
  const isOwn = setting.proposedBy === actor.userId;
  const isPermitted = move === "withdraw" ? mayProposeRuleSetting(actor) : maySettleRuleSetting(actor);
  if (!isPermitted) return { ok: false, refusal: "not_permitted" };
  if (setting.state !== "proposed") return { ok: false, refusal: "wrong_state" };
  if (move === "withdraw") return isOwn ? { ok: true, to: "withdrawn" } : { ok: false, refusal: "not_own_proposal" };
  if (isOwn) return { ok: false, refusal: "own_rule_setting" };
  return { ok: true, to: move === "confirm" ? "confirmed" : "declined" };
}

/**
 * What holds of each rule, of the decisions whose day has come: the newest confirmed one about the rule as it is now. A
 * rule that was mended since (its version is another) is told as before until somebody decides anew.
 */
export function rulesInForce(settings: readonly RuleSetting[]): RuleInForce[] {
  return CHECKS.flatMap(({ rule, version }) => {
    const decisions = settings.filter(
      (setting) => setting.state === "confirmed" && setting.rule === rule && setting.ruleVersion === version,
    );
    const [newest] = decisions.toSorted(
      (left, right) => (right.decidedAt?.getTime() ?? 0) - (left.decidedAt?.getTime() ?? 0),
    );
    if (!newest || newest.effect === "standard") return [];
    const { effect, reason, proposedByName: proposedBy, decidedByName, holdsFrom: since } = newest;
    return [{ rule, effect, reason, proposedBy, decidedBy: decidedByName ?? "", since }];
  });
}

/** The version of a rule as it is now; null for a rule that there is not. */
export function versionOfRule(rule: string): number | null {
  return CHECKS.find((check) => check.rule === rule)?.version ?? null;
}
