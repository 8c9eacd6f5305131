import { describeFinding, describePlace } from "@/lib/domain/check/describe-finding";
import { findingInLanguage, inLanguage } from "@/lib/formats/finding-words";
import type { Locale } from "@/lib/i18n/locale";
import { translatorOf } from "@/lib/i18n/translator";
import type { WordedFinding } from "@/lib/render/findings";
import type { CheckedReport } from "@/lib/services/check-up";

/** Each finding of a check-up as one plain sentence with its place. */
export async function wordFindings(
  { findings, format }: Pick<CheckedReport, "findings" | "format">,
  locale: Locale,
): Promise<WordedFinding[]> {
  const translate = await translatorOf(locale, "checks");
  return findings.map((finding) => ({
    rule: finding.rule,
    ruleName: translate(`rules.${finding.rule}`),
    severity: translate(`severity.${finding.severity}`),
    place: inLanguage(describePlace(finding, format), locale),
    message: describeFinding(findingInLanguage(finding, locale), translate),
    expected: finding.expected,
    actual: finding.actual,
    cells: finding.cells,
  }));
}
