import { has, type Phrase } from "@/lib/domain/check/narrative/phrase";
import {
  type CaseResult,
  type Flow,
  isActive,
  isCase,
  type Spoken,
  type Suit,
  type Tag,
  type Topic,
} from "@/lib/domain/check/narrative/tag";

/**
 * What a clause says of its number, slot by slot: the subject (whose requests, which cases), the verb (received, concluded,
 * made), the object (requests, decisions, documents) and the measure. A slot holds every value that the words allow; an
 * empty one is left open for the clauses before.
 */
export type Frame = {
  object: "requests" | "cases" | Topic | null;
  flows: readonly Flow[];
  /** Rows of table three; a group holds several. */
  outcomes: readonly (readonly string[])[];
  applicants: readonly (readonly string[])[];
  topics: readonly Topic[];
  results: readonly CaseResult[];
  suits: readonly Suit[];
  documents: readonly string[];
  measures: readonly ("items" | "decisions" | "projects" | "money")[];
  change: "1" | "-1" | null;
};

export const OPEN_FRAME: Frame = {
  object: null,
  flows: [],
  outcomes: [],
  applicants: [],
  topics: [],
  results: [],
  suits: [],
  documents: [],
  measures: [],
  change: null,
};

/** Fills the slots with the known words of a clause; what is not known of it fills none. */
export function frameOf(phrase: Phrase, words: string, year: number): Frame {
  const tags = phrase.words.map(({ tag }) => tag);
  const of = <Kind extends Tag["kind"]>(kind: Kind) =>
    tags.filter((tag): tag is Extract<Tag, { kind: Kind }> => tag.kind === kind);
  const topics = [...new Set(of("topic").map(({ topic }) => topic))];
  const suits = [...new Set([...of("suit").map(({ suit }) => suit), ...suitsBetween(words)])];
  const outcomes = of("outcome").map(({ rows }) => rows);
  const frame: Frame = {
    ...OPEN_FRAME,
    flows: withDirection([...new Set(of("flow").map(({ flow }) => flow))], words, year),
    outcomes,
    applicants: of("column").map(({ columns }) => columns),
    topics,
    results: [...new Set(of("result").map(({ result }) => result))],
    suits,
    documents: [...new Set(of("document").map(({ column }) => column))],
    measures: [
      ...(has(phrase, "items") || phrase.words.some(({ word }) => word === "事项") ? (["items"] as const) : []),
      ...(has(phrase, "decision") ? (["decisions"] as const) : []),
      ...(has(phrase, "projects") ? (["projects"] as const) : []),
      ...(has(phrase, "money") ? (["money"] as const) : []),
    ],
    change: of("change")[0]?.sign ?? null,
  };
  return { ...frame, object: objectOf(frame, phrase) };
}

function objectOf({ topics, suits, outcomes, applicants, flows, results }: Frame, phrase: Phrase): Frame["object"] {
  const isRequest = has(phrase, "request");
  // 申请人撤回3件: whoever applies for a review is an applicant, too.
  const isStrong = phrase.words.some(({ tag }) => tag.kind === "request" && !tag.isWeak);
  const [topic] = topics;
  if (results.length > 0 && outcomes.length === 0 && !isStrong) return "cases";
  if (suits.length > 0 || topics.some(isCase)) return "cases";
  if (outcomes.length > 0 || isRequest || applicants.length > 0) return topic && !isRequest ? topic : "requests";
  if (topic) return topic;
  const isCarried = flows.some((flow) => flow.startsWith("carried_"));
  return isCarried || (has(phrase, "disclosure") && flows.length > 0) ? "requests" : null;
}

const FROM_LAST = /上一?年|去年|年初|往年|年前|前一?年/u;
const TO_NEXT = /下一?年|次年|来年|明年|翌年|跨年|下一?个?年度/u;

/** 待下年办结, 留到下年答复: what is left for the year after. */
const DEFERS = /[办答转延续留]/u;

