import { type Context, isSaidOfDisclosure } from "@/lib/domain/check/narrative/context";
import { type Meaning, meaningOf } from "@/lib/domain/check/narrative/meaning";
import { flowsOf, has, type Phrase, suitsOf } from "@/lib/domain/check/narrative/phrase";
import { cellsQuantity, type Quantity } from "@/lib/domain/check/narrative/quantity";
import { isCase, type Topic } from "@/lib/domain/check/narrative/tag";

const SUITS = ["direct_suit", "suit_after_review"];

/** Whether a phrase means rows of table four, by its own words or by the case that the text speaks of. */
export function isCaseResult(phrase: Phrase, context: Context): boolean {
  if (has(phrase, "suit")) return true;
  if (!isCase(context.topic)) return false;
  // 行政复议326件，其中涉及政府信息公开的11件.
  const flows = flowsOf(phrase);
  const isPending = flows.length > 0 && flows.every((flow) => flow === "carried_out");
  return (
    has(phrase, "result") ||
    (isPending && context.areOurCases && !has(phrase, "request")) ||
    (has(phrase, "disclosure") && !has(phrase, "request") && !has(phrase, "outcome"))
  );
}

/** Reviews and suits are those about information disclosure; others of the same body are not in table 四. */
export function resolveCases(phrase: Phrase, named: readonly Topic[], context: Context): Meaning | null {
  const isNamed = named.length > 0 || has(phrase, "suit") || has(phrase, "disclosure");
  const isOurs = context.areOurCases || (isNamed && isSaidOfDisclosure(phrase, context));
  if (!isOurs || named.some((topic) => topic !== "review" && topic !== "suit")) return null;
  // What a reviewing body accepts and decides for others is counted elsewhere.
  const flows = flowsOf(phrase);
  // 尚未办结 of a case is what the form calls 尚未审结.
  const isPending = flows.length > 0 && flows.every((flow) => flow === "carried_out") && !has(phrase, "request");
  if (!isPending && flows.some((flow) => flow !== "received" || !has(phrase, "disclosure"))) return null;
  const inCourt: readonly Topic[] = phrase.words.some(({ word }) => word.includes("法院")) ? ["suit"] : [];
  const spoken: readonly Topic[] = isCase(context.topic) ? [context.topic] : [];
  const topics = [named, inCourt, spoken].find(({ length }) => length > 0) ?? [];
  const named_ = phrase.words.flatMap(({ tag }) => (tag.kind === "result" ? [tag.result] : []));
  const results = isPending && named_.length === 0 ? (["pending"] as const) : named_;
  const suits = suitsOf(phrase);
  if (results.length > 1 || suits.length > 1) return null;
  const meant = groupsMeant(topics, suits[0] ?? null, named.length === 0 ? context.suit : null, context.isSuitOnly);
  if (meant.length === 0) return null;

  const column = results[0] ?? "total";
  return meaningOf(
    meant.map((groups) => casesQuantity(context, groups, column)),
    [],
    results.length > 0 ? { of: "results", under: meant, named: results } : null,
  );
}

/** The groups of table 四 that are added up, for each way in which the words may be meant. */
function groupsMeant(
  topics: readonly Topic[],
  suit: string | null,
  before: string | null,
  isOnly: boolean,
): (readonly string[])[] {
  if (suit) return [[suit]];
  // The results may be of the suits named last or of all.
  if (before) return isOnly ? [[before]] : [[before], SUITS];
  if (topics.length === 2) return [["review", ...SUITS]];
  if (topics[0] === "review") return [["review"]];
  return topics[0] === "suit" ? [SUITS, ...SUITS.map((group) => [group])] : [];
}

function casesQuantity({ format }: Context, groups: readonly string[], column: string): Quantity | null {
  const name = groups.length === 3 ? "行政复议和行政诉讼" : groups.length === 2 ? "行政诉讼" : undefined;
  return cellsQuantity(
    format,
    groups.map((group) => `litigation.${group}.${column}`),
    name,
  );
}
