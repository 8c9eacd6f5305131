import { findNumbers, type NumberMention, toHalfWidth } from "@/lib/domain/check/narrative/number-mentions";

/**
 * A clause is one number with the words before and after it, or words alone. `text` of a clause without a number is
 * the whole clause; otherwise `before` and `after` are the words on either side of the number.
 */
export type Clause =
  | { kind: "words"; text: string; start: number; end: number }
  | {
      kind: "number";
      before: string;
      after: string;
      /** True where another number follows at once, so that the words after may belong to that one. */
      isFollowed: boolean;
      start: number;
      end: number;
      mention: NumberMention;
      /** 19件（…）, 19件，其中…: what follows takes the number apart. */
      opensList: boolean;
      /** 复议3件、诉讼2件，分别比上年增加1件和2件: which of the numbers just before this one is compared with. */
      pairedWith?: { place: number; of: number };
    };

export type Sentence = { start: number; end: number; clauses: Clause[]; isParagraphHead: boolean };

const SENTENCE_END = /[。！？!?\n]/;
/** The number itself keeps how exactly it is meant. */
const APPROXIMATELY = /(?:大约|大概|约为|约|将近|接近|近|超过|超|逾|突破|多达|不少于|至少|不足|不到)\s*$/u;
/** 行政许可事项上一年312项: a column of the form of 2019. */
const ITEMS_LAST_YEAR =
  /(?:项目|事项)(?:数量?)?上一?年度?(?:数量?)?|上一?年度?事项(?:数量?)?|(?<=许可|处罚|强制|服务|收费)上一?年度?$/u;
const OPENS_LIST = /^[^，。；、（(\d]{0,8}(?:[（(]|[，,]\s*其中|中[，,])/u;
/** 对11件信访类申请和11件重复申请: the nouns stand behind their numbers. */
const NUMBER_FIRST = /^[，,；;：:、\s]*(?:对|将|把|就|针对|对于)(?:其中)?的?$/u;
const JOINS = /[、和及与]$/u;
/** 其余七件由商业企业（五件）和律师事务所（两件）提出: the noun is counted by its own bracket. */
const BRACKET_OF_OWN = /^(?:由|是|为|系).*[（(]$/u;
const CLAUSE_END = /[，,；;：:]/;

/** Longer than any sentence of prose: what has no end is cut, so that the time goes with the length of the text. */
const LONG_SENTENCE = 1_000;

/** Twenty times the longest report: what is beyond is no report, and whoever waits shall not wait for it. */
export const LONGEST_TEXT = 500_000;

/** Splits text into sentences and those into clauses around their numbers. */
export function readSentences(whole: string): Sentence[] {
  const original = whole.slice(0, LONGEST_TEXT);
  const text = toHalfWidth(original);
  const mentions = findNumbers(original);
  const sentences: Sentence[] = [];
  let start = 0;
  let isParagraphHead = true;
  let first = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const character = text[index] ?? "\n";
    if (!SENTENCE_END.test(character) && !isCut(character, index - start)) continue;
    let next = first;
    while ((mentions[next]?.start ?? index) < index) next += 1;
    const inside = mentions.slice(first, next).filter((mention) => mention.start >= start && mention.end <= index);
    first = next;
    if (text.slice(start, index).trim() !== "") {
      sentences.push({ start, end: index, clauses: readClauses(text, start, index, inside), isParagraphHead });
      isParagraphHead = false;
    }
    if (character === "\n") isParagraphHead = true;
    start = index + 1;
  }
  return sentences;
}

function isCut(character: string, length: number): boolean {
  return length >= LONG_SENTENCE && (CLAUSE_END.test(character) || length >= 2 * LONG_SENTENCE);
}

function readClauses(text: string, start: number, end: number, mentions: readonly NumberMention[]): Clause[] {
  const breaks = findBreaks(text, start, end, mentions);
  const clauses: Clause[] = [];
  let left = start;
  let first = 0;
  for (const right of [...breaks, end]) {
    let last = first;
    while ((mentions[last]?.end ?? end + 1) <= right) last += 1;
    const inside = mentions.slice(first, last);
    first = last;
    if (inside.length === 0) {
      if (text.slice(left, right).trim() !== "")
        clauses.push({ kind: "words", text: text.slice(left, right), start: left, end: right });
    }
    let from = left;
    const isNumberFirst = inside.length > 1 && NUMBER_FIRST.test(text.slice(left, inside[0]?.start));
    for (const [index, mention] of inside.entries()) {
      const next = inside[index + 1];
      const until = next ? next.start : right;
      const after = text.slice(mention.end, until);
      const ending = isNumberFirst ? (JOINS.exec(after)?.[0].length ?? null) : null;
      if (isNumberFirst && (ending !== null || !next)) {
        const noun = after.slice(0, after.length - (ending ?? 0));
        clauses.push({
          kind: "number",
          before: index === 0 ? text.slice(from, mention.start).replace(/^[\s，,；;：:（(）)]+/u, "") : "",
          after: noun,
          isFollowed: false,
          opensList: false,
          start: from,
          end: until,
          mention,
        });
        from = until;
        continue;
      }
      // Words after a mark of listing belong to the next number: "予以公开3件、部分公开1件".
      const isFollowed = next !== undefined;
      const own = isFollowed ? (/^[^、和及与]*/u.exec(after)?.[0] ?? "") : after;
      clauses.push({
        kind: "number",
        before: text
          .slice(from, mention.start)
          .replace(/^[、和及与\s，,；;：:（(）)]+/u, "")
          .replace(APPROXIMATELY, "")
          .replace(ITEMS_LAST_YEAR, "上一年项目数量"),
        after: own,
        isFollowed: (isFollowed && own === after) || (!next && BRACKET_OF_OWN.test(`${after}${text[right] ?? ""}`)),
        opensList: OPENS_LIST.test(text.slice(mention.end, mention.end + 16)),
        start: from,
        end: until,
        mention,
      });
      from = isFollowed && own !== after ? mention.end + own.length : mention.end;
    }
    left = right + 1;
  }
  return clauses;
}

/** Where clauses end: at commas and their like, and at brackets with a number inside; other brackets are read along. */
function findBreaks(text: string, start: number, end: number, mentions: readonly NumberMention[]): number[] {
  const breaks: number[] = [];
  let open = -1;
  let place = 0;
  let hasNumber = false;
  for (let index = start; index < end; index += 1) {
    while ((mentions[place]?.end ?? end) <= index) place += 1;
    const mention = mentions[place];
    if (mention && index >= mention.start) {
      hasNumber = true;
      continue;
    }
    const character = text[index] ?? "";
    if (CLAUSE_END.test(character)) breaks.push(index);
    if (/[（(]/.test(character)) {
      open = index;
      hasNumber = false;
    }
    if (/[）)]/.test(character) && open >= 0) {
      if (hasNumber) breaks.push(open, index);
      open = -1;
    }
  }
  return breaks.toSorted((left, right) => left - right);
}
