import { flowsOf, has, type Phrase, topicsOf } from "@/lib/domain/check/narrative/phrase";
import { cellsQuantity, flowQuantity, type Quantity, requestQuantity } from "@/lib/domain/check/narrative/quantity";
import type { Flow, Topic } from "@/lib/domain/check/narrative/vocabulary";
import type { Format } from "@/lib/domain/format";

/** What was spoken of before the phrase: its own words need not repeat it. */
export type Context = {
  format: Format;
  /** What the last clause counted; "other" is something that no table knows. */
  topic: "requests" | Topic | "other" | null;
  /** The last verb that said which requests: 收到, 办结. */
  flow: Flow | null;
  /** Requests for information are spoken of in this paragraph. */
  isAboutRequests: boolean;
  /** A part of the body, or one way of applying, is spoken of: its numbers are not those of the tables. */
  partOnly: "sentence" | "paragraph" | null;
  /** The words stand in a list of what was published, whose numbers are not those of the tables. */
  isListOfPublications: boolean;
};

/** The quantities that the words may mean, the plainest first. Every one of them makes the number right. */
export type Meaning = { accepted: readonly Quantity[]; others: readonly Quantity[] };

const COUNTS = new Set(["", ..."件条份宗起项个次例笔", "件次"]);
const MONEY = new Set(["元", "千元", "万元", "百万元", "亿元"]);
const TOTAL = ["total"];

/** Ties a phrase to what the tables know; null when its words do not say so without doubt. */
export function resolvePhrase(phrase: Phrase, unit: string, context: Context): Meaning | null {
  if (phrase.residue !== "" || context.isListOfPublications || context.partOnly === "sentence") return null;
  const topics = topicsOf(phrase);
  if (context.partOnly === "paragraph" && topics.length === 0) return null;
  const isRequest = has(phrase, "request");
  const outcome = has(phrase, "outcome");
  if (MONEY.has(unit)) return resolveMoney(phrase, topics, context);
  if (!COUNTS.has(unit)) return null;
  if (topics.length > 0 && has(phrase, "category")) return null;
  if (topics.some((topic) => topic === "review" || topic === "suit") || isCaseResult(phrase, context)) {
    return resolveCases(phrase, topics, context);
  }
  if (topics.length > 0 || (isActive(context.topic) && !isRequest && !outcome)) {
    // A bare label and number is a line of a list of what was published.
    if (unit === "" && !has(phrase, "decision") && !has(phrase, "document")) return null;
    return resolveActive(phrase, topics, context);
  }
  return resolveRequests(phrase, context);
}

function resolveRequests(phrase: Phrase, context: Context): Meaning | null {
  const isRequest = has(phrase, "request");
  if (has(phrase, "material") && has(phrase, "publish")) return null;
  const columns = columnsOf(phrase);
  if (columns === null) return null;
  const outcomes = outcomesOf(phrase);
  if (outcomes.length > 0) {
    if (!isRequest && !context.isAboutRequests && context.topic === "other") return null;
    return meaningOf(outcomes.map((rows) => requestQuantity(context.format, rows, columns, groupName(rows))));
  }
  const flows = [...new Set(flowsOf(phrase))];
  // Only requests are carried over; every other verb needs to be told what it is about.
  const isCarried = flows.length === 1 && (flows[0] === "carried_in" || flows[0] === "carried_out");
  const isElsewhere = context.topic === "other" || isActive(context.topic);
  if (!isRequest && context.topic !== "requests" && (!isCarried || isElsewhere)) return null;
  const others = (["received", "handled", "concluded"] as const).map((flow) =>
    flowQuantity(context.format, flow, columns),
  );
  const accepted = flowsMeant(flows, phrase, context, columns !== TOTAL);
  if (!accepted) return null;
  return meaningOf(
    accepted.map((flow) => flowQuantity(context.format, flow, columns)),
    others,
  );
}

