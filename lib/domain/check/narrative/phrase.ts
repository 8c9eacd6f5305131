import type { Flow, Suit, Tag, Topic } from "@/lib/domain/check/narrative/tag";
import { VOCABULARY } from "@/lib/domain/check/narrative/vocabulary";

/** A stretch of text read word by word: what its words mean, and what of it is not known. */
export type Phrase = { words: readonly { word: string; tag: Tag }[]; residue: string };

/** Who reports and for which year: words that name them say nothing more. */
export type Reporter = {
  year: number;
  /** Its name, and the ends of it by which it calls itself, longest first. */
  names: readonly string[];
  /** What its text says of the years next to its own, and what that means. */
  years: readonly (readonly [RegExp, string])[];
};

export function reporterOf(year: number, organisation: string | undefined): Reporter {
  return {
    year,
    names: namesOf(organisation ?? ""),
    years: [
      [
        new RegExp(
          `(?:结转|转入|转结|顺延|延续|延|转)(?:至|到|入)?${year + 1}年度?(?:继续办理|继续答复|办理|答复)?`,
          "g",
        ),
        "结转下年度",
      ],
      [
        new RegExp(
          `(?:从|由)?${year - 1}年度?(?:未办结)?(?:结转|转入|遗留|转结)(?:至|到|来的?)?(?:${year}年度?)?`,
          "g",
        ),
        "上年结转",
      ],
      [new RegExp(`${year}年(?:度|全年|内)?`, "g"), ""],
    ],
  };
}

/** 平和区教育局 calls itself 区教育局 and 教育局, 官洲街道办事处 calls itself 官洲街道, 人民政府 is 政府 for short. */
function namesOf(organisation: string): string[] {
  const names = [organisation, organisation.replace("人民政府", "政府")];
  const short = organisation.replace(/(?:办事处|人民政府|管理委员会|管委会)$/u, "");
  const ends = [...names, short].flatMap((name) =>
    Array.from({ length: Math.max(0, name.length - 2) }, (_, index) => name.slice(index)),
  );
  return [...new Set(ends)].toSorted((left, right) => right.length - left.length);
}

/** The text with the reporter's own name said as 本机关. */
export function nameItself(text: string, { names }: Reporter): string {
  const name = names.find((one) => text.includes(one));
  return name ? text.replaceAll(name, "本机关") : text;
}

/** Longer than any words that say what a number counts. */
const LONGEST_PHRASE = 160;

const NOTHING: Phrase = { words: [], residue: "" };

/** Reads a stretch of text with the known words so that as little as possible is left over, in as few words as possible. */
export function readPhrase(text: string, reporter: Reporter): Phrase {
  if (text === "") return NOTHING;
  // Of a stretch without an end only the words next to the number are looked at, and they are not all.
  const plain = normalise(text.slice(-LONGEST_PHRASE), reporter);
  const { words, residue } = cover(plain);
  const hasPart = words.some(({ tag }) => tag.kind === "part");
  const hasScope = words.some(({ tag }) => tag.kind === "scope");
  // 各部门 alone is a part of the whole; 全区各部门 is the whole.
  const isNarrow = hasPart && !hasScope && !/各级/.test(plain);
  const cut = text.length > LONGEST_PHRASE ? "…" : "";
  return { words, residue: `${residue}${cut}${isNarrow ? "各" : ""}` };
}

type Step = { unknown: number; count: number; length: number; tag: Tag | null };

/** Words from the end to the start: each place keeps its best continuation. */
function cover(plain: string): Phrase {
  const best: Step[] = [];
  best[plain.length] = { unknown: 0, count: 0, length: 0, tag: null };
  for (let index = plain.length - 1; index >= 0; index -= 1) {
    const rest = best[index + 1];
    let step: Step = { unknown: (rest?.unknown ?? 0) + 1, count: rest?.count ?? 0, length: 1, tag: null };
    let branch = VOCABULARY.next.get(plain[index] ?? "");
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
  for (let index = 0; index < plain.length; ) {
    const step = best[index];
    const word = plain.slice(index, index + (step?.length ?? 1));
    if (step?.tag) words.push({ word, tag: step.tag });
    else residue += word;
    index += step?.length ?? 1;
  }
  return { words, residue };
}

export function joinPhrases(left: Phrase, right: Phrase): Phrase {
  return { words: [...left.words, ...right.words], residue: left.residue + right.residue };
}

export function has(phrase: Phrase, kind: Tag["kind"]): boolean {
  return phrase.words.some(({ tag }) => tag.kind === kind);
}

export function flowsOf(phrase: Phrase): Flow[] {
  return phrase.words.flatMap(({ tag }) => (tag.kind === "flow" ? [tag.flow] : []));
}

export function topicsOf(phrase: Phrase): Topic[] {
  return [...new Set(phrase.words.flatMap(({ tag }) => (tag.kind === "topic" ? [tag.topic] : [])))];
}

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
