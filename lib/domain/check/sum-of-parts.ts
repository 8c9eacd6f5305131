import type { CheckedText, Finding } from "@/lib/domain/check/finding";
import { isShare } from "@/lib/domain/check/narrative/number-words";
import type { ReadNumber } from "@/lib/domain/check/narrative/reading";
import { newFinding } from "@/lib/domain/check/new-finding";
import { addDecimals, compareDecimals, subtractDecimals } from "@/lib/domain/decimal";
import type { DecimalText } from "@/lib/domain/figure";

/** A number written out and meant exactly, such as can be added up. */
export function isPlain({ mention }: ReadNumber): boolean {
  return mention.exactness === "exact" && mention.step.startsWith("1") && !isShare(mention);
}

/** True when two numbers of a text carry the same unit word (件, 万元, none), so that adding them means something. */
export function isSameUnit(part: ReadNumber, whole: ReadNumber): boolean {
  return part.mention.unit === whole.mention.unit;
}

/** The finding of parts, listed from `from` to `to`, that do not add up to the total the text states (NARR-SUM). */
export function listFinding(
  from: ReadNumber,
  to: ReadNumber,
  total: ReadNumber,
  parts: readonly DecimalText[],
): Finding {
  const { text } = total;
  const isOneText = from.text === to.text;
  const start = isOneText ? Math.min(from.mention.start, total.mention.start) : total.mention.start;
  const end = isOneText ? Math.max(to.mention.end, total.mention.end) : total.mention.end;
  return sumFinding(text, start, end, total.mention.value, addDecimals(parts), parts);
}

/**
 * The finding of a sum in one stretch of text, characters `start` to `end`, that states one number and adds up to
 * another (NARR-SUM, an error).
 */
export function sumFinding(
  text: CheckedText,
  start: number,
  end: number,
  stated: DecimalText,
  expected: DecimalText,
  parts: readonly DecimalText[],
): Finding {
  const quote = text.text.slice(start, end);
  const difference = subtractDecimals(stated, expected).replace("-", "");
  return newFinding({
    rule: "NARR-SUM",
    severity: "error",
    sectionId: text.sectionId,
    text: { headingKey: text.headingKey, start, end, quote },
    expected,
    actual: stated,
    messageKey: "text_sum_differs",
    values: { count: parts.length, expected, actual: stated, difference },
    terms: [
      { label: "文中各项相加", value: `${parts.join(" + ")} = ${expected}` },
      { label: "文中的合计", value: stated },
    ],
  });
}

/** The numbers at the end of the run whose sum comes closest to the total; null where some sum is right or none is one. */
export function closestRun(run: readonly ReadNumber[], total: DecimalText): readonly ReadNumber[] | null {
  let sum = run.at(-1)?.mention.value ?? "0";
  let closest: { from: number; distance: DecimalText } | null = null;
  for (let from = run.length - 2; from >= 0; from -= 1) {
    sum = addDecimals([sum, run[from]?.mention.value ?? "0"]);
    const distance = subtractDecimals(sum, total).replace("-", "");
    if (distance === "0") return null;
    // Of sums as close as each other the longest list is meant.
    if (!closest || compareDecimals(distance, closest.distance) <= 0) closest = { from, distance };
  }
  return closest && run.slice(closest.from);
}
