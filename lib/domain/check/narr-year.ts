import { askedOfCompared } from "@/lib/domain/check/ask-about-compared";
import { agrees } from "@/lib/domain/check/compare-stated";
import type { Check, CheckSubject, Finding } from "@/lib/domain/check/finding";
import { knownFigures } from "@/lib/domain/check/known-figures";
import type { Comparison } from "@/lib/domain/check/narrative/comparison";
import { type Quantity, quantityValue } from "@/lib/domain/check/narrative/quantity";
import { readNarrative } from "@/lib/domain/check/narrative/read-narrative";
import type { ReadNumber } from "@/lib/domain/check/narrative/reading";
import { newFinding } from "@/lib/domain/check/new-finding";
import { isRight } from "@/lib/domain/check/ratios-of-shares";
import { isOneApart, isSlip } from "@/lib/domain/check/slip";
import { inTableUnit, quoteOf } from "@/lib/domain/check/stated-number";
import { compareDecimals, subtractDecimals } from "@/lib/domain/decimal";
import type { DecimalText } from "@/lib/domain/figure";

/** What the text says of the year before agrees with last year's published report. */
export const narrYear: Check = {
  rule: "NARR-YEAR",
  version: 4,
  severity: "error",
  holdsFrom: "2019-11-23",
  source: "国办公开办函〔2021〕30号 数据统得出、报得准、可核查",
  formats: null,
  check: (subject) => {
    const { numbers } = readNarrative(subject);
    const said = numbers.flatMap((number, index) => {
      const { comparison } = number;
      if (!comparison) return [];
      const isLikely = comparison.of.some((meaning) => meaning.isLikely);
      const isClose = comparison.of.every((meaning) => !meaning.isLikely || meaning.isClose === true);
      const pairs = pairsOf(subject, comparison, toldBefore(numbers, index));
      const held = (found: Finding | null) => (isLikely ? askedAbout(found, isClose) : (found ?? []));
      if (comparison.kind === "then") return held(checkThen(subject, number, pairs));
      // A count of this year that differs from its own table has its own finding.
      const isOwnWrong = numbers
        .slice(Math.max(0, index - LONGEST_SENTENCE), index)
        .some((one) => one.sentence === number.sentence && isCompared(comparison, one) && !isRight(subject, one));
      return isOwnWrong ? [] : held(checkChange(number, pairs));
    });
    return [...said, ...askedOfCompared(subject, "NARR-YEAR", said)];
  },
};

/** What may not be meant is asked about only where the number is a slip away from it. */
function askedAbout(found: Finding | null, isClose: boolean): Finding[] {
  if (!found?.expected || !found.actual) return [];
  const expected = found.expected.replace("-", "");
  if (!isSlip(found.actual, expected) && !(isClose && isOneApart(found.actual, expected))) return [];
  return [newFinding({ ...found, severity: "warning" })];
}

/** No sentence has more numbers that may be compared. */
const LONGEST_SENTENCE = 40;

function isCompared({ of }: Comparison, { meaning }: ReadNumber): boolean {
  return meaning !== null && of.includes(meaning);
}

/** A quantity in both years; null is not known. `told` is last year's count as the sentence itself tells it. */
type Pair = { quantity: Quantity; now: DecimalText | null; lastYear: DecimalText | null; told: DecimalText | null };

function pairsOf(subject: CheckSubject, { of }: Comparison, told: DecimalText | null): Pair[] {
  const { previous } = subject;
  const figures = previous?.year === subject.year - 1 ? previous.figures : null;
  // 办理 may have been said of what was received last year, or of what was concluded.
  const quantities = of.flatMap(({ accepted, others, isLoose }) => [...accepted, ...(isLoose ? others : [])]);
  return quantities.map((quantity) => ({
    quantity,
    now: quantityValue(quantity, knownFigures(subject)),
    lastYear: figures && quantityValue(quantity, figures),
    told,
  }));
}

/** 较上年的11件增加7件: the sentence tells what is compared with. */
function toldBefore(numbers: readonly ReadNumber[], index: number): DecimalText | null {
  const before = numbers[index - 1];
  const isTold = before?.comparison?.kind === "then" && before.sentence === numbers[index]?.sentence;
  return isTold && before.mention.exactness === "exact" ? before.mention.value : null;
}

function checkThen(subject: CheckSubject, number: ReadNumber, pairs: readonly Pair[]): Finding | null {
  const stated = inTableUnit(number.mention);
  const [main] = pairs;
  // Text whose own tables are not at hand, such as the office's of the whole district, is not held against last year's.
  if (!subject.previous || !main?.lastYear || pairs.some(({ now, lastYear }) => now === null || lastYear === null))
    return null;
  if (pairs.some(({ lastYear }) => lastYear !== null && agrees(stated, lastYear))) return null;
  if (number.comparison?.mayBeNow && pairs.some(({ now }) => now === null || agrees(stated, now))) return null;
  return finding(number, main.quantity, main.lastYear, stated.value, "text_differs_from_last_year", {
    year: subject.previous.year,
  });
}

function checkChange(number: ReadNumber, pairs: readonly Pair[]): Finding | null {
  const stated = inTableUnit(number.mention);
  const changeFrom = (now: DecimalText, before: DecimalText) =>
    number.comparison?.kind === "fewer" ? subtractDecimals(before, now) : subtractDecimals(now, before);
  const changes = pairs.flatMap(({ quantity, now, lastYear, told }) => {
    const before = lastYear ?? told;
    if (now === null || before === null) return [];
    const change = changeFrom(now, before);
    return [{ quantity, now, before, change, distance: subtractDecimals(change, stated.value).replace("-", "") }];
  });
  if (changes.length < pairs.length || changes.some(({ change }) => agrees(stated, change))) return null;
  // A wrong count of last year has its own finding; the difference from it is worked out rightly.
  if (pairs.some(({ now, told }) => now !== null && told !== null && agrees(stated, changeFrom(now, told))))
    return null;
  const closest = changes.toSorted((left, right) => compareDecimals(left.distance, right.distance))[0];
  if (!closest) return null;
  const { quantity, now, before, change } = closest;
  const order = compareDecimals(now, before);
  const messageKey = order > 0 ? "text_rose_otherwise" : order < 0 ? "text_fell_otherwise" : "text_did_not_change";
  return finding(number, quantity, change, stated.value, messageKey, { now, before, size: change.replace("-", "") });
}

function finding(
  { text, clause, mention }: ReadNumber,
  { name, cells }: Quantity,
  expected: DecimalText,
  actual: DecimalText,
  messageKey: string,
  values: Readonly<Record<string, string | number>>,
): Finding {
  const quote = quoteOf(text, clause.start, clause.end, mention);
  return newFinding({
    rule: "NARR-YEAR",
    severity: "error",
    sectionId: text.sectionId,
    cells,
    text: { headingKey: text.headingKey, ...quote },
    expected,
    actual,
    messageKey,
    values: { quote: quote.quote, name, expected, ...values },
    terms: [
      { label: `文中“${quote.quote}”`, value: actual },
      { label: name, value: expected },
    ],
  });
}
