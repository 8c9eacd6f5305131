import { compareDecimals, subtractDecimals } from "@/lib/domain/decimal";
import type { DecimalText } from "@/lib/domain/figure";

/** Below this any two counts are close to each other. */
const SMALLEST = "10";
const MOST = "2";
const FEWEST_DIGITS = 4;

/**
 * Whether one number is the other with a slip of the pen or the keyboard: two apart at most, or, of four digits and more,
 * one digit wrong, missing or twice, or two neighbours changed over. A number that counts something else is seldom so close.
 */
export function isSlip(stated: DecimalText, actual: DecimalText): boolean {
  if (stated === actual || compareDecimals(actual, SMALLEST) < 0) return false;
  if (compareDecimals(subtractDecimals(stated, actual).replace("-", ""), MOST) <= 0) return true;
  const shorter = Math.min(stated.length, actual.length);
  return shorter >= FEWEST_DIGITS && isOneEditApart(stated, actual);
}

/** Of small numbers: not more than one apart, and neither of them nothing. */
export function isOneApart(stated: DecimalText, actual: DecimalText): boolean {
  return actual !== "0" && stated !== "0" && subtractDecimals(stated, actual).replace("-", "") === "1";
}

/** The same of a percentage, which has to be told with decimals: whole ones are easily close to each other. */
export function isSlipOfShare(stated: DecimalText, actual: DecimalText): boolean {
  return stated.includes(".") && isOneEditApart(stated, actual);
}

/** True where one character changed, left out, put in, or changed over with its neighbour makes the texts equal. */
export function isOneEditApart(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const restOfShort = short.slice(start, short.length - end);
  const restOfLong = long.slice(start, long.length - end);
  if (restOfLong.length <= 1) return true;
  return restOfLong.length === 2 && restOfShort === [...restOfLong].reverse().join("");
}
