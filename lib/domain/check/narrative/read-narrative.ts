import type { CheckedText, CheckSubject } from "@/lib/domain/check/finding";
import { knownFigures } from "@/lib/domain/check/known-figures";
import { type Clause, readSentences, type Sentence } from "@/lib/domain/check/narrative/clauses";
import { withoutComparison } from "@/lib/domain/check/narrative/comparison";
import { beginSentence, type Context, freshContext, notePlaceAndTime } from "@/lib/domain/check/narrative/context";
import { distribute } from "@/lib/domain/check/narrative/distribute";
import type { Meaning } from "@/lib/domain/check/narrative/meaning";
import { noteCounted, noteNumber, noteWords } from "@/lib/domain/check/narrative/note-context";
import type { NumberMention } from "@/lib/domain/check/narrative/number-mentions";
import { type Period, readPeriod } from "@/lib/domain/check/narrative/period";
import { has, nameItself, type Phrase, readPhrase, reporterOf } from "@/lib/domain/check/narrative/phrase";
import { quantityValue } from "@/lib/domain/check/narrative/quantity";
import { NO_FRAME, noteFrame, noteTied, type ReadFrame, readFrame } from "@/lib/domain/check/narrative/read-frame";
import { readNothing } from "@/lib/domain/check/narrative/read-nothing";
import { type ReadClause, readNumberClause } from "@/lib/domain/check/narrative/read-number";
import { isOfItems } from "@/lib/domain/check/narrative/resolve-active";
import { isSlip } from "@/lib/domain/check/slip";

/** A number of the text, what it was found to mean, and where it stands. */
export type ReadNumber = {
  text: CheckedText;
  mention: NumberMention;
  /** The words on either side, for rules that look at lists and shares. */
  clause: Extract<Clause, { kind: "number" }>;
  sentence: Sentence;
  /** Its sentence has named the year before to compare with. */
  isCompared: boolean;
  /** What it may count, where nothing ties it without doubt. */
  likely: ReadFrame;
} & Omit<ReadClause, "phrase">;

/** Words that say that something did not happen: its number is zero. */
export type ReadNothing = { text: CheckedText; start: number; end: number; meaning: Meaning };

export type ReadNarrative = { numbers: readonly ReadNumber[]; nothings: readonly ReadNothing[] };

const known = new WeakMap<CheckSubject, ReadNarrative>();

/** Reads all text of a subject once; the rules about text share what was read. */
export function readNarrative(subject: CheckSubject): ReadNarrative {
  const earlier = known.get(subject);
  if (earlier) return earlier;
  const numbers: ReadNumber[] = [];
  const nothings: ReadNothing[] = [];
  let state: Context | null = null;
  for (const text of subject.texts) {
    // Quoted sentences follow one another in the report that they are quoted from.
    const before: Context | null = text.isExcerpt ? state : null;
    const context: Context = before ?? freshContext(subject.format, text, text.title);
    readText(subject, text, context, before !== null, numbers, nothings);
    state = context;
  }
  const narrative = { numbers, nothings };
  known.set(subject, narrative);
  return narrative;
}

/** 比2022年（1883件）上升: a bracket tells the count of the year that stands before it. */
function withYearBefore(clause: Clause, wordsBefore: string | null): Clause {
  if (clause.kind === "words" || clause.before !== "" || wordsBefore === null) return clause;
  const isYear = /(?:比|较|与|同)(?:上一?年|去年|20\d\d年)(?:度|同期)?的?$/u.test(wordsBefore.trim());
  return isYear ? { ...clause, before: wordsBefore } : clause;
}

/** Whether the number is what its words may count, or a slip away from it: its sentence speaks of what a table knows. */
function isNear(subject: CheckSubject, mention: NumberMention, { quantities }: ReadFrame): boolean {
  return quantities.some((quantity) => {
    const value = quantityValue(quantity, knownFigures(subject));
    return value !== null && (mention.value === value || isSlip(mention.value, value));
  });
}

const OF_WHOLE = /全[省市县区州旗镇]|各级/u;

/** A line of its own that only numbers and names what follows. */
const HEADING =
  /^\s*(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d+(?:\.\d+)*[.．、])[^，,；;]{2,40}$/u;

