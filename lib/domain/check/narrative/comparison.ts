import type { Clause } from "@/lib/domain/check/narrative/clauses";
import type { Context } from "@/lib/domain/check/narrative/context";
import type { Meaning } from "@/lib/domain/check/narrative/meaning";
import { readPeriod } from "@/lib/domain/check/narrative/period";
import { has, hasHead, type Phrase, readPhrase } from "@/lib/domain/check/narrative/phrase";
import { readWords } from "@/lib/domain/check/narrative/read-frame";
import type { Reporter } from "@/lib/domain/check/narrative/reporter";
import { resolvePhrase } from "@/lib/domain/check/narrative/resolve-phrase";

/**
 * What a number says of the year before: last year's own count, or by how much this year's is above or below it. `of`
 * holds what may be compared; one of them makes the number right.
 */
export type Comparison = {
  kind: "then" | "more" | "fewer";
  of: readonly Meaning[];
  /** The year was named earlier in the sentence; by now it may speak of its own year again. */
  mayBeNow?: boolean;
};

/** A number clause that compares two years. `now` is of a number that says where the count has come to (增至34件). */
export type ReadComparison = { comparison: Comparison | null; now: Meaning | null };

const RISE = "增加|增长|上升|提高|上涨|递增|增多|多出|多收|多发|多办|多审|增收|多|增";
const FALL = "减少|下降|降低|下滑|递减|回落|少收|少办|减收|少|减|降";
const MANNER = "(?:同比|环比|有所|略有|小幅|大幅|明显|显著|分别|各|均|相应|净|共|又)*";
/** The verb that stands right before the number: by how much. */
const BY = new RegExp(`${MANNER}(?:(${RISE})|(${FALL}))了?$`, "u");
/** Or to what. */
const TO = new RegExp(
  `${MANNER}(?:增加|增长|上升|提高|增|升|减少|下降|降低|降|减|攀升|回落)(?:到了?|至|为)(?:今年|本年|20\\d\\d年)?度?的?$`,
  "u",
);
const FROM_TO =
  /(?:由|从)(?:(?:上一?年|去年|20\d\d年)度?的?)?\d[^，。；]{0,6}(?:增|升|降|减|上升|增加|增长|减少|下降|攀升|回落)(?:加|长)?(?:至|到|为)/u;
/** Counts of single days and bodies are no counts of a year. */
const OF_EACH = /环比|平均|日均|月均|年均|每|人均/u;

/** Words that name the year before as what is compared with. */
function referenceOf(year: number): RegExp {
  const last = `(?:(?:上一?年|去年|${year - 1}年)(?:度|末|底)?)`;
  const beside = "(?:相较于?|相比于?|较之|对比|与|较|比|同|和|由|从)*";
  return new RegExp(`${beside}${last}(?:全年|同期|同时期|的)*(?:相比较?|比较|相较|而言)?|两年相比`, "u");
}

/** The count of last year, of which nothing else is said: 去年为62件, 较上年的11件, 由2019年的29件. */
const OF_LAST_YEAR = /(?:同期|的|为|是|共|有|仅|只有|数量|总数|数)*$/u;

/**
 * Reads a number that stands in a comparison with the year before. Without words of its own it is compared with what
 * was counted just before; what cannot be told is compared with nothing. Null where nothing is compared after all.
 */
