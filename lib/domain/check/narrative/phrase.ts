import type { Flow, Suit, Tag, Topic } from "@/lib/domain/check/narrative/tag";
import { type Branch, LOOSE_VOCABULARY, VOCABULARY } from "@/lib/domain/check/narrative/vocabulary";
import { nameItself, type Reporter } from "./reporter";

/** A stretch of text read word by word: what its words mean, and what of it is not known. */
export type Phrase = {
  words: readonly { word: string; tag: Tag }[];
  residue: string;
  /** The noun at the end, which is what a number behind it counts, is not known: 补正材料, 合法性审核. */
  isHeadUnknown?: boolean;
};

/** Longer than any words that say what a number counts. */
const LONGEST_PHRASE = 160;

export const NO_WORDS: Phrase = { words: [], residue: "" };

/** Reads a stretch of text with the known words so that as little as possible is left over, in as few words as possible. */
export function readPhrase(text: string, reporter: Reporter): Phrase {
  return readWith(VOCABULARY, text, reporter);
}

/** The same with words that are mostly said of something that the tables know, but not always. */
export function readPhraseLoosely(text: string, reporter: Reporter): Phrase {
  return readWith(LOOSE_VOCABULARY, text, reporter);
}

function readWith(vocabulary: Branch, text: string, reporter: Reporter): Phrase {
  if (text === "") return NO_WORDS;
  // Of a stretch without an end only the words next to the number are looked at, and they are not all.
  const plain = normalised(text.slice(-LONGEST_PHRASE), reporter);
  const { words, residue, isHeadUnknown = false } = cover(plain, vocabulary);
  const hasPart = words.some(({ tag }) => tag.kind === "part");
  const hasScope = words.some(({ tag }) => tag.kind === "scope");
  // 各部门 alone is a part of the whole; 全区各部门 is the whole.
  const isNarrow = hasPart && !hasScope && !/各级/.test(plain);
  const cut = text.length > LONGEST_PHRASE ? "…" : "";
  return { words, residue: `${residue}${cut}${isNarrow ? "各" : ""}`, isHeadUnknown };
}

type Step = { unknown: number; count: number; length: number; tag: Tag | null };

/** Words from the end to the start: each place keeps its best continuation. */
function cover(plain: string, vocabulary: Branch): Phrase {
  const best: Step[] = [];
  best[plain.length] = { unknown: 0, count: 0, length: 0, tag: null };
  for (let index = plain.length - 1; index >= 0; index -= 1) {
    const rest = best[index + 1];
    let step: Step = { unknown: (rest?.unknown ?? 0) + 1, count: rest?.count ?? 0, length: 1, tag: null };
    let branch = vocabulary.next.get(plain[index] ?? "");
    for (let end = index + 1; branch; end += 1) {
      const after = best[end];
      const unknown = after?.unknown ?? 0;
      const count = (after?.count ?? 0) + 1;
      // Of words as good as each other the longer one is meant.
      if (branch.tag && (unknown < step.unknown || (unknown === step.unknown && count <= step.count))) {
        step = { unknown, count, length: end - index, tag: branch.tag };
      }
      branch = branch.next.get(plain[end] ?? "");
    }
    best[index] = step;
  }
  const words: Phrase["words"][number][] = [];
  let residue = "";
  // How many unknown characters stand at the end; words that say nothing do not count as one.
  let tail = 0;
  for (let index = 0; index < plain.length; ) {
    const step = best[index];
    const word = plain.slice(index, index + (step?.length ?? 1));
    if (step?.tag) words.push({ word, tag: step.tag });
    else residue += word;
    // 责令履行的6件: before 的 stands a verb, and what it is said of is left out.
    tail = word === "的" ? 0 : !step?.tag ? tail + 1 : step.tag.kind === "filler" ? tail : 0;
    index += step?.length ?? 1;
  }
  return { words, residue, isHeadUnknown: tail >= 2 };
}

/** The known words of both, in order; what nobody knows of either stays unknown. */
export function joinPhrases(left: Phrase, right: Phrase): Phrase {
  return {
    words: [...left.words, ...right.words],
    residue: left.residue + right.residue,
    isHeadUnknown: left.isHeadUnknown === true,
  };
}

/** Whether a phrase holds a known word of that kind. */
export function has(phrase: Phrase, kind: Tag["kind"]): boolean {
  return phrase.words.some(({ tag }) => tag.kind === kind);
}

/** The ways of a request that a phrase names (received, carried in, carried out), as often as it names them. */
export function flowsOf(phrase: Phrase): Flow[] {
  return phrase.words.flatMap(({ tag }) => (tag.kind === "flow" ? [tag.flow] : []));
}

/** What a phrase speaks of, each topic once, in the order of the words. */
export function topicsOf(phrase: Phrase): Topic[] {
  return [...new Set(phrase.words.flatMap(({ tag }) => (tag.kind === "topic" ? [tag.topic] : [])))];
}

/** Which kinds of 行政诉讼 a phrase names, each once. */
export function suitsOf(phrase: Phrase): Suit[] {
  return [...new Set(phrase.words.flatMap(({ tag }) => (tag.kind === "suit" ? [tag.suit] : [])))];
}

/** True when the phrase says what is counted, and not only how much there is of it. */
export function hasHead(phrase: Phrase): boolean {
  return phrase.words.some(({ tag }) =>
    [
      "request",
      "flow",
      "outcome",
      "column",
      "topic",
      "result",
      "suit",
      "document",
      "decision",
      "change",
      "money",
      "projects",
      "rest",
      "items",
    ].includes(tag.kind),
  );
}

const LIST_MARK = /^\s*(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+(?:、|是|要)|其[一二三四五六])/u;
const SELF =
  /(?:[本我](?:机关|单位|局|委|办|厅|镇|乡|街道|街|区|县|市|省|州|旗|院|处|中心|部门|政府|级|地区|管委会|行政机关)|[区县市镇]政府系统|[区县市镇]级行政机关|镇人民政府|乡人民政府|镇政府|乡政府|街道办事处|街道办|办事处)/g;

const known = new WeakMap<Reporter, Map<string, string>>();

/** The same words are read strictly and loosely, and again by the clauses beside them. */
function normalised(text: string, reporter: Reporter): string {
  const ofReporter = known.get(reporter) ?? new Map<string, string>();
  known.set(reporter, ofReporter);
  const before = ofReporter.get(text);
  if (before !== undefined) return before;
  const plain = normalise(text, reporter);
  ofReporter.set(text, plain);
  return plain;
}

function normalise(text: string, reporter: Reporter): string {
  let plain = nameItself(text.replace(LIST_MARK, "").replace(/[\s　“”"'‘’（）()《》<>〔〕[\]·]/g, ""), reporter);
  if (/\d/.test(plain)) {
    for (const [pattern, meant] of reporter.years) plain = plain.replace(pattern, meant);
    plain = plain.replace(/(?:1月1日|12月31日|12月底|12月末|1[—\-–至]12月)(?:至|到|起|止)?/g, "");
  }
  return plain
    .replace(/第[一二三四五六七八九十]+条(?:第?[一二三四五六七八九十]+[款项])*中?/g, "")
    .replace(SELF, "本机关")
    .replace(/本机关本机关/g, "本机关");
}