/** 上年接续, 待下年办结: the year that is named says which way something is carried; without one both are left open. */
function withDirection(flows: readonly Flow[], words: string, year: number): readonly Flow[] {
  const isFrom = FROM_LAST.test(words) || words.includes(`${year - 1}年`);
  const isTo = TO_NEXT.test(words) || words.includes(`${year + 1}年`);
  const isCarried = flows.some((flow) => flow.startsWith("carried"));
  if (!isCarried && !(isTo && DEFERS.test(words))) return flows;
  if (isTo && !isFrom) return ["carried_out"];
  if (isFrom && !isTo) return flows.map((flow) => (flow === "carried" || flow === "carried_out" ? "carried_in" : flow));
  return flows;
}

/** 不经复议直接起诉, 复议后又起诉: which way a suit came, with whatever stands between. */
function suitsBetween(words: string): Suit[] {
  if (/(?:未|不|没有)经[^，、]{0,6}复议|直接[^，、]{0,6}(?:诉|法院)/u.test(words)) return ["direct_suit"];
  if (
    /(?<![未不])经[^，、]{0,8}复议(?:[^，、]{0,4}(?:诉|后)|$)|复议[^，、]{0,8}(?:后|再|又)[^，、]{0,6}诉/u.test(words)
  )
    return ["suit_after_review"];
  return [];
}

/** What the paragraph was about before the sentence. */
type Before = { topic: Spoken; isAboutRequests: boolean };

/** What the words leave open is what was spoken of before. */
export function completeFrame(own: Frame, spoken: Frame, context: Before): Frame {
  const before = spoken.object ?? objectBefore(context);
  const isLeft = own.object === "requests" && isFlowAlone(own);
  const isCases =
    (before === "cases" && isLeft && context.topic !== "requests") ||
    own.object === "cases" ||
    (own.object === null && before === "cases");
  if (isCases) {
    const isNamed = own.topics.length > 0 || own.suits.length > 0;
    const topics = isNamed ? own.topics : spoken.topics;
    const isOfSuits = own.topics.join() === "suit" && own.suits.length === 0;
    const suits = isNamed && !isOfSuits ? own.suits : spoken.suits;
    return { ...own, object: "cases", topics, suits };
  }
  const object = own.object ?? before;
  if (object !== "requests") {
    const topics = own.topics.length > 0 ? own.topics : spoken.topics.length > 0 ? spoken.topics : topicBefore(context);
    return { ...own, object, topics, documents: own.documents.length > 0 ? own.documents : spoken.documents };
  }
  return {
    ...own,
    object,
    flows: own.flows.length > 0 ? own.flows : spoken.flows,
    applicants: own.applicants.length > 0 ? own.applicants : spoken.applicants,
  };
}

function objectBefore({ topic, isAboutRequests }: Before): Frame["object"] {
  if (topic === "requests" || isCase(topic) || isActive(topic)) return isCase(topic) ? "cases" : topic;
  return isAboutRequests ? "requests" : null;
}

function topicBefore({ topic }: Before): readonly Topic[] {
  return isCase(topic) || isActive(topic) ? [topic] : [];
}

/** 2件尚未办结: of requests or of cases, whichever was spoken of. */
function isFlowAlone({ outcomes, applicants, topics, flows }: Frame): boolean {
  return flows.length > 0 && outcomes.length === 0 && applicants.length === 0 && topics.length === 0;
}

/** What the next clauses of the sentence may take from this one. */
export function speakOf(spoken: Frame, own: Frame): Frame {
  const object = own.object ?? spoken.object;
  const isOther = own.object !== null && own.object !== spoken.object;
  const keep = <Value>(mine: readonly Value[], before: readonly Value[]) =>
    mine.length > 0 ? mine : isOther ? [] : before;
  return {
    ...OPEN_FRAME,
    object,
    flows: keep(own.flows, spoken.flows),
    applicants: own.applicants.length > 0 ? own.applicants : [],
    topics: keep(own.topics, spoken.topics),
    suits: own.topics.length > 0 && own.suits.length === 0 ? [] : keep(own.suits, spoken.suits),
    documents: keep(own.documents, spoken.documents),
  };
}

/** True when the words say something of what is counted. */
export function isFilled(frame: Frame): boolean {
  return (
    frame.object !== null ||
    frame.flows.length > 0 ||
    frame.results.length > 0 ||
    frame.documents.length > 0 ||
    frame.measures.length > 0
  );
}
