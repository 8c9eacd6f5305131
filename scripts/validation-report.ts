import { describeFinding } from "@/lib/domain/check/describe-finding";
import type { Finding } from "@/lib/domain/check/finding";
import type { RuleResult } from "@/lib/domain/check/rule-results";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { findingInLanguage } from "@/lib/formats/finding-words";
import { translatorOf } from "@/lib/i18n/translator";
import type { Options } from "./nianbao-arguments";

type Checked = {
  file: string;
  report: InterchangeReport;
  findings: readonly Finding[];
  rules: readonly RuleResult[];
};

/**
 * What an office files beside its report: every rule with its version and result, also when all is well, and every finding.
 * Described by `docs/validation-report.schema.json`.
 */
export async function validationReport({ locale }: Options, { file, report, findings, rules }: Checked) {
  const translate = await translatorOf(locale, "checks");
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  const { title, year, format, organisation = null } = report;
  return {
    schema: "nianbao.validation/1",
    file,
    report: { title, year, format, organisation },
    counts: { errors: count("error"), warnings: count("warning"), notes: count("info") },
    rules: rules.map((result) => ({
      rule: result.rule,
      name: translate(`rules.${result.rule}`),
      version: result.version,
      severity: result.severity,
      holds_from: result.holdsFrom,
      source: result.source,
      result: result.outcome,
      findings: result.findings,
      setting: result.setting && {
        effect: result.setting.effect,
        reason: result.setting.reason,
        proposed_by: result.setting.proposedBy,
        decided_by: result.setting.decidedBy,
        since: result.setting.since,
      },
    })),
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      cells: finding.cells,
      expected: finding.expected,
      actual: finding.actual,
      message: describeFinding(findingInLanguage(finding, locale), translate),
    })),
  };
}
