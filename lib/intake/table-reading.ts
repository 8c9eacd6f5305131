import type { SectionId } from "@/lib/domain/format";
import { FORMATS } from "@/lib/formats";
import type { Row } from "@/lib/intake/block";
import type { LitigationHead } from "@/lib/intake/place-litigation";
import type { MeantRow } from "@/lib/intake/row-between";
import type { ActiveHead } from "@/lib/intake/table-head";
import type { SpareSide, Windows } from "@/lib/intake/take-values";
import { countNumbers, isNumberLike, isValue } from "@/lib/intake/value-text";

const KNOWN_KEYS = new Set(
  FORMATS.flatMap((format) =>
    format.sections.flatMap((section) => section.tables.flatMap((table) => table.cells.map((cell) => cell.key))),
  ),
);

/** What was found in the tables, before it is known which version of the form they are. */
export type PlacedTables = {
  /** Cell key → text as found; empty text is a blank cell. */
  figures: Map<string, string>;
  /** How many labels speak for each version of the form. */
  votes: Map<string, number>;
  unplaced: string[];
  /** Rows that were known by their place although their label is another. */
  relabelled: MeantRow[];
};

/** Where the reading of the tables is: what the last heads said, and what has become of the open row's numbers. */
export type Reading = PlacedTables & {
  section: SectionId | null;
  /** The small table that is being read. */
  head: ActiveHead | null;
  applicants: readonly (string | null)[];
  /** Where the figures of table 三 stand in rows of so many cells. */
  windows: Windows;
  spare: SpareSide | null;
  litigation: LitigationHead;
  meant: ReadonlyMap<Row, MeantRow>;
  /** Numbers of the open row that have come into a cell or into the list. */
  accounted: number;
  /** The last number of a column that only counts the rows. */
  serial: number;
};

/** A page's end may cut a row in two: what is blank above it is no answer yet. */
export function place(key: string, value: string, reading: Reading): void {
  const before = reading.figures.get(key);
  if (!KNOWN_KEYS.has(key)) {
    if (value !== "") list(`${key}: ${value}`, value, reading);
    return;
  }
  if (before !== undefined && before !== "" && before !== value && value !== "") {
    list(`${key}: ${value}`, value, reading);
    return;
  }
  if (before === undefined || before === "") reading.figures.set(key, value);
  if (isNumberLike(value)) reading.accounted += 1;
}

/** Lists a line that could not be placed, so that the reader shows it; a number in it counts as accounted for. */
export function list(line: string, value: string, reading: Reading): void {
  reading.unplaced.push(line);
  if (isNumberLike(value)) reading.accounted += 1;
}

/** Lists a whole row, whatever of it was placed. */
export function leave(texts: readonly string[], reading: Reading): void {
  if (!texts.some((text) => countNumbers(text) > 0)) return;
  reading.unplaced.push(texts.filter((text) => text !== "").join(" "));
  reading.accounted = Number.MAX_SAFE_INTEGER;
}

/** One for a number before the label that is the next of a column 1, 2, 3…. */
export function countSerial(texts: readonly string[], reading: Reading): number {
  const first = texts.find((text) => text !== "") ?? "";
  if (!/^\d{1,3}$/.test(first) || Number(first) !== reading.serial + 1) return 0;
  const isBeforeLabel = texts.some((text) => text !== "" && !isValue(text));
  if (!isBeforeLabel) return 0;
  reading.serial += 1;
  return 1;
}
