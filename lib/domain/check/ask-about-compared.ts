import { groupCompared, type Role, type RoleNumber } from "@/lib/domain/check/compared-numbers";
import { decimalsOf, expectedOf, isRightFor } from "@/lib/domain/check/compared-values";
import type { CheckSubject, Finding, RuleId } from "@/lib/domain/check/finding";
import { type KnownQuantity, knownQuantities } from "@/lib/domain/check/known-quantities";
import { isShare } from "@/lib/domain/check/narrative/number-words";
import { flowQuantity, type Quantity } from "@/lib/domain/check/narrative/quantity";
import { readNarrative } from "@/lib/domain/check/narrative/read-narrative";
import type { ReadNumber } from "@/lib/domain/check/narrative/reading";
import { newFinding } from "@/lib/domain/check/new-finding";
import { isOneApart, isOneEditApart, isSlip } from "@/lib/domain/check/slip";
import { inTableUnit, quoteOf } from "@/lib/domain/check/stated-number";
import { divideDecimals } from "@/lib/domain/decimal";
import type { DecimalText } from "@/lib/domain/figure";

/** A group and what the tables say it is of. */
type Reading = {
  known: KnownQuantity;
  /** How much the numbers that are right say together. */
  weight: number;
  isNamed: boolean;
  wrong: readonly { of: RoleNumber; expected: DecimalText }[];
};

const known = new WeakMap<CheckSubject, readonly Finding[]>();

/** Of the numbers that are told beside each other, what one rule has to say and has not said of the same number yet. */
export function askedOfCompared(subject: CheckSubject, rule: RuleId, said: readonly Finding[]): Finding[] {
  const before = known.get(subject);
  const all =
    before ??
    [...Map.groupBy(readNarrative(subject).numbers, ({ sentence }) => sentence).values()].flatMap((sentence) =>
      askAboutCompared(subject, sentence),
    );
  known.set(subject, all);
  return all.filter(
    (found) =>
      found.rule === rule &&
      !said.some(({ text }) => text?.end === found.text?.end && text?.headingKey === found.text?.headingKey),
  );
}

/**
 * Numbers that are told of one count beside each other hold each other fast, whatever words stand with them: where all of
 * a group but one are what the tables say of one quantity (1174件，增至1306件，多132件，增长11.2%), the one that is a slip
 * away from what it would have to be is asked about.
 */
function askAboutCompared(subject: CheckSubject, sentence: readonly ReadNumber[]): Finding[] {
  return groupCompared(subject, sentence).flatMap((group) => {
    const readings = candidatesOf(subject, group).flatMap((known) => readGroup(subject, group, known) ?? []);
    if (readings.some(({ wrong }) => wrong.length === 0)) return [];
    const strong = readings.filter(({ weight, isNamed }) => weight >= (isNamed ? ENOUGH_NAMED : ENOUGH));
    const [best] = strong.toSorted(
      (left, right) => Number(right.isNamed) - Number(left.isNamed) || right.weight - left.weight,
    );
    const [wrong] = best?.wrong ?? [];
    if (!best || !wrong || best.wrong.length > 1) return [];
    const { number, role } = wrong.of;
    // What is read with certainty has its own finding, or is right.
    if (number.meaning || isToldOfAnother(subject, sentence, wrong.of, best.known)) return [];
    return isNear(wrong.of, wrong.expected, best.weight) ? [finding(number, role, best.known, wrong.expected)] : [];
  });
}

/** Two numbers of two digits, or one of four, are not right by chance. */
const ENOUGH = 4;
/** Where the words name the quantity, too. */
const ENOUGH_NAMED = 2;

/** What the group may be of: what its words allow, and whatever has one of its numbers. */
function candidatesOf(subject: CheckSubject, group: readonly RoleNumber[]): KnownQuantity[] {
  const quantities = knownQuantities(subject);
  const named = group
    .flatMap(({ number }) => namedIn(subject, number))
    .flatMap((quantity) => quantities.of(quantity) ?? []);
  // 占比由10.1%提高到10.5%，上升0.4个百分点: three percentages that fit one quantity need no name.
  if (!hasCounts(group) && group.length >= 3 && named.length === 0) return [...quantities.all];
  const having = group.flatMap(({ number }) =>
    isShare(number.mention) ? [] : quantities.having(inTableUnit(number.mention).value),
  );
  return [...new Map([...named, ...having].map((one) => [one.quantity.cells.join(), one])).values()];
}

