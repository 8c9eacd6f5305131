import type { Context } from "@/lib/domain/check/narrative/context";
import type { Meaning } from "@/lib/domain/check/narrative/meaning";
import { has, hasHead, type Phrase, readPhrase } from "@/lib/domain/check/narrative/phrase";
import { type Rate, readRate } from "@/lib/domain/check/narrative/rates";
import { readWords } from "@/lib/domain/check/narrative/read-frame";
import type { Reporter } from "@/lib/domain/check/narrative/reporter";
import { resolvePhrase } from "@/lib/domain/check/narrative/resolve-phrase";

/** What the words before a percentage say of it. */
export type ReadShare = {
  /** What has a share or has grown; null where that was counted before. */
  measured: Meaning | "unknown" | null;
  /** What it is a share of, where that is one of the outcomes: 占不予处理总量的80%. */
  whole: Meaning | null;
  /** A rate with a name of its own: 办结率. */
  rate: Rate | null;
  /** How many of the numbers just before have the share together: 两项占80%. */
  together: number;
};

/**
 * What a number that is a share is a share of, read from the words before it: the measured part, the whole, a growth
 * rate, or several shares told together.
 */
export function readShare(words: string, pending: Phrase | null, state: Context, reporter: Reporter): ReadShare {
  const rate = readRate(words, (own) => readPhrase(own, reporter), state);
  const whole = readWhole(words, state, reporter);
  const together = readTogether(words);
  const measured = rate || together > 1 ? null : readMeasured(words, pending, state, reporter, whole);
  return { measured, whole, rate, together };
}

const NAMED_WHOLE = /占(?:全部|所有|全年|本年度?|总)*(.{2,30}?)(?:总|件)?(?:数|量)?(?:的|比例|比重|约|近|为|达|之)*$/u;

function readWhole(words: string, state: Context, reporter: Reporter): Meaning | null {
  const named = NAMED_WHOLE.exec(words)?.[1];
  if (!named) return null;
  const phrase = readPhrase(named, reporter);
  return has(phrase, "outcome") && !has(phrase, "column") ? resolvePhrase(phrase, "件", state) : null;
}

const COUNTS: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 };
const TOGETHER = /^(?:以上|上述)?([两二三四五])(?:项|类|者|部分|种情形)(?:共计|合计|总计|共|之和|加起来)?占/u;

function readTogether(words: string): number {
  return COUNTS[TOGETHER.exec(words.trim())?.[1] ?? ""] ?? 1;
}

const OF_SHARE =
  /(?:大?约)?(?:所?占(?:比|比例|比重)?|比例|比重)(?:为|是|达|达到)?(?:申请|答复|办结|办理|新收|受理|收到)?(?:总)?(?:数|量|件数)?(?:的)?$/u;
const OF_GROWTH =
  /(?:与|比|较)?(?:上年|上一年|去年|20\d\d年)?(?:度|同期)?(?:相比)?(?:同比)?(?:增长|上升|增加|提高|上涨|递增|下降|减少|降低|下滑|递减|增幅|降幅)了?(?:为|达)?$/u;

/** 公开和部分公开合计占43.0%. */
const ADDED_UP = /(?:两项)?(?:合计|加起来|合起来|相加|之和)$/u;

/** 无法提供的占27.3%, 申请量同比增长18.3%: what the words before the share's own name. */
function readMeasured(
  before: string,
  pending: Phrase | null,
  state: Context,
  reporter: Reporter,
  whole: Meaning | null,
): ReadShare["measured"] {
  const words = before
    .replace(whole ? NAMED_WHOLE : OF_SHARE, "")
    .replace(OF_GROWTH, "")
    .replace(ADDED_UP, "");
  if (words === before) return null;
  const own = readPhrase(words, reporter);
  const phrase = !hasHead(own) && own.residue === "" ? pending : own;
  if (!phrase || (!hasHead(phrase) && phrase.residue === "")) return null;
  return resolvePhrase(phrase, "件", state) ?? readWords(words, "件", state, reporter) ?? "unknown";
}
