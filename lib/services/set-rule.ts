import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { getRuleSettingForUpdate, insertRuleSetting, updateRuleSettingDecided } from "@/db/queries/rule-settings";
import type { Actor } from "@/lib/domain/access";
import type { DomainEvent } from "@/lib/domain/events";
import type {
  ProposeRuleSettingInput,
  SettleRuleSettingInput,
  WithdrawRuleSettingInput,
} from "@/lib/domain/inputs/rule";
import { Refusal } from "@/lib/domain/refusal";
import {
  decideRuleSetting,
  mayProposeRuleSetting,
  type RuleSetting,
  type RuleSettingMove,
  versionOfRule,
} from "@/lib/domain/rule-setting";
import { carryOut, withoutResult } from "@/lib/services/carry-out";

/**
 * Proposes to switch a rule off, to tell it less loudly, or to switch it on again; a second person has to confirm it.
 *
 * @throws Refusal not_permitted, not_found and rule_setting_waiting
 */
export async function proposeRuleSetting(
  db: Db,
  actor: Actor,
  input: ProposeRuleSettingInput,
  now: Date,
): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!mayProposeRuleSetting(actor)) throw new Refusal("not_permitted");
      const { rule, effect, holdsFrom, reason } = input;
      const ruleVersion = versionOfRule(rule);
      if (ruleVersion === null) throw new Refusal("not_found");
      const { districtId } = actor;
      const setting = { rule, ruleVersion, effect, holdsFrom, reason };
      const proposer = { proposedBy: actor.userId, proposedByName: actor.name, proposedAt: now };
      const isFirst = await insertRuleSetting(tx, { districtId, id: randomUUID(), ...setting, ...proposer });
      if (!isFirst) throw new Refusal("rule_setting_waiting");
      await record({ organisationId: districtId }, { type: "rule_setting_proposed", data: setting });
    },
    withoutResult,
  );
}

/**
 * A second person confirms the proposal, which then holds from its day on, or declines it.
 *
 * @throws Refusal not_found
 */
export async function settleRuleSetting(db: Db, actor: Actor, input: SettleRuleSettingInput, now: Date): Promise<void> {
  await moveRuleSetting(db, actor, { ...input, move: input.decision }, now, (setting) => {
    const data = { ...dataOf(setting), reason: setting.reason };
    return input.decision === "confirm"
      ? { type: "rule_setting_confirmed", data: { ...data, proposedBy: setting.proposedByName } }
      : { type: "rule_setting_declined", data };
  });
}

/**
 * The proposer withdraws the proposal.
 *
 * @throws Refusal not_found
 */
export async function withdrawRuleSetting(
  db: Db,
  actor: Actor,
  input: WithdrawRuleSettingInput,
  now: Date,
): Promise<void> {
  await moveRuleSetting(db, actor, { ...input, move: "withdraw" }, now, (setting) => ({
    type: "rule_setting_withdrawn",
    data: dataOf(setting),
  }));
}

async function moveRuleSetting(
  db: Db,
  actor: Actor,
  call: { requestId: string; settingId: string; move: RuleSettingMove },
  now: Date,
  tell: (setting: RuleSetting) => DomainEvent,
): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: call.requestId, now },
    async (tx, record) => {
      const { districtId } = actor;
      const setting = await getRuleSettingForUpdate(tx, { districtId, id: call.settingId });
      if (!setting) throw new Refusal("not_found");
      const decision = decideRuleSetting(setting, call.move, actor);
      if (!decision.ok) throw new Refusal(decision.refusal);
      await updateRuleSettingDecided(tx, { districtId, id: setting.id, state: decision.to, by: actor, at: now });
      await record({ organisationId: districtId }, tell(setting));
    },
    withoutResult,
  );
}

function dataOf({ rule, ruleVersion, effect, holdsFrom }: RuleSetting) {
  return { rule, ruleVersion, effect, holdsFrom };
}
