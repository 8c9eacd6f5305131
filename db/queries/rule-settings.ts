import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { ruleSettings } from "@/db/schema";
import type { RuleSetting, RuleSettingState } from "@/lib/domain/rule-setting";

const columns = {
  id: ruleSettings.id,
  rule: ruleSettings.rule,
  ruleVersion: ruleSettings.ruleVersion,
  effect: ruleSettings.effect,
  holdsFrom: ruleSettings.holdsFrom,
  reason: ruleSettings.reason,
  state: ruleSettings.state,
  proposedBy: ruleSettings.proposedBy,
  proposedByName: ruleSettings.proposedByName,
  proposedAt: ruleSettings.proposedAt,
  decidedByName: ruleSettings.decidedByName,
  decidedAt: ruleSettings.decidedAt,
};

/** Every rule setting, newest first. */
export async function listRuleSettings(db: Db, params: { districtId: string }): Promise<RuleSetting[]> {
  return db
    .select(columns)
    .from(ruleSettings)
    .where(eq(ruleSettings.districtId, params.districtId))
    .orderBy(desc(ruleSettings.proposedAt), desc(ruleSettings.id));
}

/** Confirmed rule settings whose first day has come in Asia/Shanghai. */
export async function listConfirmedRuleSettings(db: Db, params: { districtId: string }): Promise<RuleSetting[]> {
  return db
    .select(columns)
    .from(ruleSettings)
    .where(
      and(
        eq(ruleSettings.districtId, params.districtId),
        eq(ruleSettings.state, "confirmed"),
        sql`${ruleSettings.holdsFrom} <= (now() at time zone 'Asia/Shanghai')::date`,
      ),
    );
}

export async function getRuleSettingForUpdate(
  db: Db,
  params: { districtId: string; id: string },
): Promise<RuleSetting | null> {
  const rows = await db
    .select(columns)
    .from(ruleSettings)
    .where(and(eq(ruleSettings.districtId, params.districtId), eq(ruleSettings.id, params.id)))
    .for("update");
  return rows[0] ?? null;
}

/** False where a proposal for the rule waits already. */
export async function insertRuleSetting(
  db: Db,
  row: Omit<RuleSetting, "state" | "decidedByName" | "decidedAt"> & { districtId: string },
): Promise<boolean> {
  const rows = await db
    .insert(ruleSettings)
    .values({ ...row, state: "proposed" })
    .onConflictDoNothing()
    .returning({ id: ruleSettings.id });
  return rows.length > 0;
}

export async function updateRuleSettingDecided(
  db: Db,
  params: {
    districtId: string;
    id: string;
    state: RuleSettingState;
    by: { userId: string; name: string };
    at: Date;
  },
): Promise<void> {
  await db
    .update(ruleSettings)
    .set({ state: params.state, decidedBy: params.by.userId, decidedByName: params.by.name, decidedAt: params.at })
    .where(and(eq(ruleSettings.districtId, params.districtId), eq(ruleSettings.id, params.id)));
}
