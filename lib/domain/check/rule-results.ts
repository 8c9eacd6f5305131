import type {
  Check,
  CheckSubject,
  Finding,
  RuleId,
  RuleInForce,
  RuleOutcome,
  Severity,
} from "@/lib/domain/check/finding";
import { CHECKS, doesHold } from "@/lib/domain/check/registry";

/** One line of the list of checks: every rule is in it, also when all is well. */
export type RuleResult = {
  rule: RuleId;
  version: number;
  /** How grave its gravest finding may be, whatever it found here. */
  severity: Severity;
  holdsFrom: string;
  source: string;
  outcome: RuleOutcome;
  findings: number;
  /** What the office decided of it, if anything. */
  setting: RuleInForce | null;
};

/** What each rule said of the subject, in the order of the rules. */
export function listRuleResults(subject: CheckSubject, findings: readonly Finding[]): RuleResult[] {
  return CHECKS.map((check) => {
    const own = findings.filter((finding) => finding.rule === check.rule);
    const setting = subject.ruleSettings?.find(({ rule }) => rule === check.rule) ?? null;
    const { rule, version, severity, holdsFrom, source } = check;
    return {
      rule,
      version,
      severity,
      holdsFrom,
      source,
      outcome: outcomeOf(check, subject, own, setting),
      findings: own.length,
      setting,
    };
  });
}

function outcomeOf(
  check: Check,
  subject: CheckSubject,
  findings: readonly Finding[],
  setting: RuleInForce | null,
): RuleOutcome {
  if (!doesHold(check, subject)) return "not_applicable";
  if (setting?.effect === "off") return "off";
  const severities = new Set(findings.map(({ severity }) => severity));
  return (["error", "warning", "info"] as const).find((severity) => severities.has(severity)) ?? "passed";
}
