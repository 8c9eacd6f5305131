import type { Context } from "@/lib/domain/check/narrative/context";
import { type Meaning, meaningOf } from "@/lib/domain/check/narrative/meaning";
import { has, hasHead, type Phrase, topicsOf } from "@/lib/domain/check/narrative/phrase";
import { isChangeOfItems, resolveActive, resolveMoney } from "@/lib/domain/check/narrative/resolve-active";
import { isCaseResult, resolveCases } from "@/lib/domain/check/narrative/resolve-cases";
import { resolveRequests } from "@/lib/domain/check/narrative/resolve-requests";
import { resolveRest } from "@/lib/domain/check/narrative/resolve-rest";
import { isSplit } from "@/lib/domain/check/narrative/split-cells";
import { isActive } from "@/lib/domain/check/narrative/tag";

const COUNTS = new Set(["", ..."件条份宗起项个次例笔", "件次", "人次"]);
const MONEY = new Set(["元", "千元", "万元", "百万元", "亿元"]);

/** Ties a phrase to what the tables know; null when its words do not say so without doubt. */
export function resolvePhrase(phrase: Phrase, unit: string, context: Context): Meaning | null {
  if (phrase.residue !== "" || context.isListOfPublications) return null;
  if (context.partOnly === "sentence" || context.time === "other") return null;
  const topics = topicsOf(phrase);
  if (context.partOnly === "paragraph" && topics.length === 0) return null;
  if (MONEY.has(unit)) return resolveMoney(phrase, topics, context);
  const isDocuments = topics.some((topic) => topic === "regulations" || topic === "normative_documents");
  if (
    (!COUNTS.has(unit) && !((unit === "部" || unit === "册") && (isDocuments || isOfDocuments(context)))) ||
    isSplit(phrase, context.sentence)
  )
    return null;
  // 行政许可类信息 was published, 行政许可类决定 were taken.
  const isOfItems = isChangeOfItems(phrase, unit, context);
  if (topics.length > 0 && has(phrase, "category") && !has(phrase, "decision") && !isOfItems) return null;
  if (isOnlyRest(phrase)) return meaningOf(resolveRest(context));
  if (topics.some((topic) => topic === "review" || topic === "suit") || isCaseResult(phrase, context)) {
    return resolveCases(phrase, topics, context);
  }
  const isOfRequests = has(phrase, "request") || has(phrase, "outcome");
  if (topics.length > 0 || (isActive(context.topic) && !isOfRequests)) {
    // A bare label and number is a line of a list of what was published; items of law (事项) are no decisions.
    const saysWhich = ["decision", "document", "items", "change", "projects"].some((kind) =>
      has(phrase, kind as "decision"),
    );
    if (context.isPublishing && !saysWhich) return null;
    if (["", "项", "个"].includes(unit) && !saysWhich && topics[0] !== "procurement") return null;
    return resolveActive(phrase, topics, unit, context);
  }
  return resolveRequests(phrase, context);
}

function isOfDocuments({ topic }: Context): boolean {
  return topic === "regulations" || topic === "normative_documents";
}

/** 其他3件, 其他组织申请3件: nothing else is named. */
function isOnlyRest(phrase: Phrase): boolean {
  const others = phrase.words.filter(({ tag }) => tag.kind !== "rest" && tag.kind !== "request");
  return has(phrase, "rest") && !hasHead({ words: others, residue: "" });
}
