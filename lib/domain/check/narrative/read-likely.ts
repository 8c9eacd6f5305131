import type { Clause } from "@/lib/domain/check/narrative/clauses";
import { type Context, isActive, isCase } from "@/lib/domain/check/narrative/context";
import { isComparison } from "@/lib/domain/check/narrative/number-words";
import {
  has,
  hasHead,
  joinPhrases,
  NO_WORDS,
  type Phrase,
  type Reporter,
  readPhraseLoosely,
} from "@/lib/domain/check/narrative/phrase";
import type { Quantity } from "@/lib/domain/check/narrative/quantity";
import { resolvePhrase } from "@/lib/domain/check/narrative/resolve-phrase";
import type { Tag } from "@/lib/domain/check/narrative/tag";

/**
 * What a number may count where nothing ties it without doubt, because some words beside it are not known or nothing says
 * what they are said of: every quantity that the known words could name. Which of them is meant, or whether any is, is left
 * open here; the number itself decides (`isSlip`).
 */
export function readLikely(
  clause: Extract<Clause, { kind: "number" }>,
  wordsBefore: string | null,
  state: Context,
  reporter: Reporter,
): readonly Quantity[] {
  const { mention } = clause;
  if (mention.exactness !== "exact" || !UNITS.has(mention.unit) || isComparison(clause.before)) return [];
  if (state.partOnly === "sentence" || state.time !== "this" || state.isAside || state.topic === "other") return [];
  const before = readPhraseLoosely(clause.before, reporter);
  if (NARROWS.test(before.residue)) return [];
  const after = clause.isFollowed ? NO_WORDS : readPhraseLoosely(clause.after, reporter);
  const isLed = wordsBefore !== null && !hasHead(before) && before.residue === "";
  const lead = !isLed ? NO_WORDS : readPhraseLoosely(wordsBefore, reporter);
  const phrases = [before, joinPhrases(before, after), joinPhrases(lead, before)].filter(hasHead);
  const meanings = phrases.flatMap((phrase) =>
    contextsOf(phrase, state).flatMap((context) =>
      plainerOf(phrase, context).flatMap((words) => resolvePhrase({ words, residue: "" }, mention.unit, context) ?? []),
    ),
  );
  return [...new Set(meanings.flatMap(({ accepted, others }) => [...accepted, ...others]))];
}

const UNITS = new Set([..."件份宗起例条部", "万元", "亿元"]);

/** A part of the body, or one matter of many: its number is none of the whole. */
const NARROWS = /[局委厅院所站队镇街乡村校园港司组网信函面邮电线台窗涉各]|部门|单位/u;

/** What the words may be said of, when the text has not told it. Unknown words are let pass beside plain ones only. */
function contextsOf(phrase: Phrase, state: Context): Context[] {
  const sentence = state.sentence.replace(TAKES_APART, "");
  const open = { ...state, sentence, isPublishing: false, isAboutDisclosure: true };
  const isPlain = phrase.words.some(({ tag }) =>
    tag.kind === "request"
      ? !tag.isWeak
      : tag.kind === "flow"
        ? tag.flow.startsWith("carried_")
        : ["outcome", "suit", "decision", "document"].includes(tag.kind),
  );
  if (phrase.residue !== "" && !isPlain) return [];
  const ofRequests = ["request", "flow", "outcome", "column"].some((kind) => has(phrase, kind as Tag["kind"]));
  const ofCases = phrase.residue === "" && ["result", "suit", "topic"].some((kind) => has(phrase, kind as Tag["kind"]));
  return [
    open,
    ...(ofRequests ? [{ ...open, topic: "requests" as const, isAboutRequests: true }] : []),
    ...(ofCases && SPEAKS_OF_REVIEWS.test(sentence) ? [{ ...open, topic: "review" as const, areOurCases: true }] : []),
    ...(ofCases && SPEAKS_OF_SUITS.test(sentence) ? [{ ...open, topic: "suit" as const, areOurCases: true }] : []),
  ];
}

/** A clean-up may have looked at all documents or at some. */
const TAKES_APART = /清理|修改|修订|失效/gu;
const SPEAKS_OF_REVIEWS = /复议/u;
const SPEAKS_OF_SUITS = /诉|法院/u;

/** The words as they are, and without those that only say how the thing counted came about or was made known. */
function plainerOf({ words }: Phrase, context: Context): Phrase["words"][] {
  const isHandled = words.some(({ tag }) => tag.kind === "flow" && tag.flow !== "received");
  const ofCases = isCase(context.topic) && !isHandled;
  const leftOut = new Set<Tag["kind"]>(["publish", "material", "none", ...(ofCases ? WAYS_TO_A_CASE : [])]);
  const plain = words.filter(({ tag }) => !leftOut.has(tag.kind));
  const asItems = words.map((one) => (one.word === "事项" ? { ...one, tag: ITEMS } : one));
  const asDecisions = isActive(context.topic)
    ? words.map((one) => (one.word === "办理" ? { ...one, tag: DECISION } : one))
    : [];
  return [words, plain, asItems, asDecisions];
}

/** 行政许可事项517项 may be the items of the form of 2019. */
const ITEMS: Tag = { kind: "items" };
/** 行政许可…办理20416件. */
const DECISION: Tag = { kind: "decision" };

/** 收到复议申请49件. */
const WAYS_TO_A_CASE: readonly Tag["kind"][] = ["flow", "request", "disclosure"];