/** The quantities that the number's own words may mean. */
function namedIn({ format }: CheckSubject, number: ReadNumber): readonly Quantity[] {
  const { meaning, likely, comparison, share } = number;
  const concluded = RATE.test(number.clause.before) ? flowQuantity(format, "concluded", ["total"]) : null;
  const measured = share?.measured && share.measured !== "unknown" ? share.measured.accepted : [];
  return [
    ...(meaning?.accepted ?? []),
    ...likely.quantities,
    ...(comparison?.of.flatMap(({ accepted }) => accepted) ?? []),
    ...measured,
    ...(share?.rate?.parts ?? []),
    ...(concluded ? [concluded] : []),
  ];
}

/** 当年办结率为94.0%. */
const RATE = /(?:办结|答复)率/u;

function readGroup(subject: CheckSubject, group: readonly RoleNumber[], known: KnownQuantity): Reading | null {
  const cells = known.quantity.cells.join();
  if (group.some(({ number }) => number.mention.unit.endsWith("元")) !== /\.amount$/u.test(cells) && hasCounts(group))
    return null;
  let weight = 0;
  const wrong: { of: RoleNumber; expected: DecimalText }[] = [];
  for (const one of group) {
    const expected = expectedOf(subject, one, known);
    if (expected.length === 0) return null;
    if (expected.some((value) => isRightFor(one, value))) weight += weightOf(one);
    else wrong.push({ of: one, expected: closestOf(one, expected) });
  }
  const isNamed = group.some(({ number }) =>
    namedIn(subject, number).some((quantity) => quantity.cells.join() === cells),
  );
  return weight === 0 ? null : { known, weight, isNamed, wrong };
}

function hasCounts(group: readonly RoleNumber[]): boolean {
  return group.some(({ number }) => !isShare(number.mention));
}

/** How little likely it is that the number is right by chance. */
function weightOf({ number }: RoleNumber): number {
  const digits = number.mention.value.replace(/\D/gu, "").length;
  return isShare(number.mention) ? Math.min(digits, 3) : Math.min(digits, 4);
}

function closestOf(one: RoleNumber, expected: readonly DecimalText[]): DecimalText {
  return expected.find((value) => isNear(one, value, ENOUGH)) ?? expected[0] ?? "0";
}

function isNear({ number, role }: RoleNumber, expected: DecimalText, weight: number): boolean {
  const { value } = inTableUnit(number.mention);
  if (role === "now" || role === "then" || role === "change")
    return isSlip(value, expected) || (weight >= ENOUGH_NAMED && isOneApart(value, expected));
  const shown = decimalsOf(number) === 0 ? value : fixed(value, decimalsOf(number));
  return shown.length === expected.length && shown !== expected && isOneEditApart(shown, expected);
}

function fixed(value: DecimalText, decimals: number): DecimalText {
  return divideDecimals(value, "1", decimals) ?? value;
}

/** 新收94件，上年结转8件，增长11.2%: what does not fit the last count may be said of one before. */
function isToldOfAnother(
  subject: CheckSubject,
  sentence: readonly ReadNumber[],
  one: RoleNumber,
  { quantity }: KnownQuantity,
): boolean {
  const { of, having } = knownQuantities(subject);
  const others = sentence
    .filter((number) => number !== one.number)
    .flatMap((number) => [
      ...namedIn(subject, number).flatMap((named) => of(named) ?? []),
      ...(isShare(number.mention) ? [] : having(inTableUnit(number.mention).value)),
    ]);
  return others.some(
    (other) =>
      other.quantity.cells.join() !== quantity.cells.join() &&
      expectedOf(subject, one, other).some((value) => isRightFor(one, value)),
  );
}

const IN_THE_YEAR_BEFORE: ReadonlySet<Role> = new Set(["then", "change"]);

function finding(
  { text, mention, clause }: ReadNumber,
  role: Role,
  { quantity }: KnownQuantity,
  expected: DecimalText,
): Finding {
  const quote = quoteOf(text, clause.start, clause.end, mention);
  const isPercent = mention.unit === "%";
  const stated = isShare(mention) ? mention.value : inTableUnit(mention).value;
  return newFinding({
    rule: isShare(mention) ? "NARR-PERCENT" : IN_THE_YEAR_BEFORE.has(role) ? "NARR-YEAR" : "NARR-TABLE",
    severity: "warning",
    sectionId: text.sectionId,
    cells: isShare(mention) ? [] : quantity.cells,
    text: { headingKey: text.headingKey, ...quote },
    expected: isPercent ? `${expected}%` : expected,
    actual: isPercent ? `${stated}%` : stated,
    messageKey: `text_beside_${role}`,
    values: { quote: quote.quote, name: quantity.name, expected },
    terms: [
      { label: `文中“${quote.quote}”`, value: stated },
      { label: quantity.name, value: expected },
    ],
  });
}
