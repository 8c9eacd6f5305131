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
import { has, type Phrase, readPhrase } from "@/lib/domain/check/narrative/phrase";
import { quantityValue } from "@/lib/domain/check/narrative/quantity";
import { NO_FRAME, noteFrame, noteTied, type ReadFrame, readFrame } from "@/lib/domain/check/narrative/read-frame";
import { readNothing } from "@/lib/domain/check/narrative/read-nothing";
import { readNumberClause } from "@/lib/domain/check/narrative/read-number";
import type { ReadNarrative, ReadNothing, ReadNumber } from "@/lib/domain/check/narrative/reading";
import { nameItself, type Reporter, reporterOf } from "@/lib/domain/check/narrative/reporter";
import { isOfItems } from "@/lib/domain/check/narrative/resolve-active";
import { isSlip } from "@/lib/domain/check/slip";

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

/** One text as it is read, sentence by sentence. */
type Reading = {
  subject: CheckSubject;
  text: CheckedText;
  reporter: Reporter;
  state: Context;
  numbers: ReadNumber[];
  nothings: ReadNothing[];
  /** 区政府办公室收到12件 may be what came to the office alone. */
  isOfOffice: boolean;
};

/** What the clauses of a sentence have said up to the one that is read. */
type SoFar = {
  /** Words that wait for their number. */
  pending: Phrase | null;
  /** What the clause before a number said, whether or not all of it is known. */
  lastWords: string | null;
  /** 集中在过程性信息（15件）: what a bracket counts stands before it. */
  lastAfter: string | null;
  isOneApplicant: boolean;
  /** 网络渠道为主，占71%: a share after words that are not known is of what they name. */
  isOfUnknown: boolean;
  /** The time outside of the bracket that is open. */
  outside: Period | null;
};

function readText(
  subject: CheckSubject,
  text: CheckedText,
  state: Context,
  goesOn: boolean,
  numbers: ReadNumber[],
  nothings: ReadNothing[],
): void {
  const reporter = reporterOf(subject.year, subject.organisation);
  const reading: Reading = { subject, text, reporter, state, numbers, nothings, isOfOffice: false };
  let title = text.title;
  for (const sentence of readSentences(text.text)) {
    const words = text.text.slice(sentence.start, sentence.end);
    if (sentence.isParagraphHead && HEADING.test(words) && text.text[sentence.end] !== "。") title = words;
    if (sentence.isParagraphHead && !goesOn) Object.assign(state, freshContext(subject.format, text, title));
    beginSentence(state, words, title);
    if (sentence.isParagraphHead) reading.isOfOffice = false;
    reading.isOfOffice = reporter.isOffice(words) || (reading.isOfOffice && !OF_WHOLE.test(words));
    readSentence(reading, sentence);
    if (state.partOnly === "sentence") state.partOnly = null;
  }
}

function readSentence(reading: Reading, sentence: Sentence): void {
  const soFar: SoFar = {
    pending: null,
    lastWords: null,
    lastAfter: null,
    isOneApplicant: false,
    isOfUnknown: false,
    outside: null,
  };
  for (const written of distribute(sentence.clauses)) {
    const clause = withYearBefore(written, soFar.lastWords);
    keepTimeOfBracket(reading, clause, soFar);
    if (clause.kind === "words") readWords(reading, clause, soFar);
    else readNumber(reading, clause, sentence, soFar);
  }
}

/** 收到77件（去年62件），办结78件: the time of a bracket ends with it. */
function keepTimeOfBracket({ text, state }: Reading, clause: Clause, soFar: SoFar): void {
  const before = text.text[clause.start - 1] ?? "";
  if (/[（(]/.test(before)) soFar.outside = state.time;
  else if (soFar.outside && /[）)]/.test(before)) [state.time, soFar.outside] = [soFar.outside, null];
}

function readWords(reading: Reading, clause: Extract<Clause, { kind: "words" }>, soFar: SoFar): void {
  const { subject, text, reporter, state, nothings } = reading;
  const phrase = readPhrase(withoutComparison(clause.text, state, subject.year), reporter);
  notePlaceAndTime(clause.text, phrase, state, subject.year);
  const nothing = readNothing(phrase, state);
  if (nothing) nothings.push({ text, start: clause.start, end: clause.end, meaning: nothing });
  soFar.pending = noteWords(phrase, nameItself(clause.text, reporter), state) ? phrase : null;
  soFar.isOfUnknown = phrase.residue !== "";
  if (has(phrase, "column") && !has(phrase, "none")) soFar.isOneApplicant = phrase.residue !== "" || !state.applicant;
  soFar.lastWords = clause.text;
  noteFrame(clause.text, state, reporter);
}

function readNumber(reading: Reading, clause: ReadNumber["clause"], sentence: Sentence, soFar: SoFar): void {
  const { subject, text, reporter, state } = reading;
  const { meaning, comparison, share, phrase } = readNumberClause(clause, soFar.pending, state, reporter);
  const certain = soFar.isOneApplicant ? null : meaning;
  const isInBracket = clause.before === "" && /[（(]/.test(text.text[clause.mention.start - 1] ?? "");
  const led = soFar.lastWords ?? (isInBracket ? soFar.lastAfter : null);
  if (certain) noteTied(phrase, clause.before, state, reporter);
  const likely = certain || comparison ? NO_FRAME : readFrame(clause, led, state, reporter);
  const tied = certain && reading.isOfOffice ? { ...certain, isMaybePart: true } : certain;
  const isLast = state.time === "last" && tied !== null && !isOfItems(tied);
  reading.numbers.push({
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
    share: share && soFar.isOfUnknown && share.measured === null ? { ...share, measured: "unknown" } : share,
  });
  noteNumber(phrase, tied, clause, state, isNear(subject, clause.mention, likely));
  noteLikely(state, clause, likely, tied);
  if (isLast) state.isCompared = true;
  if (comparison && !clause.pairedWith) noteCounted(comparison.of[0], clause, state);
  Object.assign(soFar, { pending: null, lastWords: null, lastAfter: clause.after, isOfUnknown: false });
}

/** Keeps what a number may count, for numbers that are said to be parts of it. */
function noteLikely(state: Context, clause: ReadNumber["clause"], likely: ReadFrame, tied: Meaning | null): void {
  const { quantities, isClose } = likely;
  if (quantities.length > 0) {
    const meaning = { accepted: quantities, others: [], listed: null, isLikely: true, isClose };
    state.likely = { meaning, unit: clause.mention.unit };
  } else if (tied) state.likely = null;
}
