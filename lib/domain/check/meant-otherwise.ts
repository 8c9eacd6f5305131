import { agrees } from "@/lib/domain/check/compare-stated";
import type { CheckSubject } from "@/lib/domain/check/finding";
import { knownFigures } from "@/lib/domain/check/known-figures";
import { LEGAL_PERSONS } from "@/lib/domain/check/narrative/applicant-words";
import { cellsQuantity, type Quantity, quantityValue } from "@/lib/domain/check/narrative/quantity";
import { readNarrative } from "@/lib/domain/check/narrative/read-narrative";
import type { ReadNumber } from "@/lib/domain/check/narrative/reading";
import { GROUPS_OF_OUTCOMES } from "@/lib/domain/check/narrative/request-words";
import { inTableUnit } from "@/lib/domain/check/stated-number";

/** Words that say whose requests the rest of a sentence is of. */
const APPLICANTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/自然人|公民|个人/u, ["natural_person"]],
  [/企业|公司/u, ["business"]],
  [/科研/u, ["research"]],
  [/公益|社会组织/u, ["welfare"]],
  [/律师|律所|法律服务/u, ["legal_service"]],
  [/法人|(?<!公益|社会|公益性)组织/u, LEGAL_PERSONS],
];

/** Words by which a number says itself which way it was carried. */
const OWN_WAY: readonly (readonly [RegExp, string])[] = [
  [/年初|(?:上一?年|去年|20\d\d年)(?:度|末|底)?(?:未办结|未办完)?(?:结转|转入|转来|遗留|接转)/u, "carried_in"],
  [/年末|年底|下一?年|次年|来年|(?:转|结转|转入|顺延|留)(?:至|到|入)?20\d\d年/u, "carried_out"],
];

const CARRIED: readonly (readonly [RegExp, string])[] = [
  [/结转|转入|转来|接转|遗留|年初|上年末|承接|带过来/u, "carried_in"],
  [/结转|转入|转到|转至|留到|留待|年末|年底|在办|未办|没办完|手头/u, "carried_out"],
];

const RESULTS = ["upheld", "corrected", "other", "pending", "total"];
const SUITS = ["direct_suit", "suit_after_review"];
const DECISIONS = ["licensing", "penalties", "coercion"];

/**
 * Whether a number that is not what its own words say is exactly what they say in the light of those before it in the
 * sentence: of the applicants or the carried requests spoken of (本年末结转的17件中，自然人11件), of what the number before
 * counted (重复申请7件，其中企业1件), or of the kinds of cases and decisions taken together.
 */
export function isMeantOtherwise(subject: CheckSubject, number: ReadNumber): boolean {
  const { text, sentence, mention, meaning } = number;
  if (!meaning || mention.value === "0") return false;
  const before = text.text.slice(sentence.start, mention.end);
  const own = `${number.clause.before}${number.clause.isFollowed ? "" : number.clause.after}`;
  const stated = inTableUnit(mention);
  const counted = readNarrative(subject).numbers.filter(
    (other) => other.sentence === sentence && other.mention.start < mention.start,
  );
  const rowsBefore = counted.flatMap((other) => (other.meaning?.accepted ?? []).map(({ cells }) => rowsOf(cells)));
  return meaning.accepted
    .flatMap(({ cells }) => alternativesOf(cells, before, own, rowsBefore))
    .some((cells) => {
      const quantity: Quantity | null = cellsQuantity(subject.format, cells);
      const value = quantity && quantityValue(quantity, knownFigures(subject));
      return value !== null && value !== "0" && agrees({ ...stated, exactness: "exact" }, value);
    });
}

/** The rows of table three that cells are of; none of another table's. */
function rowsOf(cells: readonly string[]): string[] {
  return [...new Set(cells.flatMap((cell) => /^requests\.(\w+)\./u.exec(cell)?.[1] ?? []))];
}

function alternativesOf(
  cells: readonly string[],
  before: string,
  own: string,
  rowsBefore: readonly (readonly string[])[],
): string[][] {
  const [table = "", , column = ""] = cells[0]?.split(".") ?? [];
  const rows = [...new Set(cells.map((cell) => cell.split(".")[1] ?? ""))];
  const columns = [...new Set(cells.map((cell) => cell.split(".")[2] ?? ""))];
  if (table === "requests") return ofRequests(rows, columns, { before, own, rowsBefore });
  if (table === "litigation") return ofCases(columns, before);
  if (
    table === "active" &&
    column === "decisions" &&
    DECISIONS.filter((_, index) => NAMES[index]?.test(before)).length > 1
  )
    return [DECISIONS.map((topic) => `active.${topic}.decisions`)];
  return [];
}

const NAMES = [/许可/u, /处罚/u, /强制/u];

function ofRequests(
  rows: readonly string[],
  columns: readonly string[],
  { before, own, rowsBefore }: { before: string; own: string; rowsBefore: readonly (readonly string[])[] },
): string[][] {
  const cross = (of: readonly string[], whose: readonly string[]) =>
    of.flatMap((row) => whose.map((column) => `requests.${row}.${column}`));
  const spoken = APPLICANTS.flatMap(([word, whose]) => (word.test(before) ? [whose] : []));
  const [ownWay] = OWN_WAY.flatMap(([word, row]) => (word.test(own) ? [row] : []));
  const carried = ownWay ? [ownWay] : CARRIED.flatMap(([word, row]) => (word.test(before) ? [row] : []));
  const isOfAll = columns.join() === "total";
  const isOther = GROUPS_OF_OUTCOMES.at(-1)?.every((row) => row === "other" || rows.includes(row)) === true;
  return [
    ...(isOfAll ? [...spoken, [...new Set(spoken.flat())]].map((whose) => cross(rows, whose)) : []),
    ...carried.map((row) => cross([row], columns)),
    ...(isOfAll ? [] : rowsBefore.map((of) => cross(of, columns))),
    ...(isOther ? [cross(["other_remaining"], columns)] : []),
  ];
}

/** Said of reviews and suits together, and of both kinds of suits. */
const OF_BOTH = /复议(?:案件)?[、和与及](?:行政)?诉讼/u;
const OF_SUITS = /[两二](?:类|种|项)(?:行政)?(?:诉讼|案件)/u;

function ofCases(columns: readonly string[], before: string): string[][] {
  const results = columns.filter((column) => RESULTS.includes(column));
  const of = (groups: readonly string[]) =>
    groups.flatMap((group) => results.map((result) => `litigation.${group}.${result}`));
  return [...(OF_BOTH.test(before) ? [of(["review", ...SUITS])] : []), ...(OF_SUITS.test(before) ? [of(SUITS)] : [])];
}
