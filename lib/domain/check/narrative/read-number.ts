import type { Clause } from "@/lib/domain/check/narrative/clauses";
import {
  type Comparison,
  isYearAlone,
  readComparison,
  withoutComparison,
  withoutLastYear,
} from "@/lib/domain/check/narrative/comparison";
import { type Context, notePlaceAndTime } from "@/lib/domain/check/narrative/context";
import { eitherOf, type Meaning } from "@/lib/domain/check/narrative/meaning";
import { isComparison, isShare } from "@/lib/domain/check/narrative/number-words";
import {
  flowsOf,
  has,
  hasHead,
  joinPhrases,
  type Phrase,
  readPhrase,
  topicsOf,
} from "@/lib/domain/check/narrative/phrase";
import { type ReadShare, readShare } from "@/lib/domain/check/narrative/read-share";
import type { Reporter } from "@/lib/domain/check/narrative/reporter";
import { isChangeOfItems } from "@/lib/domain/check/narrative/resolve-active";
import { resolvePhrase } from "@/lib/domain/check/narrative/resolve-phrase";
import { isCase } from "@/lib/domain/check/narrative/tag";

/** What was made of a number and the words beside it. */
export type ReadClause = {
  meaning: Meaning | null;
  /** What it says of the year before, where it says that rather than something of this one. */
  comparison: Comparison | null;
  /** Of a percentage: what its own words say of it. */
  share: ReadShare | null;
  phrase: Phrase;
};

/** The words before a number speak first; those after it only where the ones before do not name what is counted. */
export function readNumberClause(
  clause: Extract<Clause, { kind: "number" }>,
  pending: Phrase | null,
  state: Context,
  reporter: Reporter,
): ReadClause {
  const words = withoutLastYear(clause.before, reporter.year);
  const before = readPhrase(words, reporter);
  const tied = (phrase: Phrase, meaning: Meaning | null): ReadClause => ({
    // 3起未作出复议决定: what has not happened is not what the topic counts.
    meaning: has(phrase, "none") && topicsOf(phrase).some(isCase) && clause.mention.value !== "0" ? null : meaning,
    comparison: null,
    share: null,
    phrase,
  });
  if (isShare(clause.mention)) {
    // 比上年增长19.9%，其中自然人申请增加63件: what follows is compared, too.
    withoutComparison(clause.before, state, reporter.year);
    return { ...tied(before, null), share: readShare(clause.before, pending, state, reporter) };
  }
  const { unit } = clause.mention;
  const isAlone = isLastYearAlone(clause.before, reporter.year) && state.counted.length > 0;
  // 与上年相比，复议案件多51件.
  const isMoreThanLast = state.isCompared && /(?:[多少]办?|净增|净减)了?$/u.test(clause.before);
  if (
    (isAlone || isComparison(clause.before) || FROM.test(clause.before) || isMoreThanLast) &&
    !isChangeOfItems(before, unit, state)
  ) {
    const read = readComparison(clause, pending, state, reporter);
    // 由2023年的418件上升至501件: where the count has come to is this year again.
    if (read?.now) state.time = "this";
    if (read) return { ...tied(before, read.now), comparison: read.comparison };
    if (isComparison(words) || FROM.test(words)) return tied(before, null);
  }
  notePlaceAndTime(clause.before, before, state, reporter.year);
  const after = readPhrase(clause.after, reporter);
  const namesIt = ["request", "outcome", "topic", "money", "projects", "column", "publish"].some((kind) =>
    has(before, kind as "request"),
  );
  const isOfCases = has(before, "disclosure") && isCase(state.topic);
  // 申请中有144件结转到下一年度: the verb behind says which.
  const isOfWhich = /^的?申请(?:件|事项)?(?:中|里|当中)有?$/u.test(words.trim()) && flowsOf(after).length > 0;
  const isCarried = flowsOf(before).some((flow) => flow.startsWith("carried_"));
  if (!isOfWhich && (namesIt || isCarried || isOfCases)) {
    const own = resolvePhrase(before, unit, state);
    // 由于本机关不掌握，无法提供13件: the reason is told before, and the number may be of it alone.
    const reason = pending && has(pending, "outcome") && has(before, "outcome") ? joinPhrases(pending, before) : null;
    return tied(before, reason ? eitherOf(own, resolvePhrase(reason, unit, state)) : own);
  }
  if (!isOfWhich && (hasHead(before) || before.residue !== "")) {
    const isNounOnly = clause.isFollowed || GOES_ON.test(clause.after);
    const whole = joinPhrases(before, isNounOnly ? nounOf(after) : after);
    return tied(whole, resolvePhrase(whole, unit, state));
  }
  if (hasHead(after)) {
    const whole = joinPhrases(before, after);
    return tied(whole, clause.isFollowed ? null : resolvePhrase(whole, unit, state));
  }
  if (pending && after.residue === "" && !has(pending, "none") && !ADDS_UP.test(clause.before)) {
    const whole = joinPhrases(pending, before);
    return tied(whole, resolvePhrase(whole, unit, state));
  }
  const joined = joinPhrases(before, after);
  // 去年为12件，今年为18件: the year alone is new.
  const last = state.counted.at(-1);
  const isOnlyYear = last?.unit === unit && isYearAlone(clause.before, reporter.year);
  // 18652.37万元，即1.87亿元: the same sum again.
  const isSameSum = last !== undefined && unit.endsWith("元") && last.unit.endsWith("元") && AGAIN.test(clause.before);
  return tied(joined, isOnlyYear || isSameSum ? last.meaning : null);
}

/** 收到77件（2019年62件）: the same count, a year before. */
function isLastYearAlone(words: string, year: number): boolean {
  return new RegExp(`^(?:而|其中)?(?:上一?年|去年|${year - 1}年)(?:度|全年|同期)*(?:为|是)?$`, "u").test(words.trim());
}

const AGAIN = /^(?:即|合|折合|约合)(?:人民币)?$/u;

/** 由29件增至34件. */
const FROM = /(?:由|从)(?:(?:上一?年|去年|20\d\d年)度?的)?$/u;

/** 三项合计145件 adds up what was listed, whatever the words before it speak of. */
const ADDS_UP = /[两二三四五](?:项|类|者|部分)/u;

/** 办结的70件申请进行分析: after the noun the sentence goes on with something else. */
const GOES_ON = /申请(?:事项|件)?(?:中|里|当中|均|全部|都|已|进行|后|涉及|主要|集中|由|来自|的内容)/u;

/** 收到的70件申请中办结69件: the noun belongs to the number before it, the verb to the one behind. */
function nounOf(after: Phrase): Phrase {
  const [first] = after.words;
  return first?.tag.kind === "request" ? { words: [first], residue: "" } : { words: [], residue: "" };
}