export function readComparison(
  clause: Extract<Clause, { kind: "number" }>,
  pending: Phrase | null,
  context: Context,
  reporter: Reporter,
): ReadComparison | null {
  const nothing: ReadComparison = { comparison: null, now: null };
  if (OF_EACH.test(clause.before)) return nothing;
  const reference = referenceOf(reporter.year);
  const isReferred = reference.test(clause.before) || /同比/u.test(clause.before);
  if (isReferred) context.isCompared = true;
  const from = /(?:由|从)$/u.exec(clause.before);
  // 由37件增至43件: the years need not be named.
  if (from && FROM_TO.test(context.sentence)) context.isCompared = true;
  if (!context.isCompared) return bareChange(clause, context) ?? nothing;

  const plain = clause.before.replace(reference, "");
  const to = TO.exec(plain);
  if (to) {
    const [now = null] = meaningsOf(plain.slice(0, to.index), clause, pending, context, reporter);
    return { comparison: null, now };
  }
  const by = BY.exec(plain);
  if (by) {
    const of = meaningsOf(plain.slice(0, by.index), clause, pending, context, reporter);
    return of.length === 0 ? nothing : { comparison: { kind: by[1] ? "more" : "fewer", of }, now: null };
  }
  if (!isReferred && !from) return nothing;
  const own = plain
    .replace(/(?:由|从)$/u, "")
    .replace(OF_LAST_YEAR, "")
    .replace(/同比/u, "");
  // 去年收到62件 compares nothing: it is a count like any other, of another year.
  if (!from && !BESIDE.test(clause.before) && hasHead(readPhrase(own, reporter))) return null;
  // Words of which nothing is known (上年处理5件) may count something else.
  if (own.trim() !== "" && !hasHead(readPhrase(own, reporter))) return nothing;
  const of = meaningsOf(own, clause, pending, context, reporter);
  return of.length === 0 ? nothing : { comparison: { kind: "then", of }, now: null };
}

/** 行政强制129件，减少12件: most likely than the year before, of what was counted just now. */
function bareChange({ before, mention }: Extract<Clause, { kind: "number" }>, context: Context): ReadComparison | null {
  const by = BY.exec(before.trim());
  const last = context.counted.at(-1);
  if (by?.[0] !== before.trim() || last?.unit !== mention.unit) return null;
  const of = [{ ...last.meaning, isLikely: true }];
  return { comparison: { kind: by[1] ? "more" : "fewer", of }, now: null };
}

const BESIDE = /与|较|比|同(?!期)|由|从/u;

/** What the words before a comparison count, or else what was counted just before it. */
function meaningsOf(
  words: string,
  clause: Extract<Clause, { kind: "number" }>,
  pending: Phrase | null,
  context: Context,
  reporter: Reporter,
): readonly Meaning[] {
  const { unit } = clause.mention;
  const own = readPhrase(words, reporter);
  const phrase = !hasHead(own) && own.residue === "" && pending && !has(pending, "none") ? pending : own;
  if (hasHead(phrase) || phrase.residue !== "") {
    const meaning = resolvePhrase(phrase, unit, context) ?? readWords(words, unit, context, reporter);
    return meaning ? [meaning] : [];
  }
  const counted = clause.pairedWith
    ? [context.counted.at(clause.pairedWith.place - clause.pairedWith.of)]
    : context.counted.toReversed();
  const certain = counted.flatMap((one) => (one && one.unit === unit ? [one.meaning] : []));
  return certain.length === 0 && context.likely?.unit === unit ? [context.likely.meaning] : certain;
}

/** 去年收到62件: an ordinary count whose words are of the year before. The year itself is taken from them. */
export function withoutLastYear(words: string, year: number): string {
  if (readPeriod(words, year) !== "last") return words;
  return words.replace(new RegExp(`(?:上一?年|去年|${year - 1}年)(?:度|全年|同期)*`, "u"), "");
}

/** 今年为, 2020年共: words that name a year and nothing else. */
export function isYearAlone(words: string, year: number): boolean {
  return new RegExp(`^(?:而|到)?(?:今年|本年|当年|${year}年)(?:度|全年)*(?:则?为|则?是|共|有|达到?|的)*$`, "u").test(
    words.trim(),
  );
}

/** 与上年相比: says that what follows is a comparison, and nothing of what is counted. */
export function withoutComparison(words: string, context: Context, year: number): string {
  const compared = new RegExp(
    `(?:相较于?|相比于?|较之|对比|与|较|比|同|和)(?:上一?年|去年|${year - 1}年)度?(?:全年|同期|的)*(?:相比较?|比较|相较|而言)?|同比(?:来看)?`,
    "u",
  );
  if (!compared.test(words)) return words;
  context.isCompared = true;
  return words.replace(compared, "");
}
