import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { RULE_EFFECTS, RULE_IDS } from "../../lib/domain/check/finding";
import { RULE_SETTING_STATES } from "../../lib/domain/rule-setting";
import { districtId, moment } from "./columns";

/** What an office decided of a rule of the checks: how loudly it is told, from which day on; never changed once decided. */
export const ruleSettings = pgTable(
  "rule_settings",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    rule: text("rule", { enum: RULE_IDS }).notNull(),
    ruleVersion: integer("rule_version").notNull(),
    effect: text("effect", { enum: RULE_EFFECTS }).notNull(),
    holdsFrom: date("holds_from").notNull(),
    reason: text("reason").notNull(),
    state: text("state", { enum: RULE_SETTING_STATES }).notNull(),
    proposedBy: uuid("proposed_by").notNull(),
    proposedByName: text("proposed_by_name").notNull(),
    proposedAt: moment("proposed_at").notNull(),
    decidedBy: uuid("decided_by"),
    decidedByName: text("decided_by_name"),
    decidedAt: moment("decided_at"),
  },
  (table) => [
    primaryKey({ name: "rule_settings_pkey", columns: [table.districtId, table.id] }),
    index("rule_settings_rule_idx").on(table.districtId, table.rule),
    uniqueIndex("rule_settings_waiting_key").on(table.districtId, table.rule).where(sql`${table.state} = 'proposed'`),
    check(
      "rule_settings_need_second_person",
      sql`(${table.state} = 'proposed') = (${table.decidedBy} is null) and (${table.state} not in ('confirmed', 'declined') or ${table.decidedBy} <> ${table.proposedBy})`,
    ),
  ],
);
