import type { Context } from "@/lib/domain/check/narrative/context";
import { type Meaning, meaningOf } from "@/lib/domain/check/narrative/meaning";
import { has, type Phrase } from "@/lib/domain/check/narrative/phrase";
import { cellsQuantity, type Quantity } from "@/lib/domain/check/narrative/quantity";
import { isActive, type Topic } from "@/lib/domain/check/narrative/tag";

type CellOf = (...columns: string[]) => Quantity | null;

/** The small tables of section 二. */
export function resolveActive(phrase: Phrase, named: readonly Topic[], unit: string, context: Context): Meaning | null {
  const topic = named.length > 0 ? named[0] : isActive(context.topic) ? context.topic : null;
  if (named.length > 1 || !topic || has(phrase, "request") || has(phrase, "outcome") || has(phrase, "column"))
    return null;
  const cell: CellOf = (...columns) =>
    cellsQuantity(
      context.format,
      columns.map((column) => `active.${topic}.${column}`),
    );
  if (topic === "regulations" || topic === "normative_documents")
    return resolveDocuments(phrase, cell, named.length > 0, context);
  const change = changeOf(phrase);
  if (change) return unit === "件" ? null : meaningOf([signed(cell("change"), change)]);
  if (has(phrase, "publish") || has(phrase, "material")) return null;
  if (topic === "procurement") {
    return has(phrase, "money") || (named.length === 0 && !has(phrase, "projects") && !has(phrase, "items"))
      ? null
      : meaningOf([cell("projects")]);
  }
  if (has(phrase, "items")) {
    if (has(phrase, "decision")) return null;
    const isLastYear = phrase.words.some(({ word, tag }) => tag.kind === "items" && word.startsWith("上"));
    return meaningOf([cell("items_last_year"), isLastYear ? null : cell("items_last_year", "change")]);
  }
  if (topic === "fees") return null;
  return named.length > 0 || has(phrase, "decision") ? meaningOf([cell("decisions")]) : null;
}

/** "1" for 增加, "-1" for 减少. */
function changeOf(phrase: Phrase): "1" | "-1" | null {
  return phrase.words.flatMap(({ tag }) => (tag.kind === "change" ? [tag.sign] : []))[0] ?? null;
}

/** 减少5项 is −5 in the table. */
function signed(quantity: Quantity | null, sign: "1" | "-1"): Quantity | null {
  return quantity && sign === "-1" ? { ...quantity, isNegated: true } : quantity;
}

/** 行政许可项目较上年增加15项: a column of the form of 2019, not a comparison with another report. */
export function isChangeOfItems(phrase: Phrase, unit: string, context: Context): boolean {
  if (!has(phrase, "change") || !["", "项", "个"].includes(unit)) return false;
  return (has(phrase, "items") || OF_ITEMS.test(context.sentence)) && (isActive(context.topic) || has(phrase, "topic"));
}

/** 行政许可事项, 其他对外管理服务上一年205项. */
const OF_ITEMS = /项目|事项|(?:许可|处罚|强制|服务|收费)上一?年度?\d/u;

const COLUMN_OF_DOCUMENTS = /^active\.(?:regulations|normative_documents)\.(\w+)$/u;

function resolveDocuments(phrase: Phrase, cell: CellOf, isNamed: boolean, { counted }: Context): Meaning | null {
  const columns = phrase.words.flatMap(({ tag }) => (tag.kind === "document" ? [tag.column] : []));
  // 现行有效文件净减13件: by how many there are fewer, and not how many there are.
  if (columns.includes("in_force") && changeOf(phrase) !== null) return null;
  // 新增规章2件: a document comes by being made.
  if (columns.length === 0 && isNamed && !has(phrase, "publish") && changeOf(phrase) === "1")
    return meaningOf([cell("made")]);
  // 现行有效规范性文件318件、规章42件: the column is said once.
  const before =
    counted.at(-1)?.meaning.accepted.map(({ cells }) => COLUMN_OF_DOCUMENTS.exec(cells[0] ?? "")?.[1]) ?? [];
  if (columns.length === 0 && isNamed && !has(phrase, "publish") && before.every((column) => column !== undefined))
    return meaningOf(before.map((column) => cell(column ?? "")));
  const isPublished = has(phrase, "publish");
  const [column] = columns;
  // 集中公开现行有效规章42件: what is published are those in force.
  if (column === "in_force" && columns.length === 1) return meaningOf([cell("in_force")]);
  if (columns.length > 1 || (columns.length === 1 && isPublished && column !== "made")) return null;
  if (column && !isPublished) return meaningOf([cell(column)]);
  if (column === "made") return meaningOf([cell("made"), cell("disclosed")]);
  if (!isPublished) return null;
  // 制定37件，公开35件: of those just counted.
  if (!isNamed)
    return before.length > 0 && before.every((one) => one !== undefined) ? meaningOf([cell("disclosed")]) : null;
  // 公开规范性文件 is a column of the form of 2019; since then it may be said of what was made or of what is in force.
  return meaningOf([cell("disclosed"), cell("total_public")]) ?? meaningOf([cell("made"), cell("in_force")]);
}

/**
 * The cell of fees or procurement, in 万元, that an amount means; null where the words name another topic, several, or
 * no money.
 */
export function resolveMoney(phrase: Phrase, named: readonly Topic[], context: Context): Meaning | null {
  const isFee = phrase.words.some(({ word, tag }) => tag.kind === "money" && word.includes("收费"));
  const isPurchase = phrase.words.some(({ word, tag }) => tag.kind === "money" && word === "采购总金额");
  const topic = named[0] ?? (isFee ? "fees" : isPurchase ? "procurement" : context.topic);
  if (named.length > 1 || (topic !== "procurement" && topic !== "fees")) return null;
  if (named.length === 0 && !has(phrase, "money")) return null;
  return meaningOf([cellsQuantity(context.format, [`active.${topic}.amount`])]);
}

/** 上一年项目数量 is a column of this year's table, although it is a count of last year. */
export function isOfItems({ accepted }: Meaning): boolean {
  return accepted.every(({ cells }) => cells.every((cell) => /\.(?:items_last_year|change)$/.test(cell)));
}
