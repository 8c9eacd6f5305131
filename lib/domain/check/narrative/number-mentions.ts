import { readHanNumber } from "@/lib/domain/check/narrative/han-number";
import { multiplyDecimals } from "@/lib/domain/decimal";
import { canonicalDecimal, type DecimalText } from "@/lib/domain/figure";

/** How exactly a number is meant: 余 and 多 are a little more, 近 a little less, 约 either, 超 at least. */
export type Exactness = "exact" | "a_little_more" | "a_little_less" | "about" | "at_least";

/** A number in running text with the word that it counts in. Offsets are those of the text as written. */
export type NumberMention = {
  start: number;
  /** After the measure word. */
  end: number;
  value: DecimalText;
  /** One unit in the last place shown: "1.2万" has 1000, "70.3%" has 0.1, "400" written exactly has 1. */
  step: DecimalText;
  /** 件, 条, 万元, %, or empty where no measure word follows. */
  unit: string;
  exactness: Exactness;
};

const MEASURES =
  "个百分点|人次|篇次|件次|场次|批次|户次|万元|亿元|千元|百万元|元|%|‰|件|条|份|宗|起|项|篇|次|例|个|部|册|期|场|批|家|户|笔|人|名|位|页|处|座|辆|台|张|幅|则|段|集|本|套|封|通|单|票|类|种|只|台套";
const ARABIC = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const HAN = "[零〇一二两三四五六七八九十百千]+";
const NUMBER = new RegExp(
  `(${ARABIC}|${HAN})\\s*(余|多|来)?\\s*((?:万|亿)(?!元))?(余|多)?\\s*(${MEASURES})?\\s*(以上|左右|上下|(?:余|多)(?!\\s*\\d|[出办收审于]))?`,
  "gu",
);
/** What may not follow: dates, times, ordinals, addresses, deadlines. */
const NOT_A_COUNT_AFTER =
  /^\s*(?:年|月|日|号|时|分(?!别)|点|届|章|款|楼|层|室|周年|周岁|岁|天|小时|分钟|季度|级|版|倍|版本|公里|平方|米|吨|亩|\.\d|[-—–~～至到]\s*\d|个(?:工作日|月|小时|自然|以上|方面|部分|环节|步骤|维度)|[A-Za-z@_/])/u;
const NOT_A_COUNT_BEFORE = /(?:第|〔|\[|№|[A-Za-z@_/.:=-]|\d[-—–~～至到]\s*|[零〇一二三四五六七八九十]\s*)$/u;
const HAN_UNITS = new Set([..."件条份宗起次个篇期场人名例", "人次", "场次"]);
/** 一 and its like inside words that count nothing. */
const HAN_WORD_BEFORE = /[统唯同万之专单划进逐第每某这那哪另上下几数]$/u;
/** 加在一起, 没有一件, 一件不差. */
const TOGETHER = /[在到]$/u;
const NOT_ONE_BEFORE = /(?:没有|没|无)$/u;
const NOT_ONE_AFTER = /^不[差少多漏落]/u;

/** Finds the numbers that count something; dates, articles, document numbers, telephones and list numbers do not. */
export function findNumbers(original: string): NumberMention[] {
  const text = toHalfWidth(original);
  const mentions: NumberMention[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const mention = readMatch(text, match);
    if (mention) mentions.push(mention);
  }
  return mentions;
}

/** Full-width digits, percent signs and points become half-width, each one character as before. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/％/g, "%")
    .replace(/(?<=\d)．(?=\d)/g, ".");
}

function readMatch(text: string, match: RegExpMatchArray): NumberMention | null {
  const [whole = "", digits = "", more, multiple, moreAfter, unit = "", after] = match;
  const start = match.index ?? 0;
  const end = start + whole.trimEnd().length;
  const before = text.slice(Math.max(0, start - 12), start);
  const isHan = !/\d/.test(digits);
  if (NOT_A_COUNT_BEFORE.test(before)) return null;
  const following = text.slice(end, end + 20);
  if (unit === "" && NOT_A_COUNT_AFTER.test(following)) return null;
  if (unit === "个" && /^(?:工作日|月|小时|自然|方面|部分|环节|步骤|维度)/u.test(following)) return null;
  if (isHan && (!HAN_UNITS.has(unit) || HAN_WORD_BEFORE.test(before))) return null;
  const isIdiom =
    NOT_ONE_BEFORE.test(before) || NOT_ONE_AFTER.test(following) || (unit === "起" && TOGETHER.test(before));
  if (digits === "一" && isIdiom) return null;
  if (!isHan && isListNumber(text, start, end, unit)) return null;
  // A long run of digits without a measure word is a telephone, a postcode or an identifier.
  if (unit === "" && digits.replace(/\D/g, "").length >= 7) return null;

  const plain = isHan ? readHanNumber(digits) : canonicalDecimal(digits.replaceAll(",", ""));
  if (plain === null) return null;
  const factor = multiple === "万" ? "10000" : multiple === "亿" ? "100000000" : "1";
  return {
    start,
    end,
    value: factor === "1" ? plain : multiplyDecimals(plain, factor),
    step: stepOf(digits.split(".")[1]?.length ?? 0, factor),
    unit,
    exactness: readExactness(before, more ?? moreAfter ?? after),
  };
}

/** Most numbers are whole and written out. */
function stepOf(decimals: number, factor: DecimalText): DecimalText {
  return decimals === 0 ? factor : multiplyDecimals(`1e-${decimals}`, factor);
}

function readExactness(before: string, after: string | undefined): Exactness {
  if (after === "左右" || after === "上下") return "about";
  if (after === "以上") return "at_least";
  if (after) return "a_little_more";
  if (/(?:约|大概)(?:为|占|有|是)?\s*$/u.test(before)) return "about";
  if (/(?:近|将近|接近|不到|不足)\s*$/u.test(before)) return "a_little_less";
  if (/(?:超过|超|逾|突破|多达|不少于|至少)\s*$/u.test(before)) return "at_least";
  return "exact";
}

/** "1." and "2.1" at the head of a line, "(3)", and "3、" after a full stop number the text and count nothing. */
function isListNumber(text: string, start: number, end: number, unit: string): boolean {
  if (unit !== "") return false;
  const before = text.slice(Math.max(0, start - 20), start);
  const after = text.slice(end, end + 20);
  const isAtHead = (start < 20 ? /(?:^|[\n。；;：:])\s*(?:\d+\.)*$/u : /[\n。；;：:]\s*(?:\d+\.)*$/u).test(before);
  if (isAtHead && /^(?:\.\d+)*\s*(?:[.．、)）]|\p{Script=Han})/u.test(after)) return true;
  if (/[(（“"「]\s*$/u.test(before) && /^\s*[)）”"」]/u.test(after)) return true;
  return false;
}
