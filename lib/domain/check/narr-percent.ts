import { askedOfCompared } from "@/lib/domain/check/ask-about-compared";
import { agrees } from "@/lib/domain/check/compare-stated";
import type { Check, CheckSubject, Finding } from "@/lib/domain/check/finding";
import { knownFigures } from "@/lib/domain/check/known-figures";
import { isShare } from "@/lib/domain/check/narrative/number-words";
import { flowQuantity, quantityValue, requestQuantity } from "@/lib/domain/check/narrative/quantity";
import { readNarrative } from "@/lib/domain/check/narrative/read-narrative";
import type { ReadNumber } from "@/lib/domain/check/narrative/reading";
import { GROUPS_OF_OUTCOMES } from "@/lib/domain/check/narrative/request-words";
import { newFinding } from "@/lib/domain/check/new-finding";
import { FALL, GROWTH, growthRatios, RISE } from "@/lib/domain/check/ratios-of-growth";
import { isRight, type Ratio, shareRatios } from "@/lib/domain/check/ratios-of-shares";
import { isSlipOfShare } from "@/lib/domain/check/slip";
import { addDecimals, compareDecimals, divideDecimals, multiplyDecimals, subtractDecimals } from "@/lib/domain/decimal";
import type { DecimalText } from "@/lib/domain/figure";

/** A percentage in the text equals its ratio. */
export const narrPercent: Check = {
  rule: "NARR-PERCENT",
  version: 4,
  severity: "error",
  holdsFrom: "2019-11-23",
  source: "arithmetic",
  formats: null,
  check: (subject) => {
    const { numbers } = readNarrative(subject);
    const said = numbers.flatMap((share, index) => {
      if (share.mention.unit !== "%") return [];
      const earlier = numbers.slice(Math.max(0, index - 40), index).filter((number) => isNear(number, share));
      const before = wordsBefore(share, earlier);
      if (isRatioBeside(subject, share, numbers)) return [];
      if (GROWTH.test(before)) return judge(share, growthRatios(subject, share, earlier, before)) ?? [];
      const last = earlier.findLast((number) => !isShare(number.mention));
      if (BARE_GROWTH.test(before) && last?.sentence === share.sentence && last.meaning) {
        // 行政许可18467件，增长8.3%: most likely than the year before.
        const likely = growthRatios(subject, share, [last], `同比${before}`).map((ratio) => ({
          ...ratio,
          isLikely: true,
        }));
        return judge(share, likely) ?? [];
      }
      return judge(share, shareRatios(subject, share, earlier, before)) ?? [];
    });
    return [...said, ...askedOfCompared(subject, "NARR-PERCENT", said)];
  },
};

/** 43件和14件，合占36.8%; 共14件，上年10件，增长40%: right of numbers that stand right before it, whatever else they are. */
function isRatioBeside(subject: CheckSubject, share: ReadNumber, numbers: readonly ReadNumber[]): boolean {
  const { mention } = share;
  const counts = numbers
    .filter((number) => number.sentence === share.sentence && number.mention.start < mention.start)
    .filter((number) => !isShare(number.mention) && isRight(subject, number))
    .slice(-BESIDE)
    .map((number) => number.mention.value);
  const sums = counts.flatMap((_, from) => (counts.length - from < 2 ? [] : [addDecimals(counts.slice(from))]));
  const decimals = mention.step.includes(".") ? mention.step.length - 2 : 0;
  const is = (part: DecimalText, whole: DecimalText) => {
    const percent = divideDecimals(multiplyDecimals(part, "100"), whole, decimals)?.replace("-", "");
    return percent !== undefined && compareDecimals(percent, mention.value) === 0;
  };
  const wholes = [...counts, ...sharedWholes(subject, share)];
  const isGrowth = counts.some((now) => counts.some((then) => now !== then && is(subtractDecimals(now, then), then)));
  return isGrowth || [...sums, ...counts].some((part) => wholes.some((whole) => part !== whole && is(part, whole)));
}

const BESIDE = 3;

