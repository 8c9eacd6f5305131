import { type Context, isActive, type Meaning, meaningOf } from "@/lib/domain/check/narrative/meaning";
import { has, type Phrase } from "@/lib/domain/check/narrative/phrase";
import { cellsQuantity, type Quantity } from "@/lib/domain/check/narrative/quantity";
import type { Topic } from "@/lib/domain/check/narrative/vocabulary";

/** The small tables of section 二. */
export function resolveActive(phrase: Phrase, named: readonly Topic[], context: Context): Meaning | null {
  const topic = named.length > 0 ? named[0] : isActive(context.topic) ? context.topic : null;
  if (named.length > 1 || !topic || has(phrase, "request") || has(phrase, "outcome") || has(phrase, "column"))
    return null;
  const cell = (column: string, name?: string) => cellsQuantity(context.format, [`active.${topic}.${column}`], name);
  if (topic === "regulations" || topic === "normative_documents")
    return resolveDocuments(phrase, cell, named.length > 0);
  const sign = phrase.words.flatMap(({ tag }) => (tag.kind === "change" ? [tag.sign] : []))[0];
  if (sign === "1") return meaningOf([cell("change")]);
  if (sign === "-1" || has(phrase, "publish") || has(phrase, "material")) return null;
  if (topic === "procurement") {
    return has(phrase, "money") || (named.length === 0 && !has(phrase, "projects"))
      ? null
      : meaningOf([cell("projects")]);
  }
  if (topic === "fees") return null;
  return named.length > 0 || has(phrase, "decision") ? meaningOf([cell("decisions")]) : null;
}

function resolveDocuments(phrase: Phrase, cell: (column: string) => Quantity | null, isNamed: boolean): Meaning | null {
  const columns = phrase.words.flatMap(({ tag }) => (tag.kind === "document" ? [tag.column] : []));
  const isPublished = has(phrase, "publish");
  if (columns.length > 1 || (columns.length === 1 && isPublished && columns[0] !== "made")) return null;
  const [column] = columns;
  if (column && !isPublished) return meaningOf([cell(column)]);
  if (column === "made") return meaningOf([cell("made"), cell("disclosed")]);
  // 公开规范性文件 is a column of the form of 2019 only.
  return isNamed && isPublished ? meaningOf([cell("disclosed"), cell("total_public")]) : null;
}

export function resolveMoney(phrase: Phrase, named: readonly Topic[], context: Context): Meaning | null {
  const topic = named[0] ?? context.topic;
  if (named.length > 1 || (topic !== "procurement" && topic !== "fees")) return null;
  if (named.length === 0 && !has(phrase, "money")) return null;
  return meaningOf([cellsQuantity(context.format, [`active.${topic}.amount`])]);
}
