import type { Check, CheckedText, CheckSubject, Finding } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";

/** Shorter sentences say the same by chance. */
const MIN_CHARACTERS = 10;
/** As much of a repeated passage as its message quotes. */
const QUOTED_CHARACTERS = 40;

const SENTENCE = /[^。；;！!？?\n]+[。；;！!？?]*/gu;
/** What numbers a sentence in a list: "一是", "（二）", "3.". */
const ENUMERATOR =
  /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、．.]|(?:第)?[一二三四五六七八九十]{1,2}[是、，])\s*/u;
/** Words that add nothing to what is claimed. */
const FILLERS =
  /(?:本|今|全|该|当)年度?|同时|此外|另外|其中|总共|累计|一共|共计|我[省市区县局委办]|本[省市区县局委办]|[共的了等已均]/gu;

/**
 * A sentence, or a paragraph, stands once. Where several units write under one heading, and where text is copied, the
 * same claim is easily published twice.
 */
export const repeatedText: Check = {
  rule: "REPEATED-TEXT",
  version: 1,
  severity: "warning",
  holdsFrom: "2019-11-23",
  source: "arithmetic",
  formats: null,
  check: (subject) => {
    const sentences = subject.texts.filter((text) => !text.isExcerpt).flatMap((text) => listSentences(text, subject));
    return listRepeats(sentences).map(({ first, second }) => findingOf(first, second, subject));
  },
};

type Sentence = {
  text: CheckedText;
  /** Counted from 1 within its text. */
  paragraph: number;
  start: number;
  end: number;
  claim: string;
};

function listSentences(text: CheckedText, subject: Pick<CheckSubject, "year">): Sentence[] {
  let lineStart = 0;
  let paragraph = 0;
  return text.text.split("\n").flatMap((line) => {
    const at = lineStart;
    lineStart += line.length + 1;
    if (line.trim() === "") return [];
    paragraph += 1;
    const own = paragraph;
    return [...line.matchAll(SENTENCE)].map((match) => ({
      text,
      paragraph: own,
      start: at + match.index,
      end: at + match.index + match[0].length,
      claim: claimOf(match[0], subject.year),
    }));
  });
}

/** What a sentence says, without how it begins, is spaced and is pointed. */
function claimOf(sentence: string, year: number): string {
  return sentence
    .normalize("NFKC")
    .replace(ENUMERATOR, "")
    .replaceAll(`${year}年`, "")
    .replace(/[\s\p{P}]/gu, "")
    .replace(FILLERS, "");
}

/** Sentences that follow each other within one paragraph. */
type Passage = readonly [Sentence, ...Sentence[]];

function listRepeats(sentences: readonly Sentence[]): { first: Passage; second: Passage }[] {
  const places = new Map<string, number>();
  const repeats: { first: Passage; second: Passage }[] = [];
  for (let index = 0; index < sentences.length; index += 1) {
    const sentence = sentences[index];
    if (!sentence || sentence.claim.length < MIN_CHARACTERS) continue;
    const earlier = places.get(sentence.claim);
    if (earlier === undefined) {
      places.set(sentence.claim, index);
      continue;
    }
    const repeat = widen(sentences, earlier, index);
    repeats.push(repeat);
    index += repeat.after;
  }
  return repeats;
}

/** Takes in the neighbours that are repeated, too, however short they are. */
function widen(sentences: readonly Sentence[], earlier: number, later: number) {
  const isRepeated = (step: number): boolean => {
    const [left, right] = [sentences[earlier + step], sentences[later + step]];
    if (!left || !right || left.claim === "" || left.claim !== right.claim) return false;
    return isSameParagraph(left, sentences[earlier]) && isSameParagraph(right, sentences[later]);
  };
  let before = 0;
  while (later - earlier > before + 1 && isRepeated(-before - 1)) before += 1;
  let after = 0;
  while (earlier + after + 1 < later - before && isRepeated(after + 1)) after += 1;
  return {
    first: passageOf(sentences, earlier - before, earlier + after),
    second: passageOf(sentences, later - before, later + after),
    after,
  };
}

function isSameParagraph(left: Sentence, right: Sentence | undefined): boolean {
  return left.text === right?.text && left.paragraph === right.paragraph;
}

function passageOf(sentences: readonly Sentence[], from: number, to: number): Passage {
  const [first, ...rest] = sentences.slice(from, to + 1);
  if (!first) throw new RangeError("a passage has a sentence");
  return [first, ...rest];
}

function placeOf(passage: Passage): NonNullable<Finding["text"]> {
  const { text, start } = passage[0];
  const end = passage.at(-1)?.end ?? passage[0].end;
  return { headingKey: text.headingKey, start, end, quote: text.text.slice(start, end) };
}

function findingOf(first: Passage, second: Passage, subject: CheckSubject): Finding {
  const place = placeOf(second);
  const { quote } = place;
  return newFinding({
    rule: "REPEATED-TEXT",
    severity: "warning",
    sectionId: second[0].text.sectionId,
    text: place,
    earlierText: placeOf(first),
    messageKey: first[0].text === second[0].text ? "text_repeated_here" : "text_repeated",
    values: {
      quote: quote.length > QUOTED_CHARACTERS ? `${quote.slice(0, QUOTED_CHARACTERS)}……` : quote,
      first: nameText(first[0].text, subject),
      firstParagraph: first[0].paragraph,
      second: nameText(second[0].text, subject),
      secondParagraph: second[0].paragraph,
    },
  });
}

/** "一、总体情况·主动公开", or the section alone where its heading has no title of its own. */
function nameText({ sectionId, title }: CheckedText, { format }: CheckSubject): string {
  const section = format.sections.find((one) => one.id === sectionId);
  const name = section ? `${section.number}、${section.title}` : "";
  return title === "" || title === section?.title ? name : `${name}·${title}`;
}
