import type { Check, CheckSubject, Finding } from "@/lib/domain/check/finding";
import { isComparison, isShare } from "@/lib/domain/check/narrative/number-words";
import { readNarrative } from "@/lib/domain/check/narrative/read-narrative";
import type { ReadNumber } from "@/lib/domain/check/narrative/reading";
import { newFinding } from "@/lib/domain/check/new-finding";
import { isRight } from "@/lib/domain/check/ratios-of-shares";
import { closestRun, isPlain, isSameUnit, listFinding } from "@/lib/domain/check/sum-of-parts";
import { addDecimals, compareDecimals, multiplyDecimals, subtractDecimals } from "@/lib/domain/decimal";
import { checkEquations } from "./sum-equations";

/** A total of the text equals the parts listed with it. */
export const narrSum: Check = {
  rule: "NARR-SUM",
  version: 3,
  severity: "error",
  holdsFrom: "2019-11-23",
  source: "arithmetic",
  formats: null,
  check: (subject) => {
    const sentences = groupBySentence(readNarrative(subject).numbers);
    return [
      ...subject.texts.flatMap(checkEquations),
      ...sentences.flatMap((numbers) => [
        ...checkTrailingTotals(numbers),
        ...checkLists(subject, numbers),
        ...checkBrackets(numbers),
      ]),
      ...checkQuotedLists(subject, sentences),
    ];
  },
};

/** No list of prose has more numbers, no bracket more characters. */
const LONGEST_LIST = 40;
/** One sentence is not told of more often. */
const MOST_FINDINGS = 5;
const LONGEST_BRACKET = 600;

/** Words that only add up what was listed before: a verb after them would begin another count. */
const ADDS_UP =
  /^(?:全年|年度|全部|以上|上述)?(?:[两二三四五六七八](?:项|类|者|部分|种情形|种情况|家单位|个单位)?)?(?:共计|合计|总计|总共|一共|共)(?:为|达|达到|是)?$/u;

/** 共计2164件申请. */
const ADDS_NO_MORE = /^(?:的?(?:政府信息公开)?申请)?$/u;

/** "报纸发稿141篇，网络发稿262篇，共计403篇": any run of the numbers just before may be what is added up. */
function checkTrailingTotals(numbers: readonly ReadNumber[]): Finding[] {
  const findings: Finding[] = [];
  for (const [index, total] of numbers.entries()) {
    if (!ADDS_UP.test(total.clause.before.trim()) || !isPlain(total) || !ADDS_NO_MORE.test(total.clause.after.trim()))
      continue;
    const before = numbers.slice(Math.max(0, index - LONGEST_LIST), index).filter((number) => !isShare(number.mention));
    const run = before.slice(before.findLastIndex((number) => !isPlain(number) || !isSameUnit(number, total)) + 1);
    // 维持9件，未审结3件；行政诉讼方面，全年共12件: a clause of its own between them names something else.
    const last = run.at(-1);
    if (last && /[，,；;][^，,；;]{2,}[，,]$/u.test(wordsBetween(last, total))) continue;
    const parts = closestRun(run, total.mention.value);
    if (!parts) continue;
    const values = parts.map((part) => part.mention.value);
    findings.push(listFinding(parts[0] ?? total, total, total, values));
    if (findings.length === MOST_FINDINGS) break;
  }
  return findings;
}

/** From behind one number to the clause of a later one. */
function wordsBetween(left: ReadNumber, right: ReadNumber): string {
  return left.text.text.slice(left.mention.end, right.clause.start);
}

/**
 * "共…66条，其中甲16条，乙36条，其他14条": a list that ends with the rest is complete. One that does not may leave things
 * out: it is asked about where its parts are more than the whole, or so many that they miss it by a hair.
 */
function checkLists(subject: CheckSubject, numbers: readonly ReadNumber[]): Finding[] {
  return numbers.flatMap((whole, index) => {
    const following = numbers
      .slice(index + 1, index + LONGEST_LIST)
      .filter((number) => !isShare(number.mention) && !isComparison(number.clause.before));
    const [first] = following;
    if (!first || !isPlain(whole) || !OPENS_LIST.test(textBetween(whole, first))) return [];
    // What a table knows has its own finding where it is wrong.
    if (whole.meaning && !isRight(subject, whole)) return [];
    const listed = withinList(first, following);
    const end = listed.findIndex((number) => REST.test(number.clause.before));
    const parts = end < 0 ? listed : listed.slice(0, end + 1);
    // 其中 inside the list opens a list of its own, whose numbers are counted already.
    const isNested = parts.slice(1).some((number) => /其中|包括|包含/u.test(number.clause.before));
    if (parts.length < 2 || isNested || parts.some((number) => !isPlain(number) || !isSameUnit(number, whole)))
      return [];
    // Of a list whose parts the tables know, each part is held against its table.
    if (parts.some((number) => number.meaning)) return [];
    return end < 0 || whole.meaning || parts.length < 3 ? askAboutParts(whole, parts) : checkParts(whole, parts);
  });
}