/** Which rows the verbs speak of. Two verbs for one number leave both open; none leaves it to what was said before. */
function flowsMeant(
  flows: readonly Flow[],
  phrase: Phrase,
  context: Context,
  hasColumn: boolean,
): readonly Flow[] | null {
  // 上年结转…办理数量: what is done with what was carried is not another count.
  const isSum = has(phrase, "join") || has(phrase, "includes");
  if (flows.includes("carried_in") && !isSum) {
    return flows.every((flow) => flow === "carried_in" || flow === "handled") ? ["carried_in"] : null;
  }
  const [only] = flows;
  if (flows.length === 0) {
    if (hasColumn && context.flow && context.flow !== "carried_in" && context.flow !== "carried_out") {
      return context.flow === "accepted" ? ["received", "handled"] : [context.flow];
    }
    return has(phrase, "request") || hasColumn ? ["received", "handled", "concluded"] : null;
  }
  if (flows.length === 1 && only === "accepted") return ["received", "handled"];
  if (flows.length === 1 && only) return [only];
  if (flows.includes("carried_out")) return null;
  // 新收及上年结转, 收到申请（含上年结转）: both together.
  if (flows.includes("carried_in")) return flows.length > 1 && !flows.includes("concluded") ? ["handled"] : null;
  return [
    ...flows.filter((flow) => flow !== "accepted"),
    ...(flows.includes("accepted") ? (["received", "handled"] as const) : []),
  ];
}

function columnsOf(phrase: Phrase): readonly string[] | null {
  const named = phrase.words.flatMap(({ tag }) => (tag.kind === "column" ? [tag.columns] : []));
  if (named.length === 0) return TOTAL;
  if (named.length === 1) return named[0] ?? TOTAL;
  return null;
}

/**
 * The rows that the words name. An item inside its group (不予公开…国家秘密) is meant alone or stands for the group's
 * reasons, so both are open; rows that stand beside each other (予以公开及部分公开) are added up.
 */
function outcomesOf(phrase: Phrase): (readonly string[])[] {
  const named = phrase.words.flatMap(({ tag }) => (tag.kind === "outcome" ? [tag] : []));
  const groups = named.filter((tag) => tag.group);
  const items = named.filter((tag) => !tag.group);
  const rows = [...new Set(items.flatMap((tag) => tag.rows))];
  const covering = groups.filter((group) => rows.some((row) => group.rows.includes(row)));
  if (covering.length > 0) return [rows, ...covering.map((group) => group.rows)];
  const all = [...new Set(named.flatMap((tag) => tag.rows))];
  return all.length > 0 ? [all] : [];
}

function groupName(rows: readonly string[]): string | undefined {
  if (rows.length < 3) return undefined;
  const prefixes = new Map([
    ["refused_", "（三）不予公开"],
    ["unavailable_", "（四）无法提供"],
    ["not_processed_", "（五）不予处理"],
    ["other", "（六）其他处理"],
  ]);
  for (const [prefix, name] of prefixes) if (rows.every((row) => row.startsWith(prefix))) return name;
  return undefined;
}

function isCaseResult(phrase: Phrase, context: Context): boolean {
  return (has(phrase, "result") || has(phrase, "suit")) && (context.topic === "review" || context.topic === "suit");
}

/** Reviews and suits are those about information disclosure; others of the same body are not in table 四. */
function resolveCases(phrase: Phrase, named: readonly Topic[], context: Context): Meaning | null {
  const isOurs =
    has(phrase, "disclosure") || has(phrase, "request") || context.isAboutRequests || isCase(context.topic);
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

function resolveActive(phrase: Phrase, named: readonly Topic[], context: Context): Meaning | null {
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

function resolveMoney(phrase: Phrase, named: readonly Topic[], context: Context): Meaning | null {
  const topic = named[0] ?? context.topic;
  if (named.length > 1 || (topic !== "procurement" && topic !== "fees")) return null;
  if (named.length === 0 && !has(phrase, "money")) return null;
  return meaningOf([cellsQuantity(context.format, [`active.${topic}.amount`])]);
}

function isCase(topic: Context["topic"]): topic is "review" | "suit" {
  return topic === "review" || topic === "suit";
}

function isActive(topic: Context["topic"]): topic is Exclude<Topic, "review" | "suit"> {
  return topic !== null && topic !== "requests" && topic !== "other" && !isCase(topic);
}

function meaningOf(accepted: readonly (Quantity | null)[], others: readonly (Quantity | null)[] = []): Meaning | null {
  const known = accepted.filter((quantity) => quantity !== null);
  if (known.length === 0) return null;
  return { accepted: known, others: others.filter((quantity) => quantity !== null) };
}
