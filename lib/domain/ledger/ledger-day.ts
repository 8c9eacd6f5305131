import { readDay } from "@/lib/domain/staff-table/read-day";

const DIGITS = "〇一二三四五六七八九";
/** Years that a ledger of requests can speak of; another number of eight digits is a telephone's. */
const YEARS = /^(?:19[9]\d|20\d\d)/;

/**
 * The day that a cell of a ledger names: as `readDay` knows one, also with a time behind it, as eight digits, or in Chinese
 * numerals. A day without its year is none: nothing is guessed.
 */
export function readLedgerDay(text: string): string | null {
  if (text.length < 5 || text.length > 40) return null;
  const plain = text.normalize("NFKC").trim();
  const serial = /^(\d{5})\.\d+$/.exec(plain);
  if (serial?.[1]) return readDay(serial[1]);
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (digits) return YEARS.test(plain) ? readDay(digits.slice(1).join("-")) : null;
  const day = readDay(plain) ?? readDay(withoutTime(fromHan(plain)));
  return day !== null && YEARS.test(day) ? day : null;
}

/** What says the time of day, or only that it is a day. */
function withoutTime(text: string): string {
  return text
    .replace(/(?:[T\s]*(?:上午|下午|早上|中午)?\s*\d{1,2}[::时点]\d{0,2}(?:[::分]\d{0,2}(?:\.\d+)?秒?)?分?Z?)$/, "")
    .replace(/\s*(?:上午|下午|星期.|周.|\(.*\))$/, "")
    .replace(/[.。]$/, "")
    .trim();
}

/** 二〇二六年三月十五日 in digits; any other text as it is. */
function fromHan(text: string): string {
  const found =
    /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]?$/.exec(text);
  if (!found) return text.replace(/号$/, "日");
  const [, year = "", month = "", day = ""] = found;
  const digitsOfYear = [...year].map((sign) => (/[零○]/.test(sign) ? 0 : DIGITS.indexOf(sign))).join("");
  return `${digitsOfYear}-${numberOf(month)}-${numberOf(day)}`;
}

/** 1 to 99 of 一 to 九十九. */
function numberOf(han: string): number {
  const [tens, ones] = han.includes("十") ? han.split("十") : ["", han];
  const ten = han.includes("十") ? (tens ? DIGITS.indexOf(tens) : 1) : 0;
  return ten * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}
