import { LITIGATION_TABLE } from "@/lib/formats/litigation-table";
import type { SpareSide } from "@/lib/intake/take-values";
import { takeValues } from "@/lib/intake/take-values";
import { isValue } from "@/lib/intake/value-text";

const KEYS = LITIGATION_TABLE.cells.map((cell) => cell.key);
const GROUPS = [...new Set(KEYS.map((key) => key.split(".")[1] ?? ""))];
const RESULTS = KEYS.length / GROUPS.length;
const RESULT_LABEL = /^(?:结果)?(?:维持|纠正)$|^其[他它]结果$|^尚?未审结$/;
const TOTAL_LABEL = /^(?:总计|合计|小计|总数)$/u;

/** All results of three groups; fewer where a page's end cut the head off. */
const WIDE_HEAD = 12;

/** The named results of one group. */
const NARROW_HEAD = 4;

/** What has been read of table 四, as one row of three groups or as a small table a group. */
export type LitigationHead = {
  /** Results named since the last figures. */
  labels: number;
  /** The group whose small table is open. */
  group: string | null;
  /** Rows under the head that could not be placed; without any, its cells are blank. */
  left: number;
  hasWideHead: boolean;
};

/** Where a reader stands before the head of table four: no label seen, no group begun. */
export function freshLitigation(): LitigationHead {
  return { labels: 0, group: null, left: 0, hasWideHead: false };
}

/** True for a head of table four that names a result (维持, 纠正, 其他, 尚未审结, 总计) or the group of one. */
export function isResultLabel(text: string): boolean {
  return RESULT_LABEL.test(plain(text));
}

/** Remembers heads and captions; true where the row is nothing else. */
export function noteLitigation(texts: readonly string[], isInSection: boolean, head: LitigationHead): boolean {
  const results = texts.filter(isResultLabel).length;
  head.labels += results;
  head.hasWideHead ||= head.labels >= WIDE_HEAD;
  const groups = texts.flatMap((text) => groupOf(text) ?? []);
  if ((isInSection || head.labels > 0) && groups.length === 1) head.group = groups[0] ?? null;
  // The head of the wide table names all three.
  if (groups.length > 1) head.group = null;
  return (results > 1 || (groups.length > 0 && isInSection)) && !texts.some((text) => isValue(text) && text !== "");
}

/** The figures of a row of table 四 by their cells; null where it is none, or nobody can tell which. */
export function readLitigation(
  texts: readonly string[],
  isInSection: boolean,
  head: LitigationHead,
  side: SpareSide | null,
): [string, string][] | null {
  const from = texts.findLastIndex((text) => text !== "" && !isValue(text)) + 1;
  const values = texts.slice(from);
  const named = texts.slice(0, from).findLast((text) => groupOf(text) !== null);
  const isHead = texts.slice(0, from).filter(isResultLabel).length >= NARROW_HEAD;
  const group = named === undefined ? head.group : groupOf(named);
  const small =
    group !== null && (head.labels >= NARROW_HEAD || isHead || isInSection) ? takeValues(values, RESULTS, side) : null;
  if (small?.some(isValue) && values.length < KEYS.length)
    return keysOf(group ?? "").map((key, index) => [key, small[index] ?? ""]);
  if (!head.hasWideHead && !isInSection) return null;
  const wide = takeValues(values, KEYS.length, side) ?? takeValues(texts, KEYS.length, side);
  return wide?.some(isValue) ? KEYS.map((key, index) => [key, wide[index] ?? ""]) : null;
}

/** The cells of table 四, blank where its head was read whole and no row that was left over may hold their figures. */
export function blankLitigation(head: LitigationHead): readonly string[] {
  return head.hasWideHead && head.left === 0 ? KEYS : [];
}

function keysOf(group: string): readonly string[] {
  return KEYS.filter((key) => key.split(".")[1] === group);
}

/** The group that a caption or the label of a row names. */
function groupOf(text: string): string | null {
  const words = plain(text);
  if (words.length > 40 || isResultLabel(words) || TOTAL_LABEL.test(words)) return null;
  if (/复议后(?:再|又)?(?:起诉|提起|诉讼)/u.test(words)) return "suit_after_review";
  if (/未经(?:行政)?复议|直接(?:起诉|提起)/u.test(words)) return "direct_suit";
  return /复议/u.test(words) && !/诉讼|起诉/u.test(words) ? "review" : null;
}

function plain(text: string): string {
  return text.replace(/\s+/g, "");
}
