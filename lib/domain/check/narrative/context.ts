import type { CheckedText } from "@/lib/domain/check/finding";
import type { Clause } from "@/lib/domain/check/narrative/clauses";
import type { Listed, Meaning } from "@/lib/domain/check/narrative/meaning";
import { isComparison, isShare } from "@/lib/domain/check/narrative/number-words";
import { readPeriod } from "@/lib/domain/check/narrative/period";
import { flowsOf, has, hasHead, type Phrase, suitsOf, topicsOf } from "@/lib/domain/check/narrative/phrase";
import type { Flow, Suit, Topic } from "@/lib/domain/check/narrative/tag";
import type { Format } from "@/lib/domain/format";

/** What was spoken of before the phrase: its own words need not repeat it. */
export type Context = {
  format: Format;
  /** What the last clause counted; "other" is something that no table knows. */
  topic: "requests" | Topic | "other" | null;
  /** The last verb that said which requests: 收到, 办结. */
  flow: Flow | null;
  /** Which suits the results are of. */
  suit: Suit | null;
  /** The list that the last numbers made. */
  listed: Listed | null;
  /** Requests for information are spoken of in this paragraph. */
  isAboutRequests: boolean;
  /** Disclosure is what the heading or the sentence is about: its reviews and suits are those of table 四. */
  isAboutDisclosure: boolean;
  /** The cases last spoken of are those of table 四. */
  areOurCases: boolean;
  /** A part of the body, or one way of applying, is spoken of: its numbers are not those of the tables. */
  partOnly: "sentence" | "paragraph" | null;
  /** Another year, a part of this one or several years are spoken of. */
  isOtherTime: boolean;
  /** Something that no table knows was counted in this sentence. */
  isAside: boolean;
  /** The words stand in a list of what was published, whose numbers are not those of the tables. */
  isListOfPublications: boolean;
  /** 公开行政许可结果5条、行政处罚结果3条: what follows without a word of deciding was published, too. */
  isPublishing: boolean;
  /** Quoted sentences come without the heading that they stood under. */
  isExcerpt: boolean;
  /** The whole sentence, for words that one number alone does not show. */
  sentence: string;
};

export function freshContext(
  format: Format,
  { isExcerpt = false }: Pick<CheckedText, "isExcerpt">,
  title: string,
): Context {
  const isAboutRequests = /依申请|申请公开|公开申请|申请情况/.test(title);
  return {
    format,
    topic: isAboutRequests ? "requests" : null,
    flow: null,
    suit: null,
    listed: null,
    isAboutRequests,
    isAboutDisclosure: false,
    areOurCases: false,
    partOnly: null,
    isOtherTime: false,
    isAside: false,
    isListOfPublications: false,
    isPublishing: false,
    isExcerpt,
    sentence: "",
  };
}

const OF_REQUESTS = /公开申请|申请公开|部分公开|不予公开|无法提供|结转下一?年/u;

/** A sentence begins: what the one before said of its own time, parts and lists is over. */
export function beginSentence(state: Context, sentence: string, title: string): void {
  state.sentence = sentence;
  state.isListOfPublications = false;
  state.isPublishing = false;
  state.isAboutDisclosure = /公开[^。]*(?:复议|诉讼)/u.test(title);
  state.isOtherTime = false;
  state.isAside = false;
  if (!state.isExcerpt) state.listed = null;
  // A sentence that is about requests further on is so from its beginning.
  if (state.topic === null && OF_REQUESTS.test(sentence)) state.topic = "requests";
}

/** Time and place are said before what is counted. */
export function notePlaceAndTime(words: string, phrase: Phrase, state: Context, year: number): void {
  const period = readPeriod(words, year);
  if (period) state.isOtherTime = period === "other";
  if (has(phrase, "scope") && phrase.residue === "") state.partOnly = null;
}

/** A body that is only a part of the reporting one, unless it is named as the authority that one acts under. */
const PART_OF_BODY =
  /(?<![各本我全])(?:局|街道|镇|委|办公室|分局|派出所|法院|中心|[区市县]政府)(?!信息|公报|网|门户|规章)/u;
