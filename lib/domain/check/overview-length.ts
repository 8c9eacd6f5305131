import type { Check } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { fullTexts } from "@/lib/domain/check/subject-texts";

/** Section 一 is, as a rule, no longer than the notice says. */
export const overviewLength: Check = {
  rule: "OVERVIEW-LENGTH",
  version: 1,
  severity: "warning",
  holdsFrom: "2021-09-26",
  source: "国办公开办函〔2021〕30号 总体情况篇幅原则上不超过一千字",
  formats: null,
  check: (subject) => {
    const limit = subject.format.overviewMaxCharacters;
    if (limit === null || !subject.sections.includes("overview")) return [];
    const length = countCharacters(
      fullTexts(subject, "overview")
        .map((text) => text.text)
        .join(""),
    );
    if (length <= limit) return [];
    return [
      newFinding({
        rule: "OVERVIEW-LENGTH",
        severity: "warning",
        sectionId: "overview",
        expected: String(limit),
        actual: String(length),
        messageKey: "overview_too_long",
        values: { limit, length, excess: length - limit },
      }),
    ];
  },
};

/** Characters as a person counts them: punctuation counts, spaces and line ends do not. */
export function countCharacters(text: string): number {
  return [...text.replace(/\s/gu, "")].length;
}
