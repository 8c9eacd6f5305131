import { describeFinding } from "@/lib/domain/check/describe-finding";
import type { Finding } from "@/lib/domain/check/finding";
import { isExplainable } from "@/lib/domain/explanation";
import { findingInLanguage } from "@/lib/formats/finding-words";
import type { Locale } from "@/lib/i18n/locale";
import { translatorOf } from "@/lib/i18n/translator";

/** Findings with the sentences of the pages, and whether each was explained. */
export async function wordedFindings(
  findings: readonly Finding[],
  explanations: readonly { findingId: string }[],
  locale: Locale,
) {
  const translate = await translatorOf(locale, "checks");
  const explained = new Set(explanations.map(({ findingId }) => findingId));
  return findings.map((finding) => ({
    ...finding,
    message: describeFinding(findingInLanguage(finding, locale), translate),
    isExplained: isExplainable(finding) && explained.has(finding.id),
  }));
}
