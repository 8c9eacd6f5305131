import { Decimal } from "decimal.js";
import type { DecimalText } from "./figure";

/**
 * Exact sums, differences, products and ratios of figures.
 *
 * decimal.js is set to 80 significant digits: the sum of a million 60-digit amounts is still exact.
 */
const Exact = Decimal.clone({ precision: 80, toExpNeg: -80, toExpPos: 80 });

const WHOLE = /^-?\d+$/;

/** The exact sum, as decimal text without an exponent; "0" of nothing. Throws on text that is no number. */
export function addDecimals(values: readonly DecimalText[]): DecimalText {
  // Nearly all figures are counts, and a page adds up thousands of them.
  if (values.every((value) => WHOLE.test(value)))
    return values.reduce((sum, value) => sum + BigInt(value), 0n).toString();
  return values.reduce((sum, value) => sum.plus(value), new Exact(0)).toFixed();
}

/** `left` less `right`, exact, as decimal text without an exponent; below zero with a leading minus. */
export function subtractDecimals(left: DecimalText, right: DecimalText): DecimalText {
  return new Exact(left).minus(right).toFixed();
}

/** The exact product as decimal text without an exponent; nothing is rounded. */
export function multiplyDecimals(left: DecimalText, right: DecimalText): DecimalText {
  return new Exact(left).times(right).toFixed();
}

/** -1, 0 or 1, as `left` is less than, equal to or greater than `right`. */
export function compareDecimals(left: DecimalText, right: DecimalText): number {
  return new Exact(left).comparedTo(right);
}

/** `left / right` to `decimals` places, half up; null when `right` is zero. */
export function divideDecimals(left: DecimalText, right: DecimalText, decimals: number): DecimalText | null {
  const divisor = new Exact(right);
  if (divisor.isZero()) return null;
  return new Exact(left).dividedBy(divisor).toFixed(decimals);
}
