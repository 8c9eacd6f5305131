import { readFigure } from "@/lib/domain/figure";

/** What a spreadsheet program would run: a text that begins like a formula, in half or full width, whatever guards it already. */
const FORMULA = /^'*\s*[=+\-@＝＋－＠]/;
const GUARDED = /^''*\s*[=+\-@＝＋－＠]/;

/**
 * The text as a field of a CSV file: an apostrophe in front keeps what begins like a formula a text. A negative figure is
 * a number and stays.
 */
export function guardFormula(text: string): string {
  return FORMULA.test(text) && readFigure(text).kind !== "number" ? `'${text}` : text;
}

/** The text that `guardFormula` was given. */
export function unguardFormula(field: string): string {
  return GUARDED.test(field) ? field.slice(1) : field;
}
