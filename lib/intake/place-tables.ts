import type { SectionId } from "@/lib/domain/format";
import { FORMATS } from "@/lib/formats";
import { LITIGATION_TABLE } from "@/lib/formats/statutory-tables";
import type { Row } from "@/lib/intake/block";
import { isExactLabel, matchColumn, matchRow, versionsOf } from "@/lib/intake/match-label";
import { type ActiveHead, APPLICANTS, readActiveHead, readApplicants } from "@/lib/intake/table-head";
import { isHead, requestRows, splitRow, usualSpareSide } from "@/lib/intake/table-row";
import { findWindows, type SpareSide, takeValues, type Windows } from "@/lib/intake/take-values";
import { isNumberLike, isValue } from "@/lib/intake/value-text";

const KNOWN_KEYS = new Set(
  FORMATS.flatMap((format) =>
    format.sections.flatMap((section) => section.tables.flatMap((table) => table.cells.map((cell) => cell.key))),
  ),
);
const LITIGATION_KEYS = LITIGATION_TABLE.cells.map((cell) => cell.key);
const RESULT_LABEL = /^(?:结果)?(?:维持|纠正)$|^其[他它]结果$|^尚?未审结$/;
/** All results of three groups; fewer where a page's end cut the head off. */
const RESULT_LABELS = 12;

/** A table and the section of the report in which it stands. */
export type FoundTable = { section: SectionId | null; rows: readonly Row[] };

/** What was found in the tables, before it is known which version of the form they are. */
export type PlacedTables = {
  /** Cell key → text as found; empty text is a blank cell. */
  figures: Map<string, string>;
  /** How many labels speak for each version of the form. */
  votes: Map<string, number>;
  unplaced: string[];
};

type Reading = PlacedTables & {
  section: SectionId | null;
  /** The small table that is being read. */
  head: ActiveHead | null;
  applicants: readonly (string | null)[];
  /** Where the figures of table 三 stand in rows of so many cells. */
  windows: Windows;
  spare: SpareSide | null;
  resultLabels: number;
  /** Rows under the head of table 四 that could not be placed; without any, its cells are blank. */
  leftInLitigation: number;
};

/** Places the rows of all tables by their labels. What cannot be placed is listed, never guessed. */
export function placeTables(tables: readonly FoundTable[]): PlacedTables {
  const placed: PlacedTables = { figures: new Map(), votes: new Map(), unplaced: [] };
  const reading: Reading = {
    ...placed,
    section: null,
    head: null,
    applicants: APPLICANTS,
    windows: new Map(),
    spare: null,
    resultLabels: 0,
    leftInLitigation: 0,
  };
  for (const { section, rows } of tables) {
    reading.section = section;
    reading.applicants = readApplicants(rows) ?? reading.applicants;
    const requests = requestRows(rows);
    reading.windows = findWindows(
      requests.map(({ texts, values }) => texts.map((text, at) => (at < texts.length - values.length ? "" : text))),
      reading.applicants.length,
    );
    reading.spare = usualSpareSide(requests, reading.applicants.length) ?? reading.spare;
    for (const row of rows) placeRow(row, reading);
  }
  if (reading.resultLabels >= RESULT_LABELS && reading.leftInLitigation === 0)
    for (const key of LITIGATION_KEYS) place(key, "", reading);
  return placed;
}

/** True when a row of cells belongs to a statutory table: its label is known, or it is a head or the row of table 四. */
export function isTableRow(cells: readonly string[]): boolean {
  return cells.some((cell) => matchRow(cell) !== null || matchColumn(cell) !== null || RESULT_LABEL.test(plain(cell)));
}

function placeRow(row: Row, reading: Reading): void {
  const texts = row.map((cell) => cell.text);
  for (const text of texts)
    for (const version of versionsOf(text)) reading.votes.set(version, (reading.votes.get(version) ?? 0) + 1);
  const resultLabels = texts.filter((text) => RESULT_LABEL.test(plain(text))).length;
  reading.resultLabels += resultLabels;
  if (resultLabels > 1 && !texts.some(isNumberLike)) return;
  const head = readActiveHead(texts);
  if (head) reading.head = head;

  const { known, values } = splitRow(texts);
  if (known && !isHead(texts)) {
    const isPlaced =
      known.tableId === "active"
        ? placeActive(known.row, values, texts, reading)
        : placeRequests(known.row, values, texts, reading);
    if (!isPlaced) leave(texts, reading);
    return;
  }
  if (placeLitigation(texts, reading)) return;
  if (reading.section === "litigation" && texts.some(isValue)) reading.leftInLitigation += 1;
  leave(texts, reading);
}

function placeActive(row: string, values: readonly string[], texts: readonly string[], reading: Reading): boolean {
  const { head } = reading;
  if (!head) return values.every((value) => value === "");
  const { columns, from, width } = head;
  const isUnderHead =
    texts.length === width &&
    texts.every((text, index) => text === "" || !isValue(text) || (index >= from && index < from + columns.length));
  const found = isUnderHead
    ? texts.slice(from, from + columns.length)
    : takeValues(fill(values, columns.length), columns.length, null);
  if (!found || found.some(isExactLabel)) return false;
  for (const [index, column] of columns.entries()) {
    if (column) place(`active.${row}.${column}`, found[index] ?? "", reading);
    else if (found[index]) reading.unplaced.push(texts.join(" "));
  }
  return true;
}

function placeRequests(row: string, values: readonly string[], texts: readonly string[], reading: Reading): boolean {
  const count = reading.applicants.length;
  const from = reading.windows.get(texts.length) ?? 0;
  const isSpread = values.length > count && from >= texts.length - values.length;
  const found = isSpread ? texts.slice(from, from + count) : takeValues(fill(values, count), count, reading.spare);
  if (!found || found.some(isExactLabel)) return false;
  for (const [index, column] of reading.applicants.entries()) {
    const value = found[index] ?? "";
    if (column) place(`requests.${row}.${column}`, value, reading);
    else if (value !== "") reading.unplaced.push(`${row}: ${value}`);
  }
  return true;
}

/** A label with nothing behind it has blank cells only. */
function fill(values: readonly string[], count: number): readonly string[] {
  return values.every((value) => value === "") && values.length < count
    ? Array.from({ length: count }, () => "")
    : values;
}

function placeLitigation(texts: readonly string[], reading: Reading): boolean {
  const count = LITIGATION_KEYS.length;
  const from = texts.findLastIndex((text) => text !== "" && !isValue(text)) + 1;
  const isExpected = reading.resultLabels >= RESULT_LABELS || reading.section === "litigation";
  const found = isExpected ? (takeValues(texts.slice(from), count, null) ?? takeValues(texts, count, null)) : null;
  if (!found?.some(isValue)) return false;
  for (const [index, key] of LITIGATION_KEYS.entries()) place(key, found[index] ?? "", reading);
  reading.resultLabels = 0;
  return true;
}

/** A page's end may cut a row in two: what is blank above it is no answer yet. */
function place(key: string, value: string, reading: Reading): void {
  const before = reading.figures.get(key);
  if (!KNOWN_KEYS.has(key)) {
    if (value !== "") reading.unplaced.push(`${key}: ${value}`);
  } else if (before === undefined || before === "") reading.figures.set(key, value);
  else if (before !== value && value !== "") reading.unplaced.push(`${key}: ${value}`);
}

function leave(texts: readonly string[], reading: Reading): void {
  const line = texts.filter((text) => text !== "").join(" ");
  if (texts.some(isNumberLike)) reading.unplaced.push(line);
}

function plain(text: string): string {
  return text.replace(/\s+/g, "");
}
