import type { Clause } from "@/lib/domain/check/narrative/clauses";
import type { Context } from "@/lib/domain/check/narrative/context";
import { completeFrame, type Frame, frameOf, isFilled, speakOf } from "@/lib/domain/check/narrative/frame";
import { quantitiesOf } from "@/lib/domain/check/narrative/frame-quantities";
import type { Meaning } from "@/lib/domain/check/narrative/meaning";
import { isComparison } from "@/lib/domain/check/narrative/number-words";
import { joinPhrases, type Phrase, readPhraseLoosely } from "@/lib/domain/check/narrative/phrase";
import type { Quantity } from "@/lib/domain/check/narrative/quantity";
import type { Reporter } from "@/lib/domain/check/narrative/reporter";

/**
 * What a number may count where nothing ties it without doubt, because some words beside it are not known or nothing says
 * what they are said of: every quantity that fits the frame of its clause. Which of them is meant, or whether any is, is
 * left open here; the number itself decides (`isSlip`).
 */
export type ReadFrame = {
  quantities: readonly Quantity[];
  /** The words name one thing so closely that even a small number is most likely meant for it. */
  isClose: boolean;
};

type NumberClause = Extract<Clause, { kind: "number" }>;

export const NO_FRAME: ReadFrame = { quantities: [], isClose: false };

/** Reads the clause of a number, and remembers what the next clauses of the sentence may leave unsaid. */
export function readFrame(
  clause: NumberClause,
  wordsBefore: string | null,
  state: Context,
  reporter: Reporter,
): ReadFrame {
  const { mention } = clause;
  if (isComparison(clause.before)) return NO_FRAME;
  const stretch = stretchOf(clause, wordsBefore, reporter);
  if (!stretch) {
    if (NARROWS.test(readPhraseLoosely(clause.before, reporter).residue)) state.isOfPart = true;
    return NO_FRAME;
  }
  const { words, phrase, frame } = stretch;
  const isPart = noteParts(words, phrase, frame, state);
  const complete = completeFrame(frame, state.spoken, state);
  state.spoken = speakOf(state.spoken, frame);
  if (
    isPart ||
    phrase.isHeadUnknown ||
    mention.exactness !== "exact" ||
    state.time !== "this" ||
    state.isListOfPublications
  )
    return NO_FRAME;
  if (complete.object === "requests" && !SPEAKS_OF_REQUESTS.test(state.sentence) && state.topic !== "requests")
    return NO_FRAME;
  const quantities = quantitiesOf(complete, mention.unit, state.format);
  return { quantities, isClose: quantities.length <= CLOSE && (isSpecific(frame) || isOfDisclosure(phrase, frame)) };
}

/** What words may count that nothing ties without doubt: of a share, a comparison, or a clause of another number. */
export function readWords(words: string, unit: string, state: Context, reporter: Reporter): Meaning | null {
  const phrase = readPhraseLoosely(words, reporter);
  const frame = frameOf(phrase, words, reporter.year);
  if (!isFilled(frame) || phrase.isHeadUnknown || state.isOfPart || state.isListOfPublications) return null;
  if (isNarrow(words, phrase, frame)) return null;
  const quantities = quantitiesOf(completeFrame(frame, state.spoken, state), unit, state.format);
  if (quantities.length === 0) return null;
  const isClose = quantities.length <= CLOSE && (isSpecific(frame) || frame.object === "cases");
  return { accepted: quantities, others: [], listed: null, isLikely: true, isClose };
}

/** A number that is tied without doubt says in its own words what the next ones may leave unsaid. */
export function noteTied(phrase: Phrase, words: string, state: Context, reporter: Reporter): void {
  const frame = frameOf(phrase, words, reporter.year);
  if (!isFilled(frame)) return;
  noteParts(words, phrase, frame, state);
  state.spoken = speakOf(state.spoken, frame);
}

/** A clause without a number names what the next numbers are of. */
export function noteFrame(words: string, state: Context, reporter: Reporter): void {
  const phrase = readPhraseLoosely(words, reporter);
  const frame = frameOf(phrase, words, reporter.year);
  if (!isFilled(frame)) return;
  noteParts(words, phrase, frame, state);
  state.spoken = speakOf(state.spoken, frame);
}

const CLOSE = 3;

type Stretch = { words: string; phrase: Phrase; frame: Frame };

