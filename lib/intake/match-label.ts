import type { Format } from "@/lib/domain/format";
import { FORMATS } from "@/lib/formats";
import { matchSlip } from "./label-slip";

/** A row of a statutory table, whichever versions of the form have it. */
export type KnownRow = { tableId: "active" | "requests"; row: string };

/** Brackets within brackets go in two steps; a bracket that nobody closed goes with all that follows. */
const REMARK = /\([^()]*\)/g;

const rowLabels = new Map<string, KnownRow>();
const columnLabels = new Map<string, string>();
const applicantLabels = new Map<string, string>();
const evidence = new Map<string, Set<string>>();

for (const format of FORMATS)
  for (const section of format.sections) for (const table of section.tables) learn(format, table);
/** Names that published reports give to the same rows and columns. */
for (const [alias, row] of [
  ["公开出版物", "not_processed_publication"],
  ["第三方合法权益", "refused_third_party"],
  ["其他", "other_remaining"],
  ["本年新收", "received"],
  ["上年结转", "carried_in"],
  ["结转下年度", "carried_out"],
  ["合计", "outcome_total"],
] as const) {
  rowLabels.set(alias, { tableId: "requests", row });
}
applicantLabels.set("合计", "total");
columnLabels.set("采购金额", "amount");
columnLabels.set("处理决定数", "decisions");
columnLabels.set("本年收费总金额", "amount");

function learn(format: Format, table: Format["sections"][number]["tables"][number]): void {
  const note = (label: string) => evidence.set(label, (evidence.get(label) ?? new Set()).add(format.id));
  for (const row of table.rows) {
    if (table.id === "litigation") continue;
    const label = plainLabel(row.label);
    rowLabels.set(label, { tableId: table.id === "requests" ? "requests" : "active", row: row.key });
    note(label);
  }
  for (const column of table.columns) {
    const label = plainLabel(column.label);
    if (table.id === "requests") applicantLabels.set(label, column.key);
    else if (table.id !== "litigation") {
      columnLabels.set(label, column.key);
      note(label);
    }
  }
}

/** A label without its number, remarks in brackets, spaces and punctuation: what is left is the same everywhere. */
export function plainLabel(label: string): string {
  return label
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/其[它她]/g, "其他")
    .replace(/^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,2}[、.,]|\d{1,2}[、.,:)]?)+/u, "")
    .replace(REMARK, "")
    .replace(REMARK, "")
    .replace(/\(.*$/, "")
    .replace(/[\p{P}\p{S}]/gu, "");
}

/**
 * The row of a statutory table that a printed label names, in any of its known spellings; null for an unknown label.
 */
export function matchRow(label: string): KnownRow | null {
  return match(plainLabel(label), rowLabels);
}

/** The column that a printed head names, with or without its unit 万元; null for an unknown one. */
export function matchColumn(label: string): string | null {
  return match(plainLabel(label).replace(/单位万元$|万元$/, ""), columnLabels);
}

/** The applicants' column of table three that a printed head names (自然人, 商业企业 …); null for an unknown one. */
export function matchApplicant(label: string): string | null {
  return match(plainLabel(label), applicantLabels);
}

/** The versions of the form that have this label, when not all of them do. */
export function versionsOf(label: string): ReadonlySet<string> {
  const versions = evidence.get(plainLabel(label));
  return versions && versions.size < FORMATS.length ? versions : new Set();
}

/** Words of a table that are neither a row's nor a column's: heads over columns, and groups of rows. */
const OTHER_LABELS = new Set(
  FORMATS.flatMap((format) =>
    format.sections.flatMap((section) =>
      section.tables.flatMap((table) => [
        table.caption ?? "",
        table.corner,
        ...table.rows.flatMap((row) => row.left),
        ...table.columns.flatMap((column) => [...column.above, column.label]),
      ]),
    ),
  )
    .map(plainLabel)
    .filter((label) => label !== ""),
);

