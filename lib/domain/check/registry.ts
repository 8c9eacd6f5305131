import { blank } from "@/lib/domain/check/blank";
import { carryYear } from "@/lib/domain/check/carry-year";
import { docStockYear } from "@/lib/domain/check/doc-stock-year";
import { feeReported } from "@/lib/domain/check/fee-reported";
import type { Check, CheckSubject, Finding, RuleEffect, Severity } from "@/lib/domain/check/finding";
import { itemStockYear } from "@/lib/domain/check/item-stock-year";
import { ledgerCount } from "@/lib/domain/check/ledger-count";
import { litSum } from "@/lib/domain/check/lit-sum";
import { narrPercent } from "@/lib/domain/check/narr-percent";
import { narrSum } from "@/lib/domain/check/narr-sum";
import { narrTable } from "@/lib/domain/check/narr-table";
import { narrYear } from "@/lib/domain/check/narr-year";
import { nonNumeric } from "@/lib/domain/check/non-numeric";
import { outlier } from "@/lib/domain/check/outlier";
import { overviewAspectMissing } from "@/lib/domain/check/overview-aspect-missing";
import { overviewLength } from "@/lib/domain/check/overview-length";
import { ownReport } from "@/lib/domain/check/own-report";
import { regulationAuthority } from "@/lib/domain/check/regulation-authority";
import { repeatedText } from "@/lib/domain/check/repeated-text";
import { reqIdentity } from "@/lib/domain/check/req-identity";
import { reqOutcomeSum } from "@/lib/domain/check/req-outcome-sum";
import { reqRowSum } from "@/lib/domain/check/req-row-sum";
import { sameAsLastYear } from "@/lib/domain/check/same-as-last-year";
import { sectionMissing } from "@/lib/domain/check/section-missing";
import { cellsOf } from "@/lib/domain/check/subject-cells";
import { unit } from "@/lib/domain/check/unit";
import { wrongFormatVersion } from "@/lib/domain/check/wrong-format-version";

/** Every rule, in the order in which a reader wants to hear of equal ones. */
export const CHECKS: readonly Check[] = [
  wrongFormatVersion,
  sectionMissing,
  blank,
  nonNumeric,
  unit,
  reqIdentity,
  reqOutcomeSum,
  reqRowSum,
  litSum,
  carryYear,
  itemStockYear,
  docStockYear,
  ownReport,
  ledgerCount,
  narrTable,
  narrSum,
  narrPercent,
  narrYear,
  overviewLength,
  overviewAspectMissing,
  feeReported,
  sameAsLastYear,
  repeatedText,
  outlier,
  regulationAuthority,
];

/** How many rules the subject is held against. */
export function countRules(subject: Pick<CheckSubject, "format" | "year" | "ruleSettings">): number {
  return CHECKS.filter((check) => doesHold(check, subject) && effectOf(check, subject) !== "off").length;
}

/** Whether the rule is made for reports of this form and was there when they were due. */
export function doesHold(check: Check, { format, year }: Pick<CheckSubject, "format" | "year">): boolean {
  return (check.formats === null || check.formats.includes(format.id)) && check.holdsFrom <= `${year + 1}-01-31`;
}

function effectOf({ rule }: Check, { ruleSettings = [] }: Pick<CheckSubject, "ruleSettings">): RuleEffect {
  return ruleSettings.find((setting) => setting.rule === rule)?.effect ?? "standard";
}

/** What the rule finds, told no louder than the office decided. */
function runCheck(check: Check, subject: CheckSubject): Finding[] {
  const effect = effectOf(check, subject);
  if (!doesHold(check, subject) || effect === "off") return [];
  const findings = check.check(subject);
  if (effect === "standard") return findings;
  return findings.map((finding) =>
    SEVERITIES.indexOf(finding.severity) < SEVERITIES.indexOf(effect) ? { ...finding, severity: effect } : finding,
  );
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** What every rule says of the subject: errors first, then in the order of the cells, then of the text. */
export function runChecks(subject: CheckSubject): Finding[] {
  const findings = CHECKS.flatMap((check) => runCheck(check, subject));
  const cellOrder = new Map([...cellsOf(subject.format).keys()].map((key, index) => [key, index]));
  const textOrder = new Map(subject.texts.map((text, index) => [text.headingKey, index]));
  const cellRank = (finding: Finding) => cellOrder.get(finding.cells[0] ?? "") ?? Number.MAX_SAFE_INTEGER;
  const textRank = (finding: Finding) => (finding.text ? (textOrder.get(finding.text.headingKey) ?? 0) : -1);
  const sorted = findings.toSorted(
    (left, right) =>
      SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
      textRank(left) - textRank(right) ||
      (left.text?.start ?? 0) - (right.text?.start ?? 0) ||
      cellRank(left) - cellRank(right),
  );
  return withDistinctIds(sorted);
}

/** The same words can stand twice in a text; each place keeps its own explanation. */
function withDistinctIds(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const times = (seen.get(finding.id) ?? 0) + 1;
    seen.set(finding.id, times);
    return times === 1 ? finding : { ...finding, id: `${finding.id}-${times}` };
  });
}
