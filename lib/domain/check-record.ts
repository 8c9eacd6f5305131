import { z } from "zod";
import { type Finding, RULE_EFFECTS, RULE_OUTCOMES } from "@/lib/domain/check/finding";
import type { RuleResult } from "@/lib/domain/check/rule-results";
import { sortByNeed } from "@/lib/domain/explanation";

/**
 * What a report says of one rule that it was held against. `rule` is any name: a rule that there is no more keeps its
 * place in what was published. Who asked for a decision and who confirmed it is the office's history alone.
 */
export const RuleRecordSchema = z.object({
  rule: z.string(),
  version: z.number().int().positive(),
  severity: z.enum(["error", "warning", "info"]),
  holdsFrom: z.string(),
  outcome: z.enum(RULE_OUTCOMES),
  findings: z.number().int().min(0),
  /** How many of the findings were explained. */
  explained: z.number().int().min(0),
  /** What the office decided of the rule; null where it decided nothing. */
  setting: z.object({ effect: z.enum(RULE_EFFECTS), since: z.string(), reason: z.string() }).nullable(),
});

export type RuleRecord = z.infer<typeof RuleRecordSchema>;

/** The list of checks as a report carries it, also when all is well. */
export function recordChecks(
  results: readonly RuleResult[],
  findings: readonly Finding[],
  explanations: readonly { findingId: string }[],
): RuleRecord[] {
  const { explained } = sortByNeed(findings, new Set(explanations.map(({ findingId }) => findingId)));
  return results.map(({ rule, version, severity, holdsFrom, outcome, findings: count, setting }) => ({
    rule,
    version,
    severity,
    holdsFrom,
    outcome,
    findings: count,
    explained: explained.filter((finding) => finding.rule === rule).length,
    setting: setting && { effect: setting.effect, since: setting.since, reason: setting.reason },
  }));
}
