import type { CheckSubject } from "@/lib/domain/check/finding";
import { isShare } from "@/lib/domain/check/narrative/number-words";
import type { ReadNumber } from "@/lib/domain/check/narrative/reading";

/**
 * What a number says of the count that its group is of: this year's, the year before's, by how much they differ, by how
 * many percent, the share of a whole in either year, or by how many points that share differs.
 */
export type Role = "now" | "then" | "change" | "growth" | "share" | "share_then" | "points";

export type RoleNumber = { number: ReadNumber; role: Role };

const COUNTS = new Set([..."件宗起例份条部项个", "", "万元", "亿元", "元"]);
const LAST = "(?:上一?年|去年|20\\d\\d年)(?:度|末|底|同期|全年)*";
const JOINS =
  "(?:[则也又均都仅只共才竟已]|分别|反倒|反而|反|还|相应|同比|一年|略|略有|有所|明显|大幅|小幅|各|再|即|约|近)*";
const VERB_UP =
  "增加|增长|增多|上升|上涨|提高|提升|攀升|升高|高出|高|快|多出|多收|多办|多审|增收|净增|净增加|新增|多|增|升|涨";
const VERB_DOWN = "减少|下降|降低|下滑|回落|缩减|压减|减收|净减|净减少|少收|少办|慢|低|少|减|降";
const NOUNS = "(?:数量|总数|总量|件数|案件数?|申请量?|收案|占比|比例|比重|量|数)?";
const BESIDE = `(?:(?:相较于?|相比于?|较之?|比|同|与|和|跟)(?:${LAST}|去年|上年)?(?:相比较?|比较|比|的|水平)*)?`;
const END = "(?:了|出|达到?|约|为|过)*";
const THEN = new RegExp(
  `^${JOINS}(?:(?:由|从|比|较|与|同)?${LAST}(?!\\p{Script=Han}{0,6}(?:申请|复议|诉讼))\\p{Script=Han}{0,6}|由|从)$`,
  "u",
);
const NOW = new RegExp(
  `^${JOINS}(?:${VERB_UP}|${VERB_DOWN}|变|扩大|收窄)(?:到了?|至|为|成)(?:今年|本年|20\\d\\d年)?度?的?$`,
  "u",
);
const CHANGE = new RegExp(`^${JOINS}${BESIDE}${NOUNS}${JOINS}(?:${VERB_UP}|${VERB_DOWN})${END}$`, "u");
const GROWTH = new RegExp(
  `^${JOINS}${BESIDE}${NOUNS}${JOINS}(?:${VERB_UP}|${VERB_DOWN}|增幅|降幅|升幅|涨幅|跌幅|减幅|增速|增长率)${END}$`,
  "u",
);
const SHARE = /^(?:仅|只|恰|约|合计|合|共|总共)*占(?:比|比例|比重)?[^，]{0,24}$/u;
/** The same verbs with a noun of their own before them: they begin another group. */
const BEGINS_THEN = new RegExp(`(?:由|从)(?:${LAST})?度?的?$`, "u");
const BEGINS_NOW = new RegExp(`(?:${VERB_UP}|${VERB_DOWN})(?:到了?|至|为)$`, "u");
const THIS_YEAR = /^(?:到|至)?今年(?:度|全年)?(?:则|为|是|达|有|的|共)*$/u;
const BEGINS_CHANGE = /(?:净增|净减|净增加|净减少|增加|减少|多出|增收|减收|多|少)了?$/u;
const BEGINS_GROWTH = new RegExp(`(?:${VERB_UP}|${VERB_DOWN}|增幅|降幅|升幅|增速)${END}$`, "u");

/** Numbers told beside each other of one count: 1174件，增至1306件，多132件，增长11.2%. Each group has two at least. */
export function groupCompared(subject: CheckSubject, sentence: readonly ReadNumber[]): RoleNumber[][] {
  const groups: RoleNumber[][] = [];
  let last: ReadNumber | null = null;
  for (const number of sentence) {
    const { mention, clause } = number;
    const words = ownWords(number);
    const isKnownUnit = isShare(mention) ? mention.unit !== "‰" : COUNTS.has(mention.unit);
    const isBroken = last !== null && /[；;]/u.test(number.text.text.slice(last.mention.end, mention.start));
    last = number;
    if (!isKnownUnit || mention.exactness !== "exact" || clause.pairedWith || words.includes("分别")) {
      groups.push([]);
      continue;
    }
    const group = isBroken ? null : groups.at(-1);
    const role = group && group.length > 0 ? roleOf(words, number, subject.year) : null;
    if (group && role) {
      // 236件增加到293件: what it has come from is told first.
      const [first] = group;
      if (group.length === 1 && first?.role === "now" && role === "now" && NOW.test(words)) first.role = "then";
      group.push({ number, role });
    } else groups.push([{ number, role: firstRoleOf(words, number, subject.year) }]);
  }
  return groups.filter(({ length }) => length >= 2);
}

/** 比2022年（1883件）: what stands before a bracket is its own. */
function ownWords({ clause }: ReadNumber): string {
  return clause.before.trim().replace(/^[，、（(）)\s]+/u, "");
}

/** What a number with no noun of its own says of the one before; null where it has one. */
function roleOf(words: string, number: ReadNumber, year: number): Role | null {
  const plain = words.replace(`${year - 1}年`, "去年").replace(`${year}年`, "今年");
  const isOfLast = THEN.test(plain);
  switch (number.mention.unit) {
    case "个百分点":
      return CHANGE.test(plain) ? "points" : null;
    case "%":
      if (GROWTH.test(plain)) return "growth";
      if (isOfLast) return "share_then";
      if (NOW.test(plain)) return "share";
      return SHARE.test(plain) ? "share" : null;
    default:
      if (CHANGE.test(plain)) return "change";
      if (isOfLast) return "then";
      return THIS_YEAR.test(plain) || NOW.test(plain) ? "now" : null;
  }
}

function firstRoleOf(words: string, { mention }: ReadNumber, year: number): Role {
  const isOfLast = BEGINS_THEN.test(words) || words.includes(`${year - 1}年`) || /上年|去年/u.test(words);
  if (mention.unit === "个百分点") return "points";
  if (mention.unit !== "%" && BEGINS_CHANGE.test(words)) return "change";
  if (mention.unit !== "%") return isOfLast && !BEGINS_NOW.test(words) && !/[比较]/u.test(words) ? "then" : "now";
  if (BEGINS_THEN.test(words)) return "share_then";
  return BEGINS_GROWTH.test(words) ? "growth" : "share";
}
