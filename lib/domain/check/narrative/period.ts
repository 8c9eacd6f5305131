/** Titles of documents have years of their own; the report's own span is the whole year. */
const NOT_A_TIME =
  /《[^》]*》|[（(]?1月1日(?:起)?[至到—–~-]+(?:\d{4}年)?12月31日[）)]?|(?:截[至止]\D{0,6})?12月(?:31日|底|末)|1[至到—–~-]+12月/gu;
const CARRIED = /结转|转入|接转|转结|遗留|接续|承接|在办|未办/u;
const COMPARED = /较|比|与.*(?:相比|持平)/u;
const YEAR = /(?:19|20)\d\d(?=年|[—–~、至到-])/gu;
const EARLIER = /(?:去年|(?<!加)上年|上一年|前年|往年|历年)(?!末|底|度?(?:结转|转|项目|遗留|接续|未办|在办))/u;
const SINCE = /以来|至今|(?<!一)[二三四五六七八九十百多几\d]年来|(?:十|余|多)年来/u;
const THIS_YEAR = /今年|本年|(?<!去年|上年|上一年|\d年)全年|年内|当年|年初/u;
const PART_OF_YEAR =
  /季度|[上下]半年|(?<![\d年])(?:1[0-2]|[1-9])(?:[至到—–~-]\d{1,2})?月|(?:年)(?:1[0-2]|[1-9])(?:[至到—–~-]\d{1,2})?月/u;
const YEARS_ON_END = /[近前这](?:[两二三四五六七八九十几]|\d+)年|五年规划|“?十[三四五]五”?(?:时期|期间)/u;

const SPEAKS_OF_TIME = /[年月季]|以来|至今|时期|期间/u;
/** Longer than any words that say when. */
const LONGEST = 200;

const LAST_YEAR = /去年|(?<!加)上一?年/u;
const LONG_AGO = /前年|往年|历年/u;

/** The report's year, the whole year before it, any other time or part of a year. */
export type Period = "this" | "last" | "other";

/** What time the words speak of; null where they say nothing of it. */
export function readPeriod(words: string, year: number): Period | null {
  if (!SPEAKS_OF_TIME.test(words)) return null;
  const plain = words.slice(-LONGEST).replace(NOT_A_TIME, "");
  const years = [...plain.matchAll(YEAR)].map(([digits]) => Number(digits));
  const isThis = years.includes(year) || THIS_YEAR.test(plain);
  if (CARRIED.test(plain) || COMPARED.test(plain)) return isThis ? "this" : null;
  if (years.some((one) => one !== year) || EARLIER.test(plain)) {
    const isLast = years.every((one) => one === year - 1) && (years.length > 0 || LAST_YEAR.test(plain));
    const isWhole = ![SINCE, PART_OF_YEAR, YEARS_ON_END, LONG_AGO, THIS_YEAR].some((other) => other.test(plain));
    return isLast && isWhole ? "last" : "other";
  }
  if (SINCE.test(plain)) return isThis ? "this" : "other";
  if (PART_OF_YEAR.test(plain) || YEARS_ON_END.test(plain)) return "other";
  return isThis ? "this" : null;
}
