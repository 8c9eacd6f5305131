import type { CheckedText, Finding } from "@/lib/domain/check/finding";
import { LONGEST_TEXT } from "@/lib/domain/check/narrative/clauses";
import { toHalfWidth } from "@/lib/domain/check/narrative/number-mentions";
import { sumFinding } from "@/lib/domain/check/sum-of-parts";
import { addDecimals, compareDecimals } from "@/lib/domain/decimal";
import { canonicalDecimal, type DecimalText } from "@/lib/domain/figure";

/** Numbers and signs of an equation, each bounded in length so that no text takes long to search. */
const TERM = "(?<![\\d,.])\\d[\\d,]{0,20}(?:\\.\\d{1,10})?(?!\\d)";

const SPACE = "\\s{0,4}";

const SUM = `${TERM}(?:${SPACE}[+＋]${SPACE}${TERM}){1,60}`;

const TOTAL_FIRST = new RegExp(`(${TERM})${SPACE}\\p{Script=Han}{0,3}${SPACE}[=＝（(]${SPACE}(${SUM})`, "gu");

const TOTAL_LAST = new RegExp(`(?<![+＋])(${SUM})${SPACE}[=＝]${SPACE}(${TERM})`, "gu");

/** "380条=152+197+27+4", "403篇（141+262）", "141+262=403". */
export function checkEquations(text: CheckedText): Finding[] {
  const plain = toHalfWidth(text.text.slice(0, LONGEST_TEXT));
  const found = [
    ...[...plain.matchAll(TOTAL_FIRST)].map((match) => ({ match, total: match[1] ?? "", sum: match[2] ?? "" })),
    ...[...plain.matchAll(TOTAL_LAST)].map((match) => ({ match, total: match[2] ?? "", sum: match[1] ?? "" })),
  ];
  return found.flatMap(({ match, total, sum }) => {
    const parts = sum.split(/[+＋]/).map(readTerm);
    const stated = readTerm(total);
    const expected = addDecimals(parts);
    if (compareDecimals(stated, expected) === 0) return [];
    const start = match.index;
    return [sumFinding(text, start, start + match[0].length, stated, expected, parts)];
  });
}

function readTerm(text: string): DecimalText {
  return canonicalDecimal(text.trim().replaceAll(",", ""));
}
