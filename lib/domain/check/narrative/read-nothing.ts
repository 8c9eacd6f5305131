import type { Context } from "@/lib/domain/check/narrative/context";
import type { Meaning } from "@/lib/domain/check/narrative/meaning";
import { flowsOf, has, type Phrase, topicsOf } from "@/lib/domain/check/narrative/phrase";
import { resolvePhrase } from "@/lib/domain/check/narrative/resolve-phrase";

/** 未收到…申请, 未发生行政复议、行政诉讼: the number of what is named is zero. */
export function readNothing(phrase: Phrase, state: Context): Meaning | null {
  if (!has(phrase, "none") || phrase.residue !== "" || has(phrase, "outcome") || has(phrase, "column")) return null;
  const topics = topicsOf(phrase);
  const isCases = topics.length > 0 && topics.every((topic) => topic === "review" || topic === "suit");
  const flows = flowsOf(phrase);
  if (isCases) return resolvePhrase(phrase, "件", state);
  if (topics.length > 0) return null;
  const carried = flows.filter((flow) => flow === "carried_in" || flow === "carried_out");
  if (carried.length === 1 && flows.length === 1) return resolvePhrase(phrase, "件", state);
  const isReceipt = phrase.words.some(({ word }) => /收到|接到|接收|受理/.test(word) && word !== "收到");
  if (!has(phrase, "request") || !isReceipt || flows.length > 0) return null;
  return resolvePhrase(
    { residue: "", words: [...phrase.words, { word: "收到", tag: { kind: "flow", flow: "received" } }] },
    "件",
    state,
  );
}
