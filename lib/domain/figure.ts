import { onOneLine } from "./on-one-line";

/**
 * A figure is decimal text ("1098.26"), never a JavaScript number, in its one written form: no exponent, no leading
 * zeros, no trailing zeros, no "+" and no "-0". What is worked out with figures stands in `decimal.ts`.
 */
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

/**
 * The one written form of a decimal: "007.50" gives "7.5", "-0" gives "0", "1e3" gives "1000". Throws on text that is no
 * number. It works on the text alone, so that reading a figure needs no library for decimals.
 */
export function canonicalDecimal(text: string): DecimalText {
  if (/^-?[1-9]\d*$/.test(text) || text === "0") return text;
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  const [, sign = "", before = "", after = "", exponent = "0"] = match ?? [];
  const digits = before + after;
  if (digits === "") throw new RangeError(`${JSON.stringify(text)} is no decimal`);
  const point = before.length + Number(exponent);
  const padded = digits.padStart(digits.length + Math.max(0, -point), "0").padEnd(Math.max(point, 0), "0");
  const at = Math.max(point, 0);
  const whole = padded.slice(0, at).replace(/^0+/, "") || "0";
  const part = padded.slice(at).replace(/0+$/, "");
  const value = part === "" ? whole : `${whole}.${part}`;
  return sign === "-" && value !== "0" ? `-${value}` : value;
}
