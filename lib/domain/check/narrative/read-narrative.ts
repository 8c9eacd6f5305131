import type { CheckedText, CheckSubject } from "@/lib/domain/check/finding";
import { type Clause, distribute, readSentences, type Sentence } from "@/lib/domain/check/narrative/clauses";
import {
  beginSentence,
  type Context,
  freshContext,
  isCase,
  noteNumber,
  notePlaceAndTime,
  noteWords,
} from "@/lib/domain/check/narrative/context";
import type { Meaning } from "@/lib/domain/check/narrative/meaning";
import type { NumberMention } from "@/lib/domain/check/narrative/number-mentions";
import { isComparison, isShare } from "@/lib/domain/check/narrative/number-words";
import {
  flowsOf,
  has,
  hasHead,
  joinPhrases,
  nameItself,
  type Phrase,
  type Reporter,
  readPhrase,
  reporterOf,
} from "@/lib/domain/check/narrative/phrase";
import { readNothing } from "@/lib/domain/check/narrative/read-nothing";
import { isChangeOfItems } from "@/lib/domain/check/narrative/resolve-active";
import { resolvePhrase } from "@/lib/domain/check/narrative/resolve-phrase";

/** A number of the text, what it was found to mean, and where it stands. */
export type ReadNumber = {
  text: CheckedText;
  mention: NumberMention;
  /** The words on either side, for rules that look at lists and shares. */
  clause: Extract<Clause, { kind: "number" }>;
  sentence: Sentence;
  meaning: Meaning | null;
  /** Of a percentage: what its own words say that it is a share of, or that has grown. */
  measured: Meaning | "unknown" | null;
};

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
  for (const sentence of readSentences(text.text)) {
    const words = text.text.slice(sentence.start, sentence.end);
    if (sentence.isParagraphHead && HEADING.test(words) && text.text[sentence.end] !== "。") title = words;
    if (sentence.isParagraphHead && !goesOn) Object.assign(state, freshContext(subject.format, text, title));
    beginSentence(state, words, title);
    let pending: Phrase | null = null;
    let isOneApplicant = false;
    for (const clause of distribute(sentence.clauses)) {
      if (clause.kind === "words") {
        const phrase = readPhrase(clause.text, reporter);
        notePlaceAndTime(clause.text, phrase, state, subject.year);
        const nothing = readNothing(phrase, state);
        if (nothing) nothings.push({ text, start: clause.start, end: clause.end, meaning: nothing });
        pending = noteWords(phrase, nameItself(clause.text, reporter), state) ? phrase : null;
        if (has(phrase, "column") && !has(phrase, "none")) isOneApplicant = true;
        continue;
      }
      const { meaning, measured, phrase } = readNumberClause(clause, pending, state, reporter);
      const tied = isOneApplicant ? null : meaning;
      numbers.push({ text, mention: clause.mention, clause, sentence, meaning: tied, measured });
      noteNumber(phrase, tied, clause, state);
      pending = null;
    }
    if (state.partOnly === "sentence") state.partOnly = null;
  }
}

type ReadClause = { meaning: Meaning | null; measured: ReadNumber["measured"]; phrase: Phrase };

/** The words before a number speak first; those after it only where the ones before do not name what is counted. */
function readNumberClause(
  clause: Extract<Clause, { kind: "number" }>,
  pending: Phrase | null,
  state: Context,
  reporter: Reporter,
): ReadClause {
  const before = readPhrase(clause.before, reporter);
  const tied = (phrase: Phrase, meaning: Meaning | null): ReadClause => ({ meaning, measured: null, phrase });
  if (isShare(clause.mention)) {
    return { meaning: null, measured: readMeasured(clause.before, pending, state, reporter), phrase: before };
  }
  const { unit } = clause.mention;
  if (isComparison(clause.before) && !isChangeOfItems(before, unit, state)) return tied(before, null);
  notePlaceAndTime(clause.before, before, state, reporter.year);
  const after = readPhrase(clause.after, reporter);
  const namesIt = ["request", "outcome", "topic", "money", "projects", "column", "publish"].some((kind) =>
    has(before, kind as "request"),
  );
  const isOfCases = has(before, "disclosure") && isCase(state.topic);
  const isCarried = flowsOf(before).some((flow) => flow.startsWith("carried_"));
  if (namesIt || isCarried || isOfCases) return tied(before, resolvePhrase(before, unit, state));
  if (hasHead(before) || before.residue !== "") {
    const isNounOnly = clause.isFollowed || GOES_ON.test(clause.after);
    const whole = joinPhrases(before, isNounOnly ? nounOf(after) : after);
    return tied(whole, resolvePhrase(whole, unit, state));
  }
  if (hasHead(after)) {
    const whole = joinPhrases(before, after);
    return tied(whole, clause.isFollowed ? null : resolvePhrase(whole, unit, state));
  }
  if (pending && after.residue === "" && !has(pending, "none")) {
    const whole = joinPhrases(pending, before);
    return tied(whole, resolvePhrase(whole, unit, state));
  }
  return tied(joinPhrases(before, after), null);
}

/** 办结的70件申请进行分析: after the noun the sentence goes on with something else. */
const GOES_ON = /申请(?:事项|件)?(?:中|里|当中|均|全部|都|已|进行|后)/u;

/** 收到的70件申请中办结69件: the noun belongs to the number before it, the verb to the one behind. */
function nounOf(after: Phrase): Phrase {
  const [first] = after.words;
  return first?.tag.kind === "request" ? { words: [first], residue: "" } : { words: [], residue: "" };
}

const OF_SHARE =
  /(?:大?约)?(?:所?占(?:比|比例|比重)?|比例|比重)(?:为|是|达|达到)?(?:申请|答复|办结|办理|新收|受理|收到)?(?:总)?(?:数|量|件数)?(?:的)?$/u;
const OF_GROWTH =
  /(?:与|比|较)?(?:上年|上一年|去年|20\d\d年)?(?:度|同期)?(?:相比)?(?:同比)?(?:增长|上升|增加|提高|上涨|递增|下降|减少|降低|下滑|递减|增幅|降幅)了?(?:为|达)?$/u;

/** 无法提供的占27.3%, 申请量同比增长18.3%: what the words before the share's own name. */
function readMeasured(
  before: string,
  pending: Phrase | null,
  state: Context,
  reporter: Reporter,
): ReadNumber["measured"] {
  const words = before.replace(OF_SHARE, "").replace(OF_GROWTH, "");
  if (words === before) return null;
  const own = readPhrase(words, reporter);
  const phrase = !hasHead(own) && own.residue === "" ? pending : own;
  if (!phrase || (!hasHead(phrase) && phrase.residue === "")) return null;
  return resolvePhrase(phrase, "件", state) ?? "unknown";
}
