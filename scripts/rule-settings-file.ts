import { readFileSync } from "node:fs";
import { z } from "zod";
import { RULE_EFFECTS, RULE_IDS, type RuleInForce } from "@/lib/domain/check/finding";
import { versionOfRule } from "@/lib/domain/rule-setting";

const RuleSettingsFileSchema = z.strictObject({
  schema: z.literal("nianbao.rule-settings/1"),
  settings: z.array(
    z.strictObject({
      rule: z.enum(RULE_IDS),
      version: z.int().min(1),
      effect: z.enum(RULE_EFFECTS),
      reason: z.string().trim().min(1),
      proposed_by: z.string().trim().min(1).optional(),
      decided_by: z.string().trim().min(1),
      since: z.iso.date(),
    }),
  ),
});

/**
 * What an office decided of rules, from a file that it keeps beside its reports: each with its reason, who confirmed it and
 * the day. A decision is about the version of then: of a rule that was mended since it says nothing. Null where the file
 * cannot be read as such.
 */
export function readRuleSettings(path: string): RuleInForce[] | null {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
  const read = RuleSettingsFileSchema.safeParse(content);
  if (!read.success) return null;
  return read.data.settings
    .filter(({ rule, version, effect }) => effect !== "standard" && versionOfRule(rule) === version)
    .map(({ rule, effect, reason, proposed_by: proposedBy = null, decided_by: decidedBy, since }) => {
      return { rule, effect, reason, proposedBy, decidedBy, since };
    });
}
