import { agrees } from "@/lib/domain/check/compare-stated";
import type { CheckSubject } from "@/lib/domain/check/finding";
import { knownFigures } from "@/lib/domain/check/known-figures";
import type { Meaning } from "@/lib/domain/check/narrative/meaning";
import { isShare } from "@/lib/domain/check/narrative/number-words";
import { flowQuantity, type Quantity, quantityValue, rowsOfFlow } from "@/lib/domain/check/narrative/quantity";
import type { Rate } from "@/lib/domain/check/narrative/rates";
import type { ReadNumber } from "@/lib/domain/check/narrative/reading";
import { addDecimals, compareDecimals } from "@/lib/domain/decimal";
import type { DecimalText } from "@/lib/domain/figure";

/** Two numbers whose ratio the percentage may be; `label` shows the division. */
export type Ratio = { part: DecimalText; whole: DecimalText; label: string; isLikely?: boolean };

/** What a share may be said to be of; anything else (全省总量, 全部复议案件) the report does not know. */
const KNOWN_WHOLE =
  /占(?:比例?|比重|约|为|达到?|近|了|所有|全部(?=申请|答复)|本年|全年|其|已|依法|依申请公开|政府信息公开|信息公开|公开申请|申请|答复|办结|办理|受理|新收|收到|处理|件|总\p{Script=Han}{0,4}数|总量|总|量|数|的|中|之|超过?|是|\s)*$|(?:比例|比重|占比)(?:最高|最大|最低|次之|居首|第一)?(?:为|是|达到?|约)*$/u;
/** Longer than any words between 占 and its number. */
const LONGEST = 40;
const WHOLES = ["received", "handled", "concluded"] as const;

/** What the percentage may be a share of. */
export function shareRatios(
  subject: CheckSubject,
  share: ReadNumber,
  earlier: readonly ReadNumber[],
  before: string,
): Ratio[] {
  const { measured = null, whole = null, rate = null, together = 1 } = share.share ?? {};
  if (rate) return ratiosOfRate(subject, share, rate);
  const isBare = isInBrackets(share);
  if ((!whole && !isBare && !KNOWN_WHOLE.test(before.slice(-LONGEST))) || measured === "unknown") return [];
  const counts = earlier.filter(
    ({ mention, comparison }) => !isShare(mention) && !comparison && mention.exactness === "exact",
  );
  if (measured) {
    const inside = counts.filter((number) => number.sentence === share.sentence && OF_WHICH.test(wordsAfter(number)));
    return measured.accepted.flatMap((quantity) => {
      const part = quantityValue(quantity, knownFigures(subject));
      if (part === null) return [];
      const wholes = whole ? valuesOf(subject, whole) : wholesOf(subject, quantity);
      return [...wholes, ...inside.map(({ mention }) => mention.value)].map((one) => ({
        ...ratioOf(part, one),
        isLikely: measured.isLikely === true,
      }));
    });
  }
  if (together > 1) {
    const parts = counts.slice(-together).filter((number) => number.sentence === share.sentence);
    if (parts.length < together || parts.some((number) => !number.meaning || !isRight(subject, number))) return [];
    const sum = addDecimals(parts.map(({ mention }) => mention.value));
    const wholes = whole
      ? valuesOf(subject, whole)
      : (parts[0]?.meaning?.accepted.flatMap((quantity) => wholesOf(subject, quantity)) ?? []);
    return wholes.map((one) => ratioOf(sum, one));
  }
  const { pairedWith } = share.clause;
  const last = pairedWith ? counts.at(pairedWith.place - pairedWith.of) : counts.at(-1);
  // 申请77件（24.2%） may be by how much they grew.
  if (isBare && (!last?.meaning || last.meaning.accepted.some(isFlow))) return [];
  if (!last || last.sentence !== share.sentence) return [];
  // 占70件的48.6%: the whole is told in the same breath.
  const isTold = /占[^，。]*$/u.test(last.clause.before);
  const part = isTold ? counts.at(-2) : last;
  if (!part || part.sentence !== share.sentence || !isRight(subject, part)) return [];
  const { value } = part.mention;
  if (isTold) return [ratioOf(value, last.mention.value)];

  const told = counts
    .slice(0, counts.indexOf(part))
    .filter((number) => number.mention.unit === part.mention.unit && compareDecimals(number.mention.value, value) >= 0);
  if (whole) return valuesOf(subject, whole).map((one) => ratioOf(value, one));
  const known = part.meaning?.accepted.flatMap((quantity) => wholesOf(subject, quantity)) ?? [];
  if (part.meaning) {
    return known.length === 0
      ? []
      : [...told.map((number) => number.mention.value), ...known].map((whole) => ratioOf(value, whole));
  }
  const wholes = told.filter((number) => isWhole(number) || number.meaning?.accepted.some(isFlow));
  return wholes.length === 0 ? [] : told.map((number) => ratioOf(value, number.mention.value));
}

