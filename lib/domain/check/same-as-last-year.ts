import type { Check } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { joinedText } from "@/lib/domain/check/subject-texts";

/** Shorter texts are alike by chance. */
const MIN_CHARACTERS = 30;
const LIKENESS = 0.85;

/** Section 五 is not last year's again: the notice asks for it in so many words. */
export const sameAsLastYear: Check = {
  rule: "SAME-AS-LAST-YEAR",
  version: 1,
  severity: "warning",
  holdsFrom: "2019-11-23",
  source: "国办公开办函〔2019〕60号 不得敷衍了事甚至年年雷同",
  formats: null,
  check: (subject) => {
    if (!subject.sections.includes("problems")) return [];
    const now = withoutYears(joinedText(subject, "problems"));
    const before = withoutYears(subject.previous?.texts.problems ?? "");
    if (now.length < MIN_CHARACTERS || before.length < MIN_CHARACTERS) return [];
    const likeness = compareTexts(now, before);
    if (likeness < LIKENESS) return [];
    const percent = String(Math.floor(likeness * 100));
    return [
      newFinding({
        rule: "SAME-AS-LAST-YEAR",
        severity: "warning",
        sectionId: "problems",
        actual: `${percent}%`,
        messageKey: "same_as_last_year",
        values: { year: String(subject.previous?.year ?? ""), percent },
      }),
    ];
  },
};

/** Years, digits and punctuation are what changes in a text that is only copied. */
function withoutYears(text: string): string {
  return text.replace(/[\d\s\p{P}]/gu, "");
}

/** Share of pairs of neighbouring characters that both texts have (Dice): 1 is the same text. */
function compareTexts(left: string, right: string): number {
  const pairs = new Map<string, number>();
  for (let index = 0; index + 1 < left.length; index += 1) {
    const pair = left.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let index = 0; index + 1 < right.length; index += 1) {
    const pair = right.slice(index, index + 2);
    const rest = pairs.get(pair) ?? 0;
    if (rest > 0) {
      shared += 1;
      pairs.set(pair, rest - 1);
    }
  }
  return (2 * shared) / (left.length + right.length - 2);
}