const SETTING = /领导|部署|要求|精神|根据|依据|按照|指导|印发|意见|通知|要点|关于|网站|平台|栏/u;

/** Remembers what a clause without a number spoke of; true when it can be the head of a number that follows. */
export function noteWords(phrase: Phrase, original: string, state: Context): boolean {
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
  noteSuit(phrase, topic, state);
  if (isCase(topic ?? null)) state.areOurCases = isSaidOfDisclosure(phrase, state);
  const flow = flowsOf(phrase)[0];
  if (phrase.residue !== "") return false;
  if (flow && state.topic === "requests") state.flow = flow;
  return hasHead(phrase);
}

/** Characters by which what is not known is told for a body, a way of applying or a matter. */
const NAMES_A_PART = /[局委办厅院所站队镇街乡村校园港司组网信函面邮电线台窗类涉各区县市]/u;
const PERSONS = new Set(["名", "位", "户"]);
const APPLICANT = /^的?(?:申请人|村民|居民|群众|市民|企业|当事人|公民|自然人)/u;

/** Remembers what a number counted, for those that follow it. */
export function noteNumber(
  phrase: Phrase,
  meaning: Meaning | null,
  clause: Extract<Clause, { kind: "number" }>,
  state: Context,
): void {
  if (isShare(clause.mention) || (isComparison(clause.before) && !meaning)) return;
  if (PERSONS.has(clause.mention.unit) && APPLICANT.test(clause.after)) state.partOnly = "sentence";
  const [topic] = topicsOf(phrase);
  const flow = flowsOf(phrase)[0];
  const isRequest = has(phrase, "request");
  noteSuit(phrase, topic, state);
  if (isCase(topic ?? null) || has(phrase, "suit") || has(phrase, "disclosure")) state.areOurCases = meaning !== null;
  if (meaning?.listed) state.listed = joinLists(state.listed, meaning.listed);
  if (isRequest && flow && !state.isOtherTime) {
    if (phrase.residue !== "") state.partOnly = NAMES_A_PART.test(phrase.residue) ? "paragraph" : "sentence";
    else if (state.partOnly !== "sentence") state.partOnly = null;
  }
  if (isRequest || (meaning && (state.topic === "requests" || (flow && !topic)))) {
    state.topic = topic ?? "requests";
    if (!topic) state.isAboutRequests = true;
    if (flow && phrase.residue === "" && !has(phrase, "outcome")) state.flow = flow;
    if (has(phrase, "material") && !flow && !has(phrase, "outcome")) state.isListOfPublications = true;
    return;
  }
  if (has(phrase, "publish") && !has(phrase, "outcome")) state.isPublishing = true;
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
  if (!meaning && phrase.residue.length >= 2 && !has(phrase, "outcome")) {
    state.topic = "other";
    state.isAside = true;
  }
}

/** Whether reviews and suits named here are about disclosure; a quotation of a report is. */
export function isSaidOfDisclosure(phrase: Phrase, context: Context): boolean {
  return (
    has(phrase, "suit") ||
    has(phrase, "disclosure") ||
    has(phrase, "request") ||
    context.isExcerpt ||
    context.isAboutRequests ||
    context.isAboutDisclosure
  );
}

function noteSuit(phrase: Phrase, topic: Topic | undefined, state: Context): void {
  const suits = suitsOf(phrase);
  if (suits.length === 1) {
    state.suit = suits[0] ?? null;
    state.topic = "suit";
  } else if (topic) state.suit = null;
}

function joinLists(before: Listed | null, next: Listed): Listed {
  if (before?.of !== next.of || JSON.stringify(before.under) !== JSON.stringify(next.under)) return next;
  return { ...next, named: [...before.named, ...next.named] };
}

export function isCase(topic: Context["topic"]): topic is "review" | "suit" {
  return topic === "review" || topic === "suit";
}

export function isActive(topic: Context["topic"]): topic is Exclude<Topic, "review" | "suit"> {
  return topic !== null && topic !== "requests" && topic !== "other" && !isCase(topic);
}
