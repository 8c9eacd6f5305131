import { agrees } from "@/lib/domain/check/compare-stated";
import type { Check, CheckSubject, Finding } from "@/lib/domain/check/finding";
import { flowQuantity, type Quantity, quantityValue } from "@/lib/domain/check/narrative/quantity";
import { isShare, type ReadNumber, readNarrative } from "@/lib/domain/check/narrative/read-narrative";
import { newFinding } from "@/lib/domain/check/new-finding";
import {
  compareDecimals,
  type DecimalText,
  divideDecimals,
  multiplyDecimals,
  subtractDecimals,
} from "@/lib/domain/figure";

/** Two numbers whose ratio the percentage may be; `label` shows the division. */
type Ratio = { part: DecimalText; whole: DecimalText; label: string };

const GROWTH = /(?:同比|(?:较|比|与)(?:上年|上一年|去年|20\d\d年)(?:度|同期)?(?:相比)?)/u;
const RISE = /增长|上升|增加|提高|增幅|上涨|递增|多了?$/u;
const FALL = /下降|减少|降低|降幅|下滑|递减|少了?$/u;
/** Shares of something that the report does not know: the city's, all localities', those of the same time. */
const FOREIGN_WHOLE = /占(?:全[国省市县区镇]|同期|本省|本市|各)/u;

/** A percentage in the text equals its ratio. */
export const narrPercent: Check = {
  rule: "NARR-PERCENT",
  source: "arithmetic",
  formats: null,
  check: (subject) => {
    const { numbers } = readNarrative(subject);
    return numbers.flatMap((share, index) => {
      if (share.mention.unit !== "%") return [];
      const earlier = numbers.slice(Math.max(0, index - 40), index).filter((number) => isNear(number, share));
      const before = wordsBefore(share, earlier);
      const ratios = GROWTH.test(before)
        ? growthRatios(subject, share, earlier, before)
        : shareRatios(subject, share, earlier, before);
      return judge(share, ratios) ?? [];
    });
  },
};

/** In the same paragraph, the same sentence or one of the two before. */
function isNear(number: ReadNumber, share: ReadNumber): boolean {
  if (number.text !== share.text) return false;
  const between = number.text.text.slice(number.mention.end, share.mention.start);
  return !between.includes("\n") && (between.match(/[。！？]/gu)?.length ?? 0) <= 2;
}

/** The share's own words, with those of the comparison that it goes on from: 较上年增加15件，增长27.3%. */
function wordsBefore(share: ReadNumber, earlier: readonly ReadNumber[]): string {
  const own = share.clause.before;
  const last = earlier.findLast((number) => !isShare(number.mention) && number.sentence === share.sentence);
  if (last && GROWTH.test(last.clause.before) && (RISE.test(own) || FALL.test(own)))
    return `${last.clause.before}${own}`;
  // 占223项的75.3%: the words before the whole are the share's.
  if (last && /^占/u.test(last.clause.before) && /^的/u.test(own)) return `${last.clause.before}${own}`;
  return own;
}

function growthRatios(
  subject: CheckSubject,
  share: ReadNumber,
  earlier: readonly ReadNumber[],
  before: string,
): Ratio[] {
  const sentence = earlier.filter((number) => number.sentence === share.sentence && !isShare(number.mention));
  const isFall = FALL.test(before);
  if (!isFall && !RISE.test(before)) return [];
  const current = sentence.findLast((number) => number.meaning);
  if (!current?.meaning) return [];
  const previous = subject.previous;
  if (!previous || previous.year !== subject.year - 1) return [];
  return current.meaning.accepted.flatMap((quantity): Ratio[] => {
    const now = quantityValue(quantity, subject.figures);
    const then = quantityValue(quantity, previous.figures);
    // A number that differs from its table has its own finding.
    if (now === null || then === null || !agrees(current.mention, now)) return [];
    const difference = isFall ? subtractDecimals(then, now) : subtractDecimals(now, then);
    const label = isFall ? `(${then} − ${now}) ÷ ${then}` : `(${now} − ${then}) ÷ ${then}`;
    return [{ part: difference, whole: then, label }];
  });
}