/** What a share in the sentence may be of: the flows, and the groups of outcomes that it names. */
function sharedWholes(subject: CheckSubject, { text, sentence, mention }: ReadNumber): DecimalText[] {
  const words = text.text.slice(sentence.start, mention.start);
  const named = GROUPS.flatMap(([word, rows]) => (word.test(words) ? [rows] : []));
  const quantities = [
    ...(["received", "handled", "concluded"] as const).map((flow) => flowQuantity(subject.format, flow, ["total"])),
    ...named.map((rows) => requestQuantity(subject.format, rows, ["total"])),
  ];
  return quantities.flatMap((quantity) => (quantity && quantityValue(quantity, knownFigures(subject))) ?? []);
}

const GROUPS = ["不予公开", "无法提供", "不予处理", "其他处理"].map(
  (word, index) => [new RegExp(word, "u"), GROUPS_OF_OUTCOMES[index] ?? []] as const,
);

const BARE_GROWTH = /^(?:增长|上升|增加|下降|减少|降低|升幅|增幅|降幅)/u;

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
  if (last?.comparison && (RISE.test(own) || FALL.test(own))) return `同比${own}`;
  // 2019年收到60件，2020年收到52件，下降13.3%: two years are told beside each other.
  const isBare = BARE_GROWTH.test(own);
  const isTold = earlier.some(
    (number) =>
      number.sentence === share.sentence &&
      (number.comparison?.kind === "then" || /(?:19|20)\d\d年/u.test(number.clause.before)),
  );
  if (isBare && isTold) return `同比${own}`;
  // 与2021年相比，申请量增长18.3%: the year is told in the clause before.
  if (share.isCompared && (RISE.test(own) || FALL.test(own))) return `同比${own}`;
  // 予以公开比例最高，为36.4%: the clause before says of what.
  const lead = /^(?:约|达到?|为|是|有)*$/u.test(own) ? clauseBefore(share) : "";
  if (/(?:比例|比重|占比)(?:最高|最大|最低|次之|居首|第一)?[，,]$/u.test(lead)) return `${lead.slice(0, -1)}为`;
  // 占223项的75.3%: the words before the whole are the share's.
  if (last && /^占/u.test(last.clause.before) && /^的/u.test(own)) return `${last.clause.before}${own}`;
  return own;
}

/** The text of the clause before the share's own, with the comma behind it. */
function clauseBefore({ text, clause }: ReadNumber): string {
  return /[^，,；;。：:]*[，,]$/u.exec(text.text.slice(Math.max(0, clause.start - 40), clause.start + 1))?.[0] ?? "";
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
  if (judged.some(({ distance }) => distance === "0")) return null;
  // Of a ratio that may not be meant, only a slip of the number is asked about.
  const closest = judged
    .filter(({ ratio, percent }) => !ratio.isLikely || isSlipOfShare(mention.value, percent))
    .toSorted((left, right) => compareDecimals(left.distance, right.distance))[0];
  if (!closest || compareDecimals(closest.distance, "0") === 0) return null;
  if (mention.exactness !== "exact" && isAbout(mention, closest.percent, closest.distance)) return null;
  const { isLikely = false } = closest.ratio;
  const isRounding = compareDecimals(closest.distance, mention.step) <= 0;
  if (isRounding && mention.exactness !== "exact") return null;
  const quote = text.text.slice(share.clause.start, mention.end).replace(/^[\s，,；;、（(]+/u, "");
  return newFinding({
    rule: "NARR-PERCENT",
    severity: isRounding || isLikely ? "warning" : "error",
    sectionId: text.sectionId,
    text: { headingKey: text.headingKey, start: mention.end - quote.length, end: mention.end, quote },
    expected: `${closest.percent}%`,
    actual: `${mention.value}%`,
    messageKey: isRounding ? "percent_rounded_otherwise" : "percent_differs",
    values: { quote, expected: closest.percent, arithmetic: closest.ratio.label },
    terms: [{ label: closest.ratio.label, value: `${closest.percent}%` }],
  });
}

/** 约87% is no 79%: what is approximate of a share is its last digit, not a tenth of it. */
function isAbout(mention: ReadNumber["mention"], percent: string, distance: string): boolean {
  const isRound = compareDecimals(mention.step, "1") === 0 && mention.value.endsWith("0");
  return agrees(mention, percent) && compareDecimals(distance, isRound ? "5" : "2") <= 0;
}
