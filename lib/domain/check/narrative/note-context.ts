import type { Clause } from "@/lib/domain/check/narrative/clauses";
import { type Context, isSaidOfDisclosure } from "@/lib/domain/check/narrative/context";
import type { Listed, Meaning } from "@/lib/domain/check/narrative/meaning";
import { isComparison, isShare } from "@/lib/domain/check/narrative/number-words";
import { flowsOf, has, hasHead, type Phrase, suitsOf, topicsOf } from "@/lib/domain/check/narrative/phrase";
import { isCase, type Topic } from "@/lib/domain/check/narrative/tag";

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
  } else if (topic === "suit" && state.topic === "review" && has(phrase, "none")) {
    // 未发生行政诉讼: the results that follow are those of the reviews.
  } else if (topic) state.topic = topic;
  else if (isHeading || /主动公开|信息管理|平台建设|监督保障|解读|回应/.test(original)) {
    state.topic = null;
    state.isAboutRequests = false;
  }
  noteSuit(phrase, topic, /中$/u.test(original.trim()), state);
  if (isCase(topic ?? null) || has(phrase, "suit")) state.areOurCases = isSaidOfDisclosure(phrase, state);
  noteApplicant(phrase, true, state);
  const flow = flowsOf(phrase)[0];
  if (phrase.residue !== "") {
    state.counted = [];
    return false;
  }
  if (flow && state.topic === "requests") state.flow = flow;
  return hasHead(phrase);
}

/** Characters by which what is not known is told for a body, a way of applying or a matter. */
const NAMES_A_PART = /[局委办厅院所站队镇街乡村校园港司组网信函面邮电线台窗类涉各区县市]/u;
const PERSONS = new Set(["名", "位", "户"]);
const APPLICANT = /^的?(?:申请人|村民|居民|群众|市民|企业|当事人|公民|自然人)/u;

/** 法律服务机构提出的申请4件中: what follows is of these. */
const OF_WHICH = /^(?:的?申请(?:事项|件)?)?(?:中|里|当中)/u;

function noteApplicant(phrase: Phrase, isLikely: boolean, state: Context): void {
  const columns = phrase.words.flatMap(({ tag }) => (tag.kind === "column" ? tag.columns : []));
  if (columns.length > 0 && phrase.residue === "") state.applicant = { columns: [...new Set(columns)], isLikely };
}

/** Remembers what a number counted, for those that follow it. */
export function noteNumber(
  phrase: Phrase,
  meaning: Meaning | null,
  clause: Extract<Clause, { kind: "number" }>,
  state: Context,
  isLikely: boolean,
): void {
  if (isShare(clause.mention) || (isComparison(clause.before) && !meaning)) return;
  if (OF_WHICH.test(clause.after))
    state.outcome = phrase.words.flatMap(({ tag }) => (tag.kind === "outcome" ? tag.rows : []));
  noteApplicant(phrase, has(phrase, "outcome") || OF_WHICH.test(clause.after), state);
  if (meaning) noteCounted(meaning, clause, state);
  else state.counted = [];
  if (PERSONS.has(clause.mention.unit) && APPLICANT.test(clause.after)) state.partOnly = "sentence";
  const [topic] = topicsOf(phrase);
  const flow = flowsOf(phrase)[0];
  const isRequest = has(phrase, "request");
  noteSuit(phrase, topic, clause.opensList, state);
  if (isCase(topic ?? null) || has(phrase, "suit") || has(phrase, "disclosure")) state.areOurCases = meaning !== null;
  if (meaning?.listed) state.listed = joinLists(state.listed, meaning.listed);
  if (isRequest && flow && state.time === "this") {
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
  const isDocument = topic === "regulations" || topic === "normative_documents" || has(phrase, "document");
  if (has(phrase, "publish") && !has(phrase, "outcome") && !isDocument) state.isPublishing = true;
  if (topic) {
    // 复议12件、诉讼0件，其中维持6件: no suit has results, the reviews have.
    const isNone = topic === "suit" && clause.mention.value === "0" && state.topic === "review";
    if (!isNone) state.topic = topic;
    return;
  }
  if (has(phrase, "material") && !has(phrase, "outcome")) {
    state.isListOfPublications = true;
    state.topic = "other";
    return;
  }
  // A count of something unknown: what follows without a name of its own counts that, not what was before.
  if (!meaning && !isLikely && phrase.residue.length >= 2 && !has(phrase, "outcome")) {
    state.topic = "other";
    state.isAside = true;
  }
}

/** Remembers what a comparison further on in the sentence may be with. */
export function noteCounted(
  meaning: Meaning | undefined,
  { mention }: Extract<Clause, { kind: "number" }>,
  state: Context,
): void {
  const cell = meaning?.accepted[0]?.cells[0];
  if (cell?.startsWith("requests.")) state.topic = "requests";
  if (cell?.startsWith("litigation.")) state.areOurCases = state.isAboutDisclosure = true;
  if (meaning) state.counted = [...state.counted, { meaning, unit: mention.unit }];
}

function noteSuit(phrase: Phrase, topic: Topic | undefined, opensList: boolean, state: Context): void {
  const suits = suitsOf(phrase);
  if (suits.length === 1) {
    state.suit = suits[0] ?? null;
    state.topic = "suit";
    state.isSuitOnly = opensList;
  } else if (topic) state.suit = null;
}

function joinLists(before: Listed | null, next: Listed): Listed {
  if (before?.of !== next.of || JSON.stringify(before.under) !== JSON.stringify(next.under)) return next;
  return { ...next, named: [...before.named, ...next.named] };
}
