import type { CheckedText, CheckSubject } from "@/lib/domain/check/finding";
import { type Clause, distribute, readSentences, type Sentence } from "@/lib/domain/check/narrative/clauses";
import type { Context, Meaning } from "@/lib/domain/check/narrative/meaning";
import type { NumberMention } from "@/lib/domain/check/narrative/number-mentions";
import {
  flowsOf,
  has,
  hasHead,
  joinPhrases,
  type Phrase,
  type Reporter,
  readPhrase,
  topicsOf,
} from "@/lib/domain/check/narrative/phrase";
import { resolvePhrase } from "@/lib/domain/check/narrative/resolve-phrase";

/** A number of the text, what it was found to mean, and where it stands. */
export type ReadNumber = {
  text: CheckedText;
  mention: NumberMention;
  /** The words on either side, for rules that look at lists and shares. */
  clause: Extract<Clause, { kind: "number" }>;
  sentence: Sentence;
  meaning: Meaning | null;
};

/** Words that say that something did not happen: its number is zero. */
export type ReadNothing = { text: CheckedText; start: number; end: number; meaning: Meaning };

export type ReadNarrative = { numbers: readonly ReadNumber[]; nothings: readonly ReadNothing[] };

/** A body that is only a part of the reporting one, unless it is named as the authority that one acts under. */
const PART_OF_BODY =
  /(?<![各本我全])(?:局|街道|镇|委|办公室|分局|派出所|法院|中心|[区市县]政府)(?!信息|公报|网|门户|规章)/u;
const SETTING = /领导|部署|要求|精神|根据|依据|按照|指导|印发|意见|通知|要点|关于|网站|平台|栏/u;

const OF_REQUESTS = /公开申请|申请公开|部分公开|不予公开|无法提供/u;

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
    const context: Context = before ?? freshContext(subject, text.title);
    readText(subject, text, context, before !== null, numbers, nothings);
    state = context;
  }
  const narrative = { numbers, nothings };
  known.set(subject, narrative);
  return narrative;
}

function freshContext(subject: CheckSubject, title: string): Context {
  const isAboutRequests = /依申请|申请公开|公开申请|申请情况/.test(title);
  const topic = isAboutRequests ? "requests" : null;
  return {
    format: subject.format,
    topic,
    flow: null,
    isAboutRequests,
    isAboutDisclosure: false,
    partOnly: null,
    isListOfPublications: false,
  };
}

function readText(
  subject: CheckSubject,
  text: CheckedText,
  state: Context,
  goesOn: boolean,
  numbers: ReadNumber[],
  nothings: ReadNothing[],
): void {
  const reporter: Reporter = { year: subject.year, organisation: subject.organisation ?? null };
  for (const sentence of readSentences(text.text)) {
    if (sentence.isParagraphHead && !goesOn) Object.assign(state, freshContext(subject, text.title));
    state.isListOfPublications = false;
    state.isAboutDisclosure = false;
    // A sentence that is about requests further on is so from its beginning.
    if (state.topic === null && OF_REQUESTS.test(text.text.slice(sentence.start, sentence.end)))
      state.topic = "requests";
    let pending: Phrase | null = null;
    let isOneApplicant = false;
    for (const clause of distribute(sentence.clauses)) {
      if (clause.kind === "words") {
        const phrase = readPhrase(clause.text, reporter);
        const nothing = readNothing(phrase, state);
        if (nothing) nothings.push({ text, start: clause.start, end: clause.end, meaning: nothing });
        pending = noteWords(phrase, clause.text, state) ? phrase : null;
        if (has(phrase, "column") && !has(phrase, "none")) isOneApplicant = true;
        continue;
      }
      const { meaning, phrase } = readNumberClause(clause, pending, state, reporter);
      numbers.push({ text, mention: clause.mention, clause, sentence, meaning: isOneApplicant ? null : meaning });
      noteNumber(phrase, meaning, clause, state, subject.year);
      pending = null;
    }
    if (state.partOnly === "sentence") state.partOnly = null;
  }
}

/** The words before a number speak first; those after it only where the ones before do not name what is counted. */
function readNumberClause(
  clause: Extract<Clause, { kind: "number" }>,
  pending: Phrase | null,
  state: Context,
  reporter: Reporter,
): { meaning: Meaning | null; phrase: Phrase } {
  const before = readPhrase(clause.before, reporter);
  const after = readPhrase(clause.after, reporter);
  const unit = clause.mention.unit;
  const { year } = reporter;
  if (isComparison(clause.before, year) || isShare(clause.mention)) return { meaning: null, phrase: before };
  const namesIt = ["request", "outcome", "topic", "money", "projects", "column", "publish"].some((kind) =>
    has(before, kind as "request"),
  );
  const isCarried = flowsOf(before).some((flow) => flow.startsWith("carried_"));
  if (namesIt || isCarried) return { meaning: resolvePhrase(before, unit, state), phrase: before };
  if (hasHead(before) || before.residue !== "") {
    const whole = joinPhrases(before, clause.isFollowed ? nounOf(after) : after);
    return { meaning: resolvePhrase(whole, unit, state), phrase: whole };
  }
  if (hasHead(after)) {
    const whole = joinPhrases(before, after);
    return { meaning: clause.isFollowed ? null : resolvePhrase(whole, unit, state), phrase: whole };
  }
  if (pending && after.residue === "" && !has(pending, "none")) {
    const whole = joinPhrases(pending, before);
    return { meaning: resolvePhrase(whole, unit, state), phrase: whole };
  }
  return { meaning: null, phrase: joinPhrases(before, after) };
}