/** True for a label of the form that is written exactly so; pieces of a wrapped label are put together by it. */
export function isExactLabel(text: string): boolean {
  const label = plainLabel(text);
  return [rowLabels, columnLabels, applicantLabels, OTHER_LABELS].some((known) => known.has(label));
}

/** True for a row's label that is written exactly so. */
export function isExactRow(text: string): boolean {
  return rowLabels.has(plainLabel(text));
}

/** 行政许可 97, 行政许可97件: a row's label and its figures in one cell; null for other text. */
export function splitGluedRow(text: string): string[] | null {
  if (text.length > 160) return null;
  const figures = /(?<![\d.,])\d[\d,.\s件条项万元]*$/u.exec(text)?.[0] ?? "";
  const label = text.slice(0, text.length - figures.length).trim();
  if (figures === "" || label === "" || !isExactRow(label)) return null;
  return [label, ...(figures.match(/\d[\d,.]*\s*[件条项万元]{0,2}/gu) ?? []).map((word) => word.trim())];
}

/** Labels of heads glued together where their cells were lost (信息内容本年处理决定数量), one by one; null for other text. */
export function splitGluedHead(text: string): string[] | null {
  const whole = text.normalize("NFKC").replace(/\s+/g, "");
  if (whole.length < 6 || whole.length > 120 || isExactLabel(whole)) return null;
  // The longest label first: 其他结果 before 其他.
  const best: (string[] | null)[] = Array.from({ length: whole.length + 1 }, () => null);
  best[whole.length] = [];
  for (let at = whole.length - 1; at >= 0; at -= 1) {
    for (let end = Math.min(whole.length, at + 30); end > at && !best[at]; end -= 1) {
      const rest = best[end];
      const word = whole.slice(at, end);
      if (rest && isHeadLabel(word)) best[at] = [word, ...rest];
    }
  }
  const labels = best[0] ?? null;
  return labels && labels.length > 1 ? labels : null;
}

const RESULT_LABELS = new Set(["维持", "纠正", "未审结"]);

/** True for a label that stands in a head, over a column or over several. */
export function isHeadLabel(word: string): boolean {
  const label = plainLabel(word);
  if (label.length < 2 || (rowLabels.has(label) && !applicantLabels.has(label))) return false;
  return RESULT_LABELS.has(label) || [columnLabels, applicantLabels, OTHER_LABELS].some((known) => known.has(label));
}

/**
 * The same label, or the only one that differs from it by a slip of the pen, or the only one that begins so: a page's end
 * cuts labels off. Short labels must be the same.
 */
function match<T>(label: string, known: ReadonlyMap<string, T>): T | null {
  const exact = known.get(label);
  if (exact !== undefined || label.length < 5 || label.length > 60) return exact ?? null;
  // The same words are asked for again and again, in one report and in the next.
  const answers = askedOf(known);
  const near = answers.has(label) ? answers.get(label) : nearestLabel(label, known);
  if (answers.size >= MAX_REMEMBERED) answers.clear();
  answers.set(label, near ?? null);
  return near === null || near === undefined ? null : (known.get(near) ?? null);
}

const MAX_REMEMBERED = 5_000;
const remembered = new WeakMap<ReadonlyMap<string, unknown>, Map<string, string | null>>();

function askedOf(known: ReadonlyMap<string, unknown>): Map<string, string | null> {
  const answers = remembered.get(known) ?? new Map<string, string | null>();
  remembered.set(known, answers);
  return answers;
}

/** The known label that is meant; null where none is, or several may be. */
function nearestLabel(label: string, known: ReadonlyMap<string, unknown>): string | null {
  return matchSlip(label, known) ?? matchBeginning(label, known);
}

function matchBeginning(label: string, known: ReadonlyMap<string, unknown>): string | null {
  const [only, ...others] = [...known.keys()].filter((candidate) => candidate.startsWith(label));
  return only !== undefined && others.every((other) => known.get(other) === known.get(only)) ? only : null;
}
