import { Decimal } from "decimal.js";

/**
 * Exact decimals. A figure is decimal text ("1098.26"), never a JavaScript number.
 *
 * decimal.js is set to 80 significant digits: the sum of a million 60-digit amounts is still exact.
 */
const Exact = Decimal.clone({ precision: 80, toExpNeg: -80, toExpPos: 80 });

/** Decimal text in its one written form: no exponent, no leading zeros, no trailing zeros, no "+" and no "-0". */
export type DecimalText = string;

/** What a cell's text turned out to be. Zero is a number; blank and not-applicable are not. */
export type Figure =
  | { kind: "number"; value: DecimalText }
  | { kind: "blank" }
  | { kind: "not_applicable" }
  | { kind: "text"; text: string };

/** What a cell may hold. Counts are whole and not negative; a signed count (本年增/减) may be negative. */
export type FigureType = "count" | "signed_count" | "amount";

const PLAIN_DECIMAL = /^-?(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{1,10})?$/;
const NOT_APPLICABLE = new Set(["不适用", "n/a", "N/A"]);

/**
 * Reads a cell's text as found. Only plain decimal text is a number: "7件", "7 1", "７" and "-" stay text,
 * because whoever wrote them must say what they meant.
 */
export function readFigure(found: string | null | undefined): Figure {
  if (found === null || found === undefined || found === "") return { kind: "blank" };
  if (NOT_APPLICABLE.has(found)) return { kind: "not_applicable" };
  if (PLAIN_DECIMAL.test(found)) return { kind: "number", value: canonicalDecimal(found) };
  return { kind: "text", text: found };
}

/**
 * Cleans what a person types or pastes into a cell: full-width digits and signs become half-width, spaces around,
 * thousands separators and characters that nobody sees go, a leading "+" and leading zeros go. A line break becomes a
 * space, since "2" above "3" is no 23. Anything that is then still no number is kept as typed.
 */
export function cleanTyped(typed: string): string {
  const trimmed = onOneLine(typed.replace(/\p{Cf}/gu, "")).trim();
  const half = trimmed
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[－−﹣]/g, "-")
    .replace(/[．]/g, ".")
    .replace(/[＋]/g, "+");
  const grouped = /^[+-]?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$/.test(half) ? half.replace(/[,，]/g, "") : half;
  const plain = grouped.replace(/^\+/, "").replace(/^(-?)0+(?=\d)/, "$1");
  if (PLAIN_DECIMAL.test(plain)) return canonicalDecimal(plain);
  return trimmed;
}

/** Text of several lines as a field of one line can hold it: the breaks are spaces, so that nothing grows together. */
export function onOneLine(text: string): string {
  return text.replace(/\s*[\n\r\v\f\u0085\u2028\u2029]+\s*/g, " ");
}

/** What was typed into a cell as the value it shall hold: cleaned, and null when nothing stands there. */
export function typedFigure(typed: string): string | null {
  const cleaned = cleanTyped(typed);
  return cleaned === "" ? null : cleaned;
}

/** True when a number may stand in a cell of this type. */
export function fitsType(value: DecimalText, type: FigureType): boolean {
  if (type === "amount") return !value.startsWith("-");
  if (value.includes(".")) return false;
  return type === "signed_count" || !value.startsWith("-");
}

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

/** The one written form of a decimal: "007.50" gives "7.5", "-0" gives "0". */
export function canonicalDecimal(text: string): DecimalText {
  if (/^-?[1-9]\d*$/.test(text) || text === "0") return text;
  const value = new Exact(text);
  return value.isZero() ? "0" : value.toFixed();
}