function readText(
  subject: CheckSubject,
  text: CheckedText,
  state: Context,
  goesOn: boolean,
  numbers: ReadNumber[],
  nothings: ReadNothing[],
): void {
  const reporter = reporterOf(subject.year, subject.organisation);
  let title = text.title;
  // 区政府办公室收到12件 may be what came to the office alone.
  let isOfOffice = false;
  for (const sentence of readSentences(text.text)) {
    const words = text.text.slice(sentence.start, sentence.end);
    if (sentence.isParagraphHead && HEADING.test(words) && text.text[sentence.end] !== "。") title = words;
    if (sentence.isParagraphHead && !goesOn) Object.assign(state, freshContext(subject.format, text, title));
    beginSentence(state, words, title);
    let pending: Phrase | null = null;
    // What the clause before a number said, whether or not all of it is known.
    let lastWords: string | null = null;
    // 集中在过程性信息（15件）: what a bracket counts stands before it.
    let lastAfter: string | null = null;
    if (sentence.isParagraphHead) isOfOffice = false;
    isOfOffice = reporter.isOffice(words) || (isOfOffice && !OF_WHOLE.test(words));
    let isOneApplicant = false;
    // 网络渠道为主，占71%: a share after words that are not known is of what they name.
    let isOfUnknown = false;
    let outside: Period | null = null;
    for (const written of distribute(sentence.clauses)) {
      const clause = withYearBefore(written, lastWords);
      // 收到77件（去年62件），办结78件: the time of a bracket ends with it.
      if (/[（(]/.test(text.text[clause.start - 1] ?? "")) outside = state.time;
      else if (outside && /[）)]/.test(text.text[clause.start - 1] ?? "")) [state.time, outside] = [outside, null];
      if (clause.kind === "words") {
        const phrase = readPhrase(withoutComparison(clause.text, state, subject.year), reporter);
        notePlaceAndTime(clause.text, phrase, state, subject.year);
        const nothing = readNothing(phrase, state);
        if (nothing) nothings.push({ text, start: clause.start, end: clause.end, meaning: nothing });
        pending = noteWords(phrase, nameItself(clause.text, reporter), state) ? phrase : null;
        isOfUnknown = phrase.residue !== "";
        if (has(phrase, "column") && !has(phrase, "none")) isOneApplicant = phrase.residue !== "" || !state.applicant;
        lastWords = clause.text;
        noteFrame(clause.text, state, reporter);
        continue;
      }
      const { meaning, comparison, share, phrase } = readNumberClause(clause, pending, state, reporter);
      const own = isOneApplicant ? null : meaning;
      const isInBracket = clause.before === "" && /[（(]/.test(text.text[clause.mention.start - 1] ?? "");
      const led = lastWords ?? (isInBracket ? lastAfter : null);
      if (own) noteTied(phrase, clause.before, state, reporter);
      const likely = own || comparison ? NO_FRAME : readFrame(clause, led, state, reporter);
      const tied = own && isOfOffice ? { ...own, isMaybePart: true } : own;
      const isLast = state.time === "last" && tied !== null && !isOfItems(tied);
      numbers.push({
        text,
        mention: clause.mention,
        clause,
        sentence,
        likely,
        isCompared: state.isCompared,
        meaning: isLast ? null : tied,
        comparison: isLast
          ? { kind: "then", of: [tied], mayBeNow: readPeriod(clause.before, subject.year) === null }
          : comparison,
        share: share && isOfUnknown && share.measured === null ? { ...share, measured: "unknown" } : share,
      });
      noteNumber(phrase, tied, clause, state, isNear(subject, clause.mention, likely));
      if (likely.quantities.length > 0) {
        const meant = {
          accepted: likely.quantities,
          others: [],
          listed: null,
          isLikely: true,
          isClose: likely.isClose,
        };
        state.likely = { meaning: meant, unit: clause.mention.unit };
      } else if (tied) state.likely = null;
      if (isLast) state.isCompared = true;
      if (comparison && !clause.pairedWith) noteCounted(comparison.of[0], clause, state);
      pending = null;
      lastWords = null;
      lastAfter = clause.after;
      isOfUnknown = false;
    }
    if (state.partOnly === "sentence") state.partOnly = null;
  }
}