/** The words that say what the number counts: those before it, else those behind it, else the clause before. */
function stretchOf(clause: NumberClause, wordsBefore: string | null, reporter: Reporter): Stretch | null {
  const read = (words: string): Stretch => {
    const phrase = readPhraseLoosely(words, reporter);
    return { words, phrase, frame: frameOf(phrase, words, reporter.year) };
  };
  const before = read(clause.before);
  const after = read(clause.isFollowed ? "" : clause.after);
  if (isFilled(before.frame)) {
    // 27件跨年办理: the verb stands behind.
    const isOpen = before.frame.flows.length === 0 && after.frame.flows.some((flow) => flow.startsWith("carried"));
    return isOpen || isBare(before.frame) ? joinStretches(before, after, reporter) : before;
  }
  if (isFilled(after.frame)) return joinStretches(before, after, reporter);
  if (wordsBefore === null) return null;
  const lead = read(wordsBefore);
  if (!isFilled(lead.frame)) return null;
  const joined = joinStretches(lead, before, reporter);
  return { ...joined, phrase: { ...joined.phrase, isHeadUnknown: before.phrase.isHeadUnknown === true } };
}

/** 申请12件已答复: the noun alone leaves the verb to the words behind. */
function isBare({ flows, outcomes, applicants, topics, results, suits, documents }: Frame): boolean {
  return [flows, outcomes, applicants, topics, results, suits, documents].every(({ length }) => length === 0);
}

function joinStretches(left: Stretch, right: Stretch, reporter: Reporter): Stretch {
  const words = `${left.words}，${right.words}`;
  const phrase = joinPhrases(left.phrase, right.phrase);
  return { words, phrase, frame: frameOf(phrase, words, reporter.year) };
}

/** One body of many, one way of applying or one matter: its number is none of the whole. */
const BODIES = /[局委厅院所站队镇街乡村校园港司组]|部门|单位|级机关|市直|县直|区直|公益|抽查|季度/u;
const NARROWS = new RegExp(`${BODIES.source}|[网信函面邮电线台窗]`, "u");
/** What a court takes on, of any body. */
const OF_COURTS = /法院[^，]{0,6}(?:受理|开庭|收案)|检察/u;
const OF_WHOLE = /全[区县市省镇乡州旗]|各级|本机关/u;
const MATTER = /涉及|关于|有关|围绕|针对|聚焦|集中[在于]|领域/u;

/** Whether the words narrow what is counted; what follows in the sentence is then of the same part. */
function noteParts(words: string, phrase: Phrase, frame: Frame, state: Context): boolean {
  if (isNarrow(words, phrase, frame)) {
    state.isOfPart = true;
    return true;
  }
  if (OF_WHOLE.test(words) || (isStrongly(phrase) && phrase.residue === "")) state.isOfPart = false;
  return state.isOfPart;
}

/** Said of requests for information, and of no others. */
function isStrongly({ words }: Phrase): boolean {
  return words.some(({ tag }) => tag.kind === "request" && !tag.isWeak);
}

function isNarrow(words: string, phrase: Phrase, frame: Frame): boolean {
  const { words: known, residue } = phrase;
  const isGeneric =
    !isSpecific(frame) && frame.topics.length === 0 && frame.applicants.length === 0 && frame.documents.length === 0;
  // 市场监管部门 is one of many; 各部门 alone are those of the whole or not, and only what they decide is all of it.
  const isNamedPart = known.some(({ tag }) => tag.kind === "part") && residue.endsWith("各");
  const isOneOfMany = isNamedPart && (residue !== "各" || isGeneric);
  const isOther = isGeneric && residue.length >= 2 && (!isStrongly(phrase) || MATTER.test(words));
  return (
    isOneOfMany || isOther || OF_COURTS.test(words) || (frame.documents.length > 0 ? BODIES : NARROWS).test(residue)
  );
}

/** A sentence on petitions alone has 信访 in it, too. */
const SPEAKS_OF_REQUESTS = /申请|公开|答复|结转/u;

/** 信息公开行政复议: the cases of table four, by name. */
function isOfDisclosure(phrase: Phrase, { object }: Frame): boolean {
  return object === "cases" && phrase.words.some(({ tag }) => tag.kind === "disclosure");
}

/** An outcome with its reason, a result, a kind of suit, a column of documents, a way of being carried over. */
function isSpecific({ outcomes, results, suits, documents, flows }: Frame): boolean {
  return (
    outcomes.length > 0 ||
    results.length > 0 ||
    suits.length > 0 ||
    documents.length > 0 ||
    flows.some((flow) => flow.startsWith("carried_"))
  );
}