/** 208件（18.46%）: a share with nothing but brackets about it is of the number before them. */
function isInBrackets({ clause, mention, text }: ReadNumber): boolean {
  if (clause.before.trim() !== "") return false;
  const before = text.text.slice(Math.max(0, mention.start - 3), mention.start);
  return /[（(]\s*$/u.test(before) && /^\s*[）)]/u.test(text.text.slice(mention.end, mention.end + 3));
}

/** All that came, was carried or was concluded, whoever applied. */
function isFlow({ cells }: Quantity): boolean {
  return cells.every((cell) => /^requests\.(?:received|carried_in|carried_out|outcome_total)\.total$/.test(cell));
}

/** 无法提供的690件中: what follows is a part of these. */
const OF_WHICH = /^(?:的?申请(?:事项|件)?)?(?:中|里|当中|之中)/u;

function wordsAfter({ text, mention }: ReadNumber): string {
  return text.text.slice(mention.end, mention.end + 12);
}

function valuesOf(subject: CheckSubject, { accepted }: Meaning): DecimalText[] {
  const values = accepted.map((quantity) => quantityValue(quantity, knownFigures(subject)));
  return values.every((value) => value !== null) ? values : [];
}

/** 办结率100% is said of what was due, although some was carried over. */
function ratiosOfRate(
  subject: CheckSubject,
  { mention }: ReadNumber,
  { parts, wholes, isLikely = false }: Rate,
): Ratio[] {
  if (mention.value === "100") return [];
  return parts.flatMap((quantity) => {
    const part = quantityValue(quantity, knownFigures(subject));
    return wholes.flatMap((one) => {
      const whole = quantityValue(one, knownFigures(subject));
      return part === null || whole === null ? [] : [{ ...ratioOf(part, whole), isLikely }];
    });
  });
}

function ratioOf(part: DecimalText, whole: DecimalText): Ratio {
  return { part, whole, label: `${part} ÷ ${whole}` };
}

/** What an item of table 三 or 四 is a share of; empty as soon as one of them is not known. */
function wholesOf(subject: CheckSubject, quantity: Quantity): DecimalText[] {
  const [first = ""] = quantity.cells;
  const rows = new Set(quantity.cells.map((cell) => cell.split(".")[1]));
  // Applicants are a share of the same requests, outcomes of all that came or were concluded.
  const same = WHOLES.filter(
    (flow) => rowsOfFlow(flow).length === rows.size && rowsOfFlow(flow).every((row) => rows.has(row)),
  );
  const wholes: (Quantity | null)[] = first.startsWith("requests.")
    ? (same.length > 0 ? same : WHOLES).map((flow) => flowQuantity(subject.format, flow, ["total"]))
    : first.startsWith("litigation.")
      ? [{ name: "", cells: [...new Set(quantity.cells.map((cell) => cell.replace(/[^.]*$/u, "total")))] }]
      : [];
  const values = wholes.map((whole) => whole && quantityValue(whole, knownFigures(subject)));
  return values.every((value) => value !== null) ? values : [];
}

/** Said to be all of something: 共…, or a number that 其中 follows. */
function isWhole(number: ReadNumber): boolean {
  const after = number.text.text.slice(number.mention.end, number.mention.end + 24);
  return /共|总/u.test(number.clause.before) || /^[^。]{0,12}[，,；。（(]\s*其中/u.test(after);
}

/** True of a number that nothing ties, or that is one of the quantities it may mean. */
export function isRight(subject: CheckSubject, { meaning, mention }: ReadNumber): boolean {
  if (!meaning) return true;
  return meaning.accepted.some((quantity) => {
    const value = quantityValue(quantity, knownFigures(subject));
    return value === null || agrees(mention, value);
  });
}
