import { askAboutLikely, askAboutUnlike } from "@/lib/domain/check/ask-about";
import { askedOfCompared } from "@/lib/domain/check/ask-about-compared";
import { agrees } from "@/lib/domain/check/compare-stated";
import type { Check, CheckedIndicator, CheckSubject, Finding } from "@/lib/domain/check/finding";
import { knownFigures } from "@/lib/domain/check/known-figures";
import { isMeantOtherwise } from "@/lib/domain/check/meant-otherwise";
import { type Quantity, quantityValue } from "@/lib/domain/check/narrative/quantity";
import { readNarrative } from "@/lib/domain/check/narrative/read-narrative";
import type { ReadNothing, ReadNumber } from "@/lib/domain/check/narrative/reading";
import { newFinding } from "@/lib/domain/check/new-finding";
import { inTableUnit, quoteOf } from "@/lib/domain/check/stated-number";
import { compareDecimals, multiplyDecimals, subtractDecimals } from "@/lib/domain/decimal";
import { type DecimalText, readFigure } from "@/lib/domain/figure";

/** A number in the text that names a table quantity equals it. */
export const narrTable: Check = {
  rule: "NARR-TABLE",
  version: 4,
  severity: "error",
  holdsFrom: "2019-11-23",
  source: "国办公开办函〔2021〕30号 数据统得出、报得准、可核查",
  formats: null,
  check: (subject) => {
    const { numbers, nothings } = readNarrative(subject);
    const sentences = Map.groupBy(numbers, ({ sentence }) => sentence);
    const said = [
      ...numbers.flatMap(
        (number) =>
          checkNumber(subject, number) ?? askAboutLikely(subject, number, sentences.get(number.sentence) ?? []) ?? [],
      ),
      ...[...sentences.values()].flatMap((one) => askAboutUnlike(subject, one)),
      ...nothings.flatMap((nothing) => checkNothing(subject, nothing) ?? []),
      ...numbers.flatMap((number) => checkIndicator(subject, number) ?? []),
    ];
    return [...said, ...askedOfCompared(subject, "NARR-TABLE", said)];
  },
};

function checkNumber(subject: CheckSubject, number: ReadNumber): Finding | null {
  const { text, mention, clause, meaning } = number;
  if (!meaning) return null;
  const stated = inTableUnit(mention);
  const accepted = meaning.accepted.map((quantity) => ({
    quantity,
    value: quantityValue(quantity, knownFigures(subject)),
  }));
  const [main] = accepted;
  // One meaning that is not known may be the right one.
  if (!main || main.value === null || accepted.some(({ value }) => value === null)) return null;
  if (accepted.some(({ value }) => value !== null && agrees(stated, value)) || isMeantOtherwise(subject, number))
    return null;
  if (meaning.isMaybePart && !accepted.some(({ value }) => value !== null && isNextTo(stated.value, value)))
    return null;

  const other = meaning.others.find((quantity) => {
    const value = quantityValue(quantity, knownFigures(subject));
    return stated.value !== "0" && value !== null && agrees({ ...stated, exactness: "exact" }, value);
  });
  const quote = quoteOf(text, clause.start, clause.end, mention);
  return newFinding({
    rule: "NARR-TABLE",
    severity: other && meaning.isLoose ? "warning" : "error",
    sectionId: text.sectionId,
    cells: main.quantity.cells,
    text: { headingKey: text.headingKey, ...quote },
    expected: main.value,
    actual: stated.value,
    messageKey: other ? "text_means_other" : mention.exactness === "exact" ? "text_differs" : "text_far_off",
    values: {
      quote: quote.quote,
      name: main.quantity.name,
      expected: main.value,
      ...(other ? { actual: stated.value, other: other.name } : {}),
    },
    terms: [
      { label: `文中“${quote.quote}”`, value: stated.value },
      { label: main.quantity.name, value: main.value },
    ],
  });
}

/** What one may mistype or miscount: within a twentieth, and within two of a small number. */
function isNextTo(stated: DecimalText, actual: DecimalText): boolean {
  const distance = subtractDecimals(stated, actual).replace("-", "");
  return compareDecimals(distance, "2") <= 0 || compareDecimals(multiplyDecimals(distance, "20"), actual) <= 0;
}

function checkNothing(subject: CheckSubject, { text, start, end, meaning }: ReadNothing): Finding | null {
  const values = meaning.accepted.map((quantity) => quantityValue(quantity, knownFigures(subject)));
  const [expected] = values;
  const [main] = meaning.accepted;
  if (!main || expected === undefined || expected === null || values.some((value) => value === null || value === "0"))
    return null;
  const quote = text.text.slice(start, end).trim();
  return newFinding({
    rule: "NARR-TABLE",
    severity: "error",
    sectionId: text.sectionId,
    cells: main.cells,
    text: { headingKey: text.headingKey, start, end, quote },
    expected,
    actual: "0",
    messageKey: "text_says_none",
    values: { quote, name: main.name, expected },
  });
}

/** A local figure is named when its whole label stands right before the number, in its unit. */
function indicatorOf(subject: CheckSubject, { mention, clause, meaning }: ReadNumber): CheckedIndicator | undefined {
  if (meaning) return undefined;
  const words = plainWords(clause.before);
  const named = subject.indicators.filter(
    ({ label, unit }) => unit === mention.unit && words.endsWith(plainWords(label)),
  );
  // The longest label is the one that is meant: 政务公开培训 before 培训.
  return named.toSorted((left, right) => right.label.length - left.label.length)[0];
}

function checkIndicator(subject: CheckSubject, number: ReadNumber): Finding | null {
  const { text, mention, clause } = number;
  const indicator = indicatorOf(subject, number);
  const expected = readFigure(indicator?.value);
  if (!indicator || expected.kind !== "number" || agrees(mention, expected.value)) return null;
  const quote = quoteOf(text, clause.start, clause.end, mention);
  return newFinding({
    rule: "NARR-TABLE",
    severity: "error",
    sectionId: text.sectionId,
    cells: [`indicators.${indicator.key}`],
    text: { headingKey: text.headingKey, ...quote },
    expected: expected.value,
    actual: mention.value,
    messageKey: "text_differs_from_indicator",
    values: { quote: quote.quote, name: indicator.label, expected: expected.value, unit: indicator.unit },
  });
}

function plainWords(text: string): string {
  return text.replace(/[\s\p{P}]|数量?$|共计?$|各类/gu, "");
}

/** Numbers of the text that are known to be one cell's or indicator's, so that each can be replaced by a live figure. */
export function listReplaceable(
  subject: CheckSubject,
): { headingKey: string; start: number; end: number; cellKey: string }[] {
  return readNarrative(subject).numbers.flatMap((number) => {
    const { text, mention, meaning } = number;
    const single: Quantity | undefined = meaning?.accepted.length === 1 ? meaning.accepted[0] : undefined;
    const indicator = indicatorOf(subject, number);
    const [cellKey] = indicator ? [`indicators.${indicator.key}`] : single?.cells.length === 1 ? single.cells : [];
    // 减少5项 would print the table's −5.
    if (!cellKey || text.isExcerpt || single?.isNegated) return [];
    const digits = /^[\d,]+(?:\.\d+)?/u.exec(text.text.slice(mention.start, mention.end))?.[0].length ?? 0;
    return digits === 0
      ? []
      : [{ headingKey: text.headingKey, start: mention.start, end: mention.start + digits, cellKey }];
  });
}
