import type { CheckSubject } from "@/lib/domain/check/finding";
import { knownFigures } from "@/lib/domain/check/known-figures";
import { isComparison, isShare } from "@/lib/domain/check/narrative/number-words";
import { type Quantity, quantityValue } from "@/lib/domain/check/narrative/quantity";
import type { ReadNumber } from "@/lib/domain/check/narrative/reading";
import { isRight, type Ratio } from "@/lib/domain/check/ratios-of-shares";
import { compareDecimals, subtractDecimals } from "@/lib/domain/decimal";
import type { DecimalText } from "@/lib/domain/figure";

export const GROWTH = /(?:同比|(?:较|比|与)(?:上年|上一年|去年|20\d\d年)(?:度|同期)?(?:相比|的)?)/u;
export const RISE = /增长|上升|增加|提高|升幅|增幅|上涨|递增|多了?$/u;
export const FALL = /下降|减少|降低|降幅|下滑|递减|少了?$/u;

/** What the percentage may be of: last year's report, and the earlier number or the difference that the sentence tells. */
export function growthRatios(
  subject: CheckSubject,
  share: ReadNumber,
  earlier: readonly ReadNumber[],
  before: string,
): Ratio[] {
  const isFall = FALL.test(before);
  if ((!isFall && !RISE.test(before)) || share.share?.measured === "unknown") return [];
  const sentence = earlier.filter((number) => number.sentence === share.sentence && !isShare(number.mention));
  const tied = sentence.filter((number) => number.meaning);
  const compared = sentence.flatMap((number) => [number.meaning ?? [], number.comparison?.of ?? []].flat());
  const ratio = (now: DecimalText, then: DecimalText): Ratio => {
    const part = isFall ? subtractDecimals(then, now) : subtractDecimals(now, then);
    return { part, whole: then, label: isFall ? `(${then} − ${now}) ÷ ${then}` : `(${now} − ${then}) ÷ ${then}` };
  };
  const { previous } = subject;
  const known = (quantity: Quantity): Ratio[] => {
    if (!previous || previous.year !== subject.year - 1) return [];
    const now = quantityValue(quantity, knownFigures(subject));
    const then = quantityValue(quantity, previous.figures);
    return now === null || then === null ? [] : [ratio(now, then)];
  };
  const measured = share.share?.measured;
  if (measured) {
    return measured.accepted.flatMap(known).map((one) => ({ ...one, isLikely: measured.isLikely === true }));
  }
  // 新收136件，上年结转8件，同比增长18.3%: any of them may be what has grown. One that differs from its table has its own
  // finding, and says nothing here.
  if (tied.some((number) => !isRight(subject, number))) return [];
  return [
    ...toldBefore(sentence, tied.at(-1), isFall).map(([now, then]) => ratio(now, then)),
    ...[...new Set(compared.flatMap(({ accepted }) => accepted))].flatMap(known),
  ];
}

/** 较上年的115件增加21件: last year's number, or the difference from it, as the sentence tells it beside this year's. */
function toldBefore(
  sentence: readonly ReadNumber[],
  current: ReadNumber | undefined,
  isFall: boolean,
): [DecimalText, DecimalText][] {
  if (current?.mention.exactness !== "exact") return [];
  const now = current.mention.value;
  return sentence.flatMap((number): [DecimalText, DecimalText][] => {
    const { before } = number.clause;
    if (number.meaning || number.mention.unit !== current.mention.unit) return [];
    if (!isComparison(before)) return /(?:19|20)\d\d年/u.test(before) ? [[now, number.mention.value]] : [];
    if (!RISE.test(before) && !FALL.test(before)) return [[now, number.mention.value]];
    const then = isFall
      ? subtractDecimals(now, `-${number.mention.value}`)
      : subtractDecimals(now, number.mention.value);
    return compareDecimals(then, "0") > 0 ? [[now, then]] : [];
  });
}