function shareRatios(
  subject: CheckSubject,
  share: ReadNumber,
  earlier: readonly ReadNumber[],
  before: string,
): Ratio[] {
  if (!/占/u.test(before) || FOREIGN_WHOLE.test(before)) return [];
  const counts = earlier.filter((number) => !isShare(number.mention) && number.mention.exactness === "exact");
  const last = counts.at(-1);
  if (!last || last.sentence !== share.sentence) return [];
  // 占70件的48.6%: the whole is told in the same breath.
  const isTold = /占[^，。]*$/u.test(last.clause.before);
  const part = isTold ? counts.at(-2) : last;
  if (!part || part.sentence !== share.sentence || isWrong(subject, part)) return [];
  const ratio = (whole: DecimalText): Ratio => {
    return { part: part.mention.value, whole, label: `${part.mention.value} ÷ ${whole}` };
  };
  if (isTold) return [ratio(last.mention.value)];

  const told = counts
    .slice(0, counts.indexOf(part))
    .filter(
      (number) =>
        number.mention.unit === part.mention.unit && compareDecimals(number.mention.value, part.mention.value) >= 0,
    );
  const isOfRequests = (number: ReadNumber) =>
    number.meaning?.accepted.some((quantity) => quantity.cells[0]?.startsWith("requests."));
  const wholes = told.filter((number) => isWhole(number) || isOfRequests(number));
  if (part.meaning && isOfRequests(part)) {
    const flows = (["received", "handled", "concluded"] as const)
      .map((flow) => flowQuantity(subject.format, flow, ["total"]))
      .filter((quantity): quantity is Quantity => quantity !== null)
      .flatMap((quantity) => quantityValue(quantity, subject.figures) ?? []);
    if (flows.length < 3) return [];
    return [...told.map((number) => number.mention.value), ...flows].map(ratio);
  }
  return wholes.length === 0 ? [] : told.map((number) => ratio(number.mention.value));
}

/** Said to be all of something: 共…, or a number that 其中 follows. */
function isWhole(number: ReadNumber): boolean {
  const after = number.text.text.slice(number.mention.end, number.mention.end + 24);
  return /共|总/u.test(number.clause.before) || /^[^。]{0,12}[，,。；（(]\s*其中/u.test(after);
}

function isWrong(subject: CheckSubject, number: ReadNumber): boolean {
  if (!number.meaning) return false;
  return !number.meaning.accepted.some((quantity) => {
    const value = quantityValue(quantity, subject.figures);
    return value === null || agrees(number.mention, value);
  });
}

/** Right for one of the ratios, or else told by the closest: one unit of the last place is a warning, more an error. */
function judge(share: ReadNumber, ratios: readonly Ratio[]): Finding | null {
  const { mention, text } = share;
  const decimals = mention.step.includes(".") ? mention.step.length - 2 : 0;
  const judged = ratios.flatMap((ratio) => {
    const percent = divideDecimals(multiplyDecimals(ratio.part, "100"), ratio.whole, decimals);
    if (percent === null) return [];
    return [{ ratio, percent, distance: subtractDecimals(mention.value, percent).replace("-", "") }];
  });
  const closest = judged.toSorted((left, right) => compareDecimals(left.distance, right.distance))[0];
  if (!closest || compareDecimals(closest.distance, "0") === 0) return null;
  if (mention.exactness !== "exact" && agrees(mention, closest.percent)) return null;
  const isRounding = compareDecimals(closest.distance, mention.step) <= 0;
  if (isRounding && mention.exactness !== "exact") return null;
  const quote = text.text.slice(share.clause.start, mention.end).replace(/^[\s，,；;、（(]+/u, "");
  return newFinding({
    rule: "NARR-PERCENT",
    severity: isRounding ? "warning" : "error",
    sectionId: text.sectionId,
    text: { headingKey: text.headingKey, start: mention.end - quote.length, end: mention.end, quote },
    expected: `${closest.percent}%`,
    actual: `${mention.value}%`,
    messageKey: isRounding ? "percent_rounded_otherwise" : "percent_differs",
    values: { quote, expected: closest.percent, arithmetic: closest.ratio.label },
    terms: [{ label: closest.ratio.label, value: `${closest.percent}%` }],
  });
}
