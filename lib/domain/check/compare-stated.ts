import type { NumberMention } from "@/lib/domain/check/narrative/number-mentions";
import { compareDecimals, multiplyDecimals, subtractDecimals } from "@/lib/domain/decimal";
import type { DecimalText } from "@/lib/domain/figure";

/**
 * True when the text's number can be said of the actual one. An exact number may be rounded or cut off where it was
 * written with decimals or in 万; 余 allows a little more, 近 a little less, 约 either, 超 anything above.
 */
export function agrees(mention: Pick<NumberMention, "value" | "step" | "exactness">, actual: DecimalText): boolean {
  if (mention.value === actual) return true;
  const difference = subtractDecimals(actual, mention.value);
  const size = difference.replace("-", "");
  const isLess = difference.startsWith("-");
  const slack = slackOf(mention);
  switch (mention.exactness) {
    case "exact":
      return compareDecimals(size, mention.step) < 0;
    case "a_little_more":
      return !isLess && compareDecimals(size, slack) <= 0;
    case "a_little_less":
      return (isLess || size === "0") && compareDecimals(size, slack) <= 0;
    case "about":
      return compareDecimals(size, aboutOf(mention)) <= 0;
    case "at_least":
      return !isLess;
  }
}

/** Half a unit of the last digit that is not zero, and at least a tenth: 约3000 is from 2500 to 3500, 约136 from 123 to 149. */
function aboutOf(mention: Pick<NumberMention, "value" | "step">): DecimalText {
  const tenth = multiplyDecimals(mention.value.replace("-", ""), "0.1");
  const half = multiplyDecimals(placeOf(mention), "0.5");
  return compareDecimals(half, tenth) > 0 ? half : tenth;
}

/** One unit of the last digit that is not zero, and at least a tenth: 400余 reaches to 500, 35余 to 38. */
function slackOf(mention: Pick<NumberMention, "value" | "step">): DecimalText {
  const tenth = multiplyDecimals(mention.value.replace("-", ""), "0.1");
  const place = placeOf(mention);
  return compareDecimals(place, tenth) > 0 ? place : tenth;
}

/** One unit of the last digit that is not zero. */
function placeOf({ value, step }: Pick<NumberMention, "value" | "step">): DecimalText {
  let place = step;
  while (value !== "0" && compareDecimals(place, value) < 0 && isMultiple(value, multiplyDecimals(place, "10"))) {
    place = multiplyDecimals(place, "10");
  }
  return place;
}

function isMultiple(value: DecimalText, unit: DecimalText): boolean {
  const digits = value.replace(".", "").replace(/^-/, "");
  const zeros = unit.replace(/[^0]/g, "").length;
  if (unit.includes(".") || value.includes(".")) return false;
  return zeros < digits.length && digits.endsWith("0".repeat(zeros));
}