/** 其中甲42条、乙31条；网站受理留言12条: a list whose parts stand between lesser marks ends with the first semicolon. */
function withinList(first: ReadNumber, following: readonly ReadNumber[]): readonly ReadNumber[] {
  const [, second] = following;
  if (!second || /[；;]/u.test(textBetween(first, second))) return following;
  const end = following.findIndex((number) => number !== first && /[；;]/u.test(textBetween(first, number)));
  return end < 0 ? following : following.slice(0, end);
}

/** How many parts a list has at least that means to name them all, and how little it may then miss the whole by. */
const MANY_PARTS = 5;
const HAIR = "0.03";

function askAboutParts(whole: ReadNumber, parts: readonly ReadNumber[]): Finding[] {
  const total = whole.mention.value;
  const difference = subtractDecimals(addDecimals(parts.map((part) => part.mention.value)), total);
  if (difference === "0") return [];
  // Of two channels that one thing may have gone through, only a hair too much is a slip.
  const isOverlap = parts.length === 2 && !whole.meaning;
  const isHair = compareDecimals(difference.replace("-", ""), multiplyDecimals(total, HAIR)) <= 0;
  if (difference.startsWith("-") ? parts.length < MANY_PARTS || !isHair : isOverlap && !isHair) return [];
  return checkParts(whole, parts).map((finding) =>
    newFinding({ ...finding, severity: "warning", messageKey: "text_sum_unsure" }),
  );
}

/** A bracket would close before the list does; 主要包括 does not promise everything. */
const OPENS_LIST = /^[^（(。]{0,12}[，,；;：:]\s*(?:其中|包括|包含|具体)/u;
const REST = /(?:其他|其它|其余)(?!处理|结果|组织|法律|法人|对外)/u;

/** "403篇（报纸141篇、网络262篇）": what stands in brackets after a number takes it apart. */
function checkBrackets(numbers: readonly ReadNumber[]): Finding[] {
  return numbers.flatMap((whole, index) => {
    const { text } = whole.text;
    const following = text.slice(whole.mention.end, whole.mention.end + LONGEST_BRACKET);
    if (!/^\s*[（(]/u.test(following) || !isPlain(whole)) return [];
    const close = following.search(/[）)]/u);
    if (close < 0) return [];
    const inside = text.slice(whole.mention.end, whole.mention.end + close);
    if (/其中|含|包括|如|比|较|同比|主要|[+＋=＝]/u.test(inside)) return [];
    const parts = numbers
      .slice(index + 1, index + LONGEST_LIST)
      .filter((number) => number.mention.end <= whole.mention.end + close && !isShare(number.mention));
    if (
      parts.length < 2 ||
      parts.some((number) => number.meaning) ||
      parts.some((number) => !isPlain(number) || number.mention.unit !== whole.mention.unit)
    )
      return [];
    return checkParts(whole, parts);
  });
}

/** Quoted sentences, one number each, from a total (共…) to the rest (其他…). */
function checkQuotedLists(subject: CheckSubject, sentences: readonly ReadNumber[][]): Finding[] {
  const quotes = sentences.filter(([first]) => first?.text.isExcerpt).map((numbers) => numbers);
  if (!subject.texts.some((text) => text.isExcerpt)) return [];
  return quotes.flatMap((quote, index) => {
    const [whole, second] = quote;
    if (!whole || second || !isPlain(whole) || whole.meaning || !/共|总/u.test(whole.clause.before)) return [];
    const parts: ReadNumber[] = [];
    for (const [part, another] of quotes.slice(index + 1)) {
      if (
        !part ||
        another ||
        !isPlain(part) ||
        part.meaning ||
        !["", "类", whole.mention.unit].includes(part.mention.unit)
      )
        return [];
      parts.push(part);
      if (REST.test(part.clause.before)) return parts.length < 3 ? [] : checkParts(whole, parts);
    }
    return [];
  });
}

function textBetween(left: ReadNumber, right: ReadNumber): string {
  return left.text.text.slice(left.mention.end, right.mention.start);
}

function checkParts(whole: ReadNumber, parts: readonly ReadNumber[]): Finding[] {
  const values = parts.map((part) => part.mention.value);
  if (compareDecimals(addDecimals(values), whole.mention.value) === 0) return [];
  const last = parts.at(-1) ?? whole;
  return [listFinding(whole, last, whole, values)];
}

function groupBySentence(numbers: readonly ReadNumber[]): ReadNumber[][] {
  return [...Map.groupBy(numbers, (number) => number.sentence).values()];
}
