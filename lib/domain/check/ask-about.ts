import { agrees } from "@/lib/domain/check/compare-stated";
import type { CheckSubject, Finding } from "@/lib/domain/check/finding";
import { knownFigures } from "@/lib/domain/check/known-figures";
import { isShare } from "@/lib/domain/check/narrative/number-words";
import { type Quantity, quantityValue } from "@/lib/domain/check/narrative/quantity";
import type { ReadNumber } from "@/lib/domain/check/narrative/reading";
import { newFinding } from "@/lib/domain/check/new-finding";
import { isOneApart, isSlip } from "@/lib/domain/check/slip";
import { inTableUnit, quoteOf } from "@/lib/domain/check/stated-number";
import type { DecimalText } from "@/lib/domain/figure";

/**
 * Words that are only partly known tie nothing: the number is asked about where it is a slip away from what they may mean,
 * and, of a small one, where another number of the sentence is right.
 */
export function askAboutLikely(
  subject: CheckSubject,
  number: ReadNumber,
  sentence: readonly ReadNumber[],
): Finding | null {
  const { mention, meaning, likely } = number;
  if (meaning || likely.quantities.length === 0) return null;
  const stated = inTableUnit(mention);
  const values = likely.quantities.map((quantity) => ({
    quantity,
    value: quantityValue(quantity, knownFigures(subject)),
  }));
  if (values.some(({ value }) => value === null || agrees(stated, value))) return null;
  const others = sentence.filter((other) => other !== number).flatMap((other) => rightOf(subject, other));
  const close = values.find(({ quantity, value }) => {
    if (value === null || others.some(({ cells }) => cells.join() === quantity.cells.join())) return false;
    const isSupported = likely.isClose ? others.length > 0 : likely.quantities.length <= FEW && others.length >= MANY;
    const isSmall = isSupported && isOneApart(stated.value, value);
    return isSmall || isSlip(stated.value, value);
  });
  return close ? mayDiffer(number, close.quantity, close.value) : null;
}

/** Of so few readings the one that is meant is known where so many other numbers of the sentence are right. */
const FEW = 3;
const MANY = 2;

/** The quantities that a number is right for. */
function rightOf(subject: CheckSubject, { mention, meaning, likely }: ReadNumber): Quantity[] {
  if (isShare(mention)) return [];
  const stated = inTableUnit(mention);
  return [...(meaning?.accepted ?? likely.quantities)].filter((quantity) => {
    const value = quantityValue(quantity, knownFigures(subject));
    return value !== null && stated.value !== "0" && agrees(stated, value);
  });
}

/** The number may be meant for the quantity, and is then wrong. */
function mayDiffer(
  { text, mention, clause }: ReadNumber,
  quantity: Quantity,
  value: DecimalText | null,
): Finding | null {
  if (value === null) return null;
  const stated = inTableUnit(mention);
  const quote = quoteOf(text, clause.start, clause.end, mention);
  return newFinding({
    rule: "NARR-TABLE",
    severity: "warning",
    sectionId: text.sectionId,
    cells: quantity.cells,
    text: { headingKey: text.headingKey, ...quote },
    expected: value,
    actual: stated.value,
    messageKey: "text_may_differ",
    values: { quote: quote.quote, name: quantity.name, expected: value },
    terms: [
      { label: `文中“${quote.quote}”`, value: stated.value },
      { label: quantity.name, value },
    ],
  });
}

/**
 * 自然人150件，商业企业21件，法律服务机构10件: applicants listed together are all of what came or all of what was concluded. One
 * that fits only the other is asked about.
 */
export function askAboutUnlike(subject: CheckSubject, numbers: readonly ReadNumber[]): Finding[] {
  const lists = Map.groupBy(
    numbers.filter(({ meaning }) => meaning?.listed?.of === "columns" && meaning.accepted.length > 1),
    ({ meaning }) => JSON.stringify(meaning?.listed?.under),
  );
  return [...lists.values()].flatMap((list) => {
    const fits = list.map(({ meaning, mention }) =>
      (meaning?.accepted ?? []).map((quantity) => {
        const value = quantityValue(quantity, knownFigures(subject));
        return value !== null && agrees(mention, value);
      }),
    );
    const readings = fits[0]?.map((_, reading) => fits.filter((one) => one[reading]).length) ?? [];
    // Of readings that fit as many the plainest, which comes first, is meant.
    const best = readings.indexOf(Math.max(...readings));
    return list.flatMap((number, index) => {
      const quantity = number.meaning?.accepted[best];
      // What fits no reading has its own finding.
      if (fits[index]?.[best] !== false || !fits[index].includes(true) || !quantity) return [];
      return mayDiffer(number, quantity, quantityValue(quantity, knownFigures(subject))) ?? [];
    });
  });
}
