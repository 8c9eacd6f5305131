import { foldName } from "@/lib/domain/fold-name";
import type { LedgerHead } from "@/lib/domain/ledger/find-head";
import { foldHead } from "@/lib/domain/ledger/ledger-heads";
import type { LedgerColumn, LedgerReading } from "@/lib/domain/ledger/ledger-reading";
import { MOST_LEDGER_ROWS } from "@/lib/domain/ledger/ledger-row";
import type { SheetRows } from "@/lib/domain/staff-table/find-staff-tables";

const MOST_SKIPPED = 500;

/** A sheet in which the head of a ledger was found. */
export type Found = { name: string; rows: SheetRows["rows"]; head: LedgerHead };

/** Reads a day as an ISO date; null where the text is none. */
export type DayOf = (text: string) => string | null;

/** The rows below each head as numbered words, column by column, and which rows are no requests and why. */
export function takeLines(
  found: readonly Found[],
  columns: readonly LedgerColumn[],
  dayOf: DayOf,
): Pick<LedgerReading, "words" | "lines" | "skipped"> {
  const words: string[] = [];
  const places = new Map<string, number>();
  const placeOf = (text: string): number => {
    const before = places.get(text);
    if (before !== undefined) return before;
    places.set(text, words.length);
    words.push(text);
    return words.length - 1;
  };
  const lines: number[][] = [];
  const skipped: LedgerReading["skipped"] = [];
  for (const [sheet, { rows, head }] of found.entries()) {
    const at = columns.map((column) => head.heads.findIndex((text) => foldHead(text) === foldHead(column.head)));
    for (let index = head.at + 1; index < rows.length; index += 1) {
      const row = rows[index] ?? [];
      const why = whyNoRequest(row, head, at, columns, dayOf);
      if (why === "blank") continue;
      if (why !== null) {
        if (skipped.length < MOST_SKIPPED) skipped.push({ sheet, row: index + 1, why });
        continue;
      }
      if (lines.length > MOST_LEDGER_ROWS) return { words, lines, skipped };
      const line = [sheet, index + 1];
      for (const [place, column] of columns.entries()) {
        const text = (row[at[place] ?? -1] ?? "").trim();
        if (text === "") line.push(-1);
        else line.push(placeOf(column.holds === "days" ? (dayOf(text) ?? text.slice(0, 40)) : text.slice(0, 60)));
      }
      lines.push(line);
    }
  }
  return { words, lines, skipped };
}

/** Why a line below the heads is no request: it is blank, a sum, a note, or the heads once more. */
function whyNoRequest(
  row: readonly string[],
  head: LedgerHead,
  at: readonly number[],
  columns: readonly LedgerColumn[],
  dayOf: DayOf,
): "blank" | "total" | "note" | null {
  const textAt = (place: number) => (row[at[place] ?? -1] ?? "").trim();
  if (columns.some(({ holds }, place) => holds === "days" && dayOf(textAt(place)) !== null)) return null;
  const filled = row.flatMap((text, index) => (text.trim() === "" ? [] : [{ text: text.trim(), index }]));
  const [first] = filled;
  if (!first) return "blank";
  if (filled.filter(({ text, index }) => text === head.heads[index]).length >= 2) return "blank";
  if (filled.slice(0, 3).some(({ text }) => TOTAL.test(foldName(text)))) return "total";
  // Lines that only have their number stand ready for requests that did not come.
  if (filled.length === 1 && /^\d+$/.test(first.text)) return "blank";
  const hasWord = columns.some((_column, place) => textAt(place) !== "" && !/^\d+$/.test(textAt(place)));
  return filled.length <= 2 && !(hasWord && filled.length === 2) ? "note" : null;
}

const TOTAL = /^(?:本页|本月|全年|本年)?(?:合计|总计|小计|共计|累计)/;
