import { type Context, isCase, type Meaning, meaningOf } from "@/lib/domain/check/narrative/meaning";
import { flowsOf, has, type Phrase } from "@/lib/domain/check/narrative/phrase";
import { cellsQuantity } from "@/lib/domain/check/narrative/quantity";
import type { Topic } from "@/lib/domain/check/narrative/vocabulary";

export function isCaseResult(phrase: Phrase, context: Context): boolean {
  return has(phrase, "suit") || (has(phrase, "result") && isCase(context.topic));
}

/** Reviews and suits are those about information disclosure; others of the same body are not in table 四. */
export function resolveCases(phrase: Phrase, named: readonly Topic[], context: Context): Meaning | null {
  const isOurs =
    has(phrase, "suit") ||
    has(phrase, "disclosure") ||
    has(phrase, "request") ||
    context.isAboutRequests ||
    context.isAboutDisclosure ||
    isCase(context.topic);
  if (!isOurs || named.some((topic) => topic !== "review" && topic !== "suit")) return null;
  // What a reviewing body accepts and decides for others is counted elsewhere.
  if (flowsOf(phrase).some((flow) => flow !== "received" || !has(phrase, "disclosure"))) return null;
  const topics = named.length > 0 ? named : isCase(context.topic) ? [context.topic] : [];
  const results = phrase.words.flatMap(({ tag }) => (tag.kind === "result" ? [tag.result] : []));
  const suits = phrase.words.flatMap(({ tag }) => (tag.kind === "suit" ? [tag.suit] : []));
  if (results.length > 1 || suits.length > 1) return null;
  const column = results[0] ?? "total";
  const cellOf = (group: string) => `litigation.${group}.${column}`;
  const both = cellsQuantity(context.format, [cellOf("direct_suit"), cellOf("suit_after_review")], "行政诉讼");
  if (suits[0]) return meaningOf([cellsQuantity(context.format, [cellOf(suits[0])])]);
  if (topics.length === 2) {
    const cells = ["review", "direct_suit", "suit_after_review"].map(cellOf);
    return meaningOf([cellsQuantity(context.format, cells, "行政复议和行政诉讼")]);
  }
  if (topics[0] === "review") return meaningOf([cellsQuantity(context.format, [cellOf("review")])]);
  const parts = ["direct_suit", "suit_after_review"].map((group) => cellsQuantity(context.format, [cellOf(group)]));
  return topics[0] === "suit" ? meaningOf([both, ...parts]) : null;
}
