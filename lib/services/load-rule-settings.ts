import { type Db, withActor } from "@/db/connect";
import { listConfirmedRuleSettings, listRuleSettings } from "@/db/queries/rule-settings";
import type { Actor } from "@/lib/domain/access";
import { dateInShanghai } from "@/lib/domain/office-day";
import type { RuleSetting } from "@/lib/domain/rule-setting";
import type { NoInput } from "@/lib/services/no-input";

/** Loads what was ever decided of the rules, those decisions whose day has come, and the day it is for the office. */
export async function loadRuleSettings(
  db: Db,
  actor: Actor,
  _input: NoInput,
  now: Date,
): Promise<{ settings: RuleSetting[]; confirmed: RuleSetting[]; today: string }> {
  const { districtId } = actor;
  return withActor(db, actor, async (tx) => {
    const [settings, confirmed] = await Promise.all([
      listRuleSettings(tx, { districtId }),
      listConfirmedRuleSettings(tx, { districtId }),
    ]);
    return { settings, confirmed, today: dateInShanghai(now) };
  });
}
