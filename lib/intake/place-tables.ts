import { APPLICANT_COLUMNS, LITIGATION_TABLE } from "@/lib/formats/statutory-tables";
import type { Row } from "@/lib/intake/block";
import { type KnownRow, matchApplicant, matchColumn, matchRow, versionsOf } from "@/lib/intake/match-label";

const APPLICANTS = [...APPLICANT_COLUMNS.map((column) => column.key), "total"];
const LITIGATION_KEYS = LITIGATION_TABLE.cells.map((cell) => cell.key);
const RESULT_LABEL = /^(?:结果)?(?:维持|纠正)$|^其[他它]结果$|^尚?未审结$/;

/** What was found in the tables, before it is known which version of the form they are. */
export type PlacedTables = {
  /** Cell key → text as found; empty text is a blank cell. */
  figures: Map<string, string>;
  /** How many labels speak for each version of the form. */
  votes: Map<string, number>;
  unplaced: string[];
};

type Reading = PlacedTables & {
  /** Columns of the small table that is being read, as its head names them. */
  columns: (string | null)[];
  /** The order of the applicant columns when the head of table 三 gives another than the usual one. */
  applicants: readonly string[];
  resultLabels: number;
};

/** Places the rows of all tables by their labels. What cannot be placed is listed, never guessed. */
export function placeTables(tables: readonly (readonly Row[])[]): PlacedTables {
  const reading: Reading = {
    figures: new Map(),
    votes: new Map(),
    unplaced: [],
    columns: [],
    applicants: APPLICANTS,
    resultLabels: 0,
  };
  for (const rows of tables) for (const row of rows) placeRow(row, reading);
  return { figures: reading.figures, votes: reading.votes, unplaced: reading.unplaced };
}

/** True when a row of cells belongs to a statutory table: its label is known, or it is a head or the row of table 四. */
export function isTableRow(cells: readonly string[]): boolean {
  return cells.some((cell) => matchRow(cell) !== null || matchColumn(cell) !== null || RESULT_LABEL.test(plain(cell)));
}

function placeRow(row: Row, reading: Reading): void {
  const texts = row.map((cell) => cell.text);
  for (const text of texts)
    for (const version of versionsOf(text)) reading.votes.set(version, (reading.votes.get(version) ?? 0) + 1);
  readHead(texts, reading);

  const labelAt = texts.findLastIndex((text, index) => matchRow(text) !== null && !isValueColumn(texts, index));
  const known = labelAt >= 0 ? matchRow(texts[labelAt] ?? "") : null;
  if (known && !isHead(texts)) {
    placeKnownRow(known, texts.slice(labelAt + 1), texts, reading);
    return;
  }
  if (reading.resultLabels >= 12 && placeLitigation(texts, reading)) return;
  if (texts.some(isNumberLike)) reading.unplaced.push(texts.filter((text) => text !== "").join(" "));
}

/** 其他 among the applicants is a column's label, not a row's: it stands beside other columns. */
function isValueColumn(texts: readonly string[], index: number): boolean {
  return (
    matchApplicant(texts[index] ?? "") !== null && texts.filter((text) => matchApplicant(text) !== null).length >= 2
  );
}

function isHead(texts: readonly string[]): boolean {
  if (texts.some(isNumberLike)) return false;
  return texts.filter((text) => matchApplicant(text) !== null || matchColumn(text) !== null).length >= 2;
}

function readHead(texts: readonly string[], reading: Reading): void {
  reading.resultLabels += texts.filter((text) => RESULT_LABEL.test(plain(text))).length;
  const columns = texts.map(matchColumn);
  if (columns.some((column) => column !== null)) {
    const first = columns.findIndex((column) => column !== null);
    const last = columns.findLastIndex((column) => column !== null);
    reading.columns = columns.slice(first, last + 1);
  }
  // A head of two levels names its columns in another order than they stand.
  if (texts.some((text) => text.includes("法人"))) return;
  const applicants = texts.flatMap((text) => matchApplicant(text) ?? []);
  if (applicants.length === APPLICANTS.length && new Set(applicants).size === applicants.length)
    reading.applicants = applicants;
}

function placeKnownRow(known: KnownRow, values: readonly string[], texts: readonly string[], reading: Reading): void {
  if (known.tableId === "active") {
    const columns = reading.columns;
    const found = columns.length > 0 && values.length >= columns.length ? values.slice(0, columns.length) : null;
    if (!found || values.slice(columns.length).some((value) => value !== "")) {
      leave(texts, reading);
      return;
    }
    for (const [index, column] of columns.entries()) {
      if (column) place(`active.${known.row}.${column}`, found[index] ?? "", reading);
      else if (found[index]) reading.unplaced.push(`${texts.join(" ")}`);
    }
    return;
  }
  const found = takeValues(values, APPLICANTS.length);
  // A group's label without figures (（三）不予公开 alone in its row) has nothing to place.
  if (!found) {
    if (values.some((value) => value !== "")) leave(texts, reading);
    return;
  }
  for (const [index, column] of reading.applicants.entries())
    place(`requests.${known.row}.${column}`, found[index] ?? "", reading);
}

function placeLitigation(texts: readonly string[], reading: Reading): boolean {
  const from = texts.findLastIndex((text) => text !== "" && !isNumberLike(text) && !isMark(text)) + 1;
  const found = takeValues(texts.slice(from), LITIGATION_KEYS.length) ?? takeValues(texts, LITIGATION_KEYS.length);
  if (!found?.some((text) => isNumberLike(text) || isMark(text))) return false;
  for (const [index, key] of LITIGATION_KEYS.entries()) place(key, found[index] ?? "", reading);
  reading.resultLabels = 0;
  return true;
}

/**
 * Exactly `count` values; empty cells too many, which merged labels leave behind, may go at one end. Where they could go
 * at either end nobody can tell which value stands in which column.
 */
function takeValues(values: readonly string[], count: number): readonly string[] | null {
  const extra = values.length - count;
  if (extra < 0) return null;
  if (extra === 0) return values;
  const canDropFirst = values.slice(0, extra).every((value) => value === "");
  const canDropLast = values.slice(count).every((value) => value === "");
  if (canDropFirst && canDropLast && values.some((value) => value !== "")) return null;
  if (canDropFirst) return values.slice(extra);
  return canDropLast ? values.slice(0, count) : null;
}

function place(key: string, value: string, reading: Reading): void {
  const before = reading.figures.get(key);
  if (before === undefined) reading.figures.set(key, value);
  else if (before !== value && value !== "") reading.unplaced.push(`${key}: ${value}`);
}

function leave(texts: readonly string[], reading: Reading): void {
  const line = texts.filter((text) => text !== "").join(" ");
  if (texts.some(isNumberLike)) reading.unplaced.push(line);
}

function isNumberLike(text: string): boolean {
  return /^[^\p{Script=Han}]*\d/u.test(text.normalize("NFKC")) && text.length <= 40 && matchRow(text) === null;
}

function isMark(text: string): boolean {
  return /^[-−－—–/／\\]+$/.test(text);
}

function plain(text: string): string {
  return text.replace(/\s+/g, "");
}
