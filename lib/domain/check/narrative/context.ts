import type { CheckedText } from "@/lib/domain/check/finding";
import { type Frame, OPEN_FRAME } from "@/lib/domain/check/narrative/frame";
import type { Listed, Meaning } from "@/lib/domain/check/narrative/meaning";
import { type Period, readPeriod } from "@/lib/domain/check/narrative/period";
import { has, type Phrase } from "@/lib/domain/check/narrative/phrase";
import type { Flow, Spoken, Suit } from "@/lib/domain/check/narrative/tag";
import type { Format } from "@/lib/domain/format";

/** What was spoken of before the phrase: its own words need not repeat it. */
export type Context = {
  format: Format;
  /** What the last clause counted; "other" is something that no table knows. */
  topic: Spoken;
  /** The last verb that said which requests: 收到, 办结. */
  flow: Flow | null;
  /** Which suits the results are of. */
  suit: Suit | null;
  /** Nothing but the results of that suit can follow: 直接起诉19件（维持10件…）. */
  isSuitOnly: boolean;
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
  /** The time that is spoken of; a part of the year or several years are another time. */
  time: Period;
  /** The year before was named to compare with. */
  isCompared: boolean;
  /** What the sentence has just counted, the last one last: a comparison without words of its own is with one of them. */
  counted: readonly { meaning: Meaning; unit: string }[];
  /** The last number that nothing ties without doubt, and what it may count. */
  likely: { meaning: Meaning; unit: string } | null;
  /** Whose requests are spoken of, and whether it is most likely them that the next outcomes are of, or all. */
  applicant: { columns: readonly string[]; isLikely: boolean } | null;
  /** 予以公开的4件中: the outcome that the next applicants are of. */
  outcome: readonly string[] | null;
  /** What the clauses of the sentence have said so far, slot by slot. */
  spoken: Frame;
  /** One body of many or one matter is spoken of in this sentence. */
  isOfPart: boolean;
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

/**
 * What a reader knows at the beginning of a text, from the form and the heading's title alone; an excerpt may leave
 * out what still stands elsewhere.
 */
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
    isSuitOnly: false,
    listed: null,
    isAboutRequests,
    isAboutDisclosure: false,
    areOurCases: false,
    partOnly: null,
    time: "this",
    isCompared: false,
    counted: [],
    likely: null,
    applicant: null,
    outcome: null,
    spoken: OPEN_FRAME,
    isOfPart: false,
    isAside: false,
    isListOfPublications: false,
    isPublishing: false,
    isExcerpt,
    sentence: "",
  };
}

const OF_REQUESTS =
  /公开申请|申请公开|部分公开|不予公开|无法提供|(?:结转|转入|顺延|转结)(?:至|到|入)?(?:下|次年|20\d\d年)|申请(?:人|主体)(?:类型|类别|身份|情况|结构|构成)?(?:来?看|分类|划分|统计)|(?:科研机构|公益组织).*法律服务机构|法律服务机构.*(?:科研机构|公益组织)|自然人[^。]*(?:企业|法人)|予以公开\d/u;

/** Words of table 四, and cases that are said to concern disclosure behind their number. */
const OF_DISCLOSURE =
  /直接起诉|复议后起诉|(?:复议|诉讼)(?:案件)?(?:\d+[件起宗]?|[、，和及]|行政|复议|诉讼|案件)*(?:均|都|全部)?(?:为|涉及|属于?)(?:涉及)?(?:政府)?信息公开|均为(?:涉及)?(?:政府)?信息公开(?:类)?(?:行政)?(?:复议|诉讼)/u;

/** 维持31件，纠正9件，均为政府信息公开行政复议案件: what the results are of is said at the end. */
const ALL_OF_REVIEWS = /均为(?:涉及)?(?:政府)?信息公开(?:类)?(?:行政)?复议/u;

/** A sentence begins: what the one before said of its own time, parts and lists is over. */
export function beginSentence(state: Context, sentence: string, title: string): void {
  state.sentence = sentence;
  state.isListOfPublications = false;
  state.isPublishing = false;
  state.isAboutDisclosure = /公开[^。]*(?:复议|诉讼)/u.test(title) || OF_DISCLOSURE.test(sentence);
  state.time = "this";
  state.isCompared = false;
  state.counted = [];
  state.likely = null;
  state.applicant = null;
  state.outcome = null;
  state.spoken = OPEN_FRAME;
  state.isOfPart = false;
  state.isAside = false;
  if (!state.isExcerpt) state.listed = null;
  if (state.topic === null && ALL_OF_REVIEWS.test(sentence))
    Object.assign(state, { topic: "review", areOurCases: true });
  // A sentence that is about requests further on is so from its beginning.
  if (state.topic === null && OF_REQUESTS.test(sentence)) state.topic = "requests";
}

/** 是2023年的2.1倍: nothing of that year is counted. */
const TIMES = /的[\d.]+倍|的[一二两三四五六七八九十]+倍/u;

/** Time and place are said before what is counted. */
export function notePlaceAndTime(words: string, phrase: Phrase, state: Context, year: number): void {
  const period = TIMES.test(words) ? null : readPeriod(words, year);
  // 2023年新收108件，当年公开41件: the year that was named just now.
  const isThatYear = period === "this" && state.time === "last" && /当年/u.test(words) && !/今年|本年/u.test(words);
  if (period && !isThatYear) state.time = period;
  if (has(phrase, "scope") && phrase.residue === "") state.partOnly = null;
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