/** 收到的70件申请中办结69件: the noun belongs to the number before it, the verb to the one behind. */
function nounOf(after: Phrase): Phrase {
  const [first] = after.words;
  return first?.tag.kind === "request" ? { words: [first], residue: "" } : { words: [], residue: "" };
}

export function isShare(mention: NumberMention): boolean {
  return mention.unit === "%" || mention.unit === "‰" || mention.unit === "个百分点";
}

/** Another year's count, or more and fewer than that: no quantity of this year. */
function isComparison(before: string, year: number): boolean {
  if (isOtherYear(before, year)) return true;
  const compares = /(?:比|较|同比|环比|去年|上年|同期|增加|减少|增长|下降|上升|提高|降低|增幅|降幅|平均|日均|每)/;
  return compares.test(before) && !/结转|净增|净减/.test(before);
}

function isOtherYear(before: string, year: number): boolean {
  if (/结转|转入|接转|较|比/.test(before)) return false;
  return (
    /(?:19|20)\d\d年/.test(before.replaceAll(`${year}年`, "")) || /^(?:去年|上年|上一年|前年|往年)/.test(before.trim())
  );
}

/** Remembers what a clause without a number spoke of; true when it can be the head of a number that follows. */
function noteWords(phrase: Phrase, original: string, state: Context): boolean {
  const isHeading = /^\s*[（(]?[一二三四五六七八九十\d]+[）)、.．]/.test(original);
  const topic = topicsOf(phrase)[0];
  if (has(phrase, "disclosure")) state.isAboutDisclosure = true;
  if (has(phrase, "scope") || isHeading) state.partOnly = null;
  if (PART_OF_BODY.test(original) && !SETTING.test(original) && !has(phrase, "scope")) state.partOnly = "sentence";
  if (has(phrase, "request")) {
    state.topic = topic ?? "requests";
    state.isAboutRequests = topic === undefined || topic === "review" || topic === "suit";
  } else if (topic) state.topic = topic;
  else if (isHeading || /主动公开|信息管理|平台建设|监督保障|解读|回应/.test(original)) {
    state.topic = null;
    state.isAboutRequests = false;
  }
  const flow = flowsOf(phrase)[0];
  if (phrase.residue !== "") return false;
  if (flow && state.topic === "requests") state.flow = flow;
  return hasHead(phrase);
}

function noteNumber(
  phrase: Phrase,
  meaning: Meaning | null,
  clause: Extract<Clause, { kind: "number" }>,
  state: Context,
  year: number,
): void {
  // What another year counted goes on to the end of its sentence.
  if (isOtherYear(clause.before, year)) state.partOnly = "sentence";
  if (isShare(clause.mention) || isComparison(clause.before, year)) return;
  const [topic] = topicsOf(phrase);
  const flow = flowsOf(phrase)[0];
  const isRequest = has(phrase, "request");
  if (isRequest && flow)
    state.partOnly = phrase.residue === "" ? (state.partOnly === "sentence" ? "sentence" : null) : "paragraph";
  if (has(phrase, "scope") && phrase.residue === "") state.partOnly = null;
  if (isRequest || (meaning && state.topic === "requests")) {
    state.topic = topic ?? "requests";
    if (!topic) state.isAboutRequests = true;
    if (flow && phrase.residue === "" && !has(phrase, "outcome")) state.flow = flow;
    if (has(phrase, "material") && !flow && !has(phrase, "outcome")) state.isListOfPublications = true;
    return;
  }
  if (topic) {
    state.topic = topic;
    return;
  }
  if (has(phrase, "material") && !has(phrase, "outcome")) {
    state.isListOfPublications = true;
    state.topic = "other";
    return;
  }
  // A count of something unknown: what follows without a name of its own counts that, not what was before.
  if (!meaning && phrase.residue.length >= 2 && !has(phrase, "outcome")) state.topic = "other";
}

/** 未收到…申请, 未发生行政复议、行政诉讼: the number of what is named is zero. */
function readNothing(phrase: Phrase, state: Context): Meaning | null {
  if (!has(phrase, "none") || phrase.residue !== "" || has(phrase, "outcome") || has(phrase, "column")) return null;
  const topics = topicsOf(phrase);
  const isCases = topics.length > 0 && topics.every((topic) => topic === "review" || topic === "suit");
  const flows = flowsOf(phrase);
  if (isCases) return resolvePhrase(phrase, "件", state);
  if (topics.length > 0) return null;
  const carried = flows.filter((flow) => flow === "carried_in" || flow === "carried_out");
  if (carried.length === 1 && flows.length === 1) return resolvePhrase(phrase, "件", state);
  const isReceipt = phrase.words.some(({ word }) => /收到|接到|接收|受理/.test(word) && word !== "收到");
  if (!has(phrase, "request") || !isReceipt || flows.length > 0) return null;
  return resolvePhrase(
    { residue: "", words: [...phrase.words, { word: "收到", tag: { kind: "flow", flow: "received" } }] },
    "件",
    state,
  );
}
