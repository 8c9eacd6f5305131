import type { Row } from "@/lib/intake/block";
import { isExactLabel, matchColumn, matchRow, versionsOf } from "@/lib/intake/match-label";
import { type FoundTable, mendTables } from "@/lib/intake/mend-tables";
import {
  blankLitigation,
  freshLitigation,
  isResultLabel,
  noteLitigation,
  readLitigation,
} from "@/lib/intake/place-litigation";
import { meantRows } from "@/lib/intake/row-between";
import { APPLICANTS, readActiveHead, readApplicants } from "@/lib/intake/table-head";
import { countSerial, leave, list, type PlacedTables, place, type Reading } from "@/lib/intake/table-reading";
import { isHead, requestRows, splitRow, usualSpareSide } from "@/lib/intake/table-row";
import { findWindows, takeValues } from "@/lib/intake/take-values";
import { countNumbers, isValue } from "@/lib/intake/value-text";

/**
 * Places the rows of all tables by their labels. What cannot be placed is listed, never guessed: every number of a row
 * ends in a cell or in the list.
 */
export function placeTables(tables: readonly FoundTable[]): PlacedTables {
  const placed: PlacedTables = { figures: new Map(), votes: new Map(), unplaced: [], relabelled: [] };
  const reading: Reading = {
    ...placed,
    section: null,
    head: null,
    applicants: APPLICANTS,
    windows: new Map(),
    spare: null,
    litigation: freshLitigation(),
    meant: new Map(),
    accounted: 0,
    serial: 0,
  };
  for (const { section, rows } of mendTables(tables, placed.unplaced)) {
    reading.section = section;
    reading.serial = 0;
    reading.applicants = readApplicants(rows) ?? reading.applicants;
    const requests = requestRows(rows);
    reading.windows = findWindows(
      requests.map(({ texts, values }) => texts.map((text, at) => (at < texts.length - values.length ? "" : text))),
      reading.applicants.length,
    );
    reading.spare = usualSpareSide(requests, reading.applicants.length) ?? reading.spare;
    reading.meant = meantRows(rows);
    for (const row of rows) placeWholeRow(row, reading);
  }
  for (const key of blankLitigation(reading.litigation)) place(key, "", reading);
  return placed;
}

/** True when a row of cells belongs to a statutory table: its label is known, or it is a head or the row of table 四. */
export function isTableRow(cells: readonly string[]): boolean {
  return cells.some((cell) => matchRow(cell) !== null || matchColumn(cell) !== null || isResultLabel(cell));
}

/** Places a row and lists it where one of its numbers has come into no cell and is not listed yet. */
function placeWholeRow(row: Row, reading: Reading): void {
  const texts = row.map((cell) => cell.text);
  const numbers = texts.reduce((sum, text) => sum + countNumbers(text), 0) - countSerial(texts, reading);
  reading.accounted = 0;
  placeRow(row, texts, reading);
  if (reading.accounted < numbers) leave(texts, reading);
}

function placeRow(row: Row, texts: readonly string[], reading: Reading): void {
  for (const text of texts)
    for (const version of versionsOf(text)) reading.votes.set(version, (reading.votes.get(version) ?? 0) + 1);
  const isInSection = reading.section === "litigation";
  if (noteLitigation(texts, isInSection, reading.litigation)) return;
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
  const meant = reading.meant.get(row);
  if (meant) {
    const behind = texts.slice(texts.indexOf(meant.found) + 1);
    if (placeRequests(meant.row, behind, texts, reading)) reading.relabelled.push(meant);
    else leave(texts, reading);
    return;
  }
  const cases = readLitigation(texts, isInSection, reading.litigation, null);
  if (cases) {
    for (const [key, value] of cases) place(key, value, reading);
    reading.litigation.labels = 0;
    reading.litigation.group = null;
    return;
  }
  if (isInSection && texts.some(isValue)) reading.litigation.left += 1;
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
    else if (found[index]) list(texts.filter((text) => text !== "").join(" "), found[index] ?? "", reading);
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
    else if (value !== "") list(`${row}: ${value}`, value, reading);
  }
  return true;
}

/** A label with nothing behind it has blank cells only. */
function fill(values: readonly string[], count: number): readonly string[] {
  return values.every((value) => value === "") && values.length < count
    ? Array.from({ length: count }, () => "")
    : values;
}
