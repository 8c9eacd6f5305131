import { useLocale, useMessages, useTranslations } from "next-intl";
import { useCallback } from "react";
import { describeFinding } from "@/lib/domain/check/describe-finding";
import type { Finding } from "@/lib/domain/check/finding";
import { findingInLanguage, inLanguage } from "@/lib/formats/finding-words";
import { readLocale } from "@/lib/i18n/locale";
import type { Messages } from "@/lib/i18n/messages";

type FindingKey = `findings.${keyof Messages["checks"]["findings"]}`;

/** Says a finding as one plain sentence in the reader's language. On the client it needs the `checks` messages. */
export function useFindingText(): (finding: Finding) => string {
  const t = useTranslations("checks");
  const locale = readLocale(useLocale());
  const sentences = useMessages().checks.findings;
  return useCallback(
    (finding) => {
      const isKnown = (key: string): key is FindingKey => key.replace(/^findings\./, "") in sentences;
      return describeFinding(findingInLanguage(finding, locale), (key, values) =>
        isKnown(key) ? t(key, values) : finding.rule,
      );
    },
    [t, sentences, locale],
  );
}

/** Says what a rule names, such as a place or a term of its arithmetic, in the reader's language. */
export function useRuleWords(): (words: string) => string {
  const locale = readLocale(useLocale());
  return useCallback((words) => inLanguage(words, locale), [locale]);
}
