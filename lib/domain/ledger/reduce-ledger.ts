import { foldName } from "@/lib/domain/fold-name";
import { findLedgerHead, type LedgerHead } from "@/lib/domain/ledger/find-head";
import { readLedgerDay } from "@/lib/domain/ledger/ledger-day";
import { foldHead, isPersonalHead, isTickedHead, LEDGER_ROLES, rankOfHead } from "@/lib/domain/ledger/ledger-heads";
import type { LedgerColumn, LedgerReading, ReducedLedger } from "@/lib/domain/ledger/ledger-reading";
import { MOST_LEDGER_ROWS } from "@/lib/domain/ledger/ledger-row";
import { isNoTick, isTick, readApplicantKind, readOutcome } from "@/lib/domain/ledger/ledger-words";
import type { SheetRows } from "@/lib/domain/staff-table/find-staff-tables";

/** A column of words has no more different ones; one of names or texts has. */
const MOST_WORDS = 80;
const MOST_WORD_CHARACTERS = 60;
const MOST_SKIPPED = 500;

type Found = { name: string; rows: SheetRows["rows"]; head: LedgerHead };
type Gathered = { head: string; filled: number; days: number; known: number; ticks: number; words: Set<string> };

/**
 * Finds the ledger in what a file holds and drops everything that the count does not need: of columns of names, numbers
 * and texts only the heads are left. `remembered` are heads that the unit chose before.
 */
export function reduceLedger(
  sheets: readonly SheetRows[],
  options: { outcomes: readonly string[]; remembered: readonly string[] },
): ReducedLedger {
  const outcomes = new Set(options.outcomes);
  const found: Found[] = [];
  const otherSheets: string[] = [];
  for (const { name, rows } of sheets) {
    const head = findLedgerHead(rows, outcomes);
    if (head) found.push({ name, rows, head: { ...head, heads: distinctHeads(head.heads) } });
    else if (rows.some((row) => row.some((text) => text.trim() !== ""))) otherSheets.push(name.slice(0, 200));
  }
  if (found.length === 0) return { ok: false, problem: "no_ledger" };
  const days = rememberDays();
  const gathered = gather(found, outcomes, days);
  const columns = [...gathered.values()].flatMap((column): LedgerColumn[] => {
    const holds = contentOf(column, outcomes, options.remembered);
    return holds ? [{ head: column.head, holds }] : [];
  });
  const kept = new Set(columns.map(({ head }) => head));
  const taken = takeLines(found, columns, days);
  if (taken.lines.length === 0) return { ok: false, problem: "no_rows" };
  if (taken.lines.length > MOST_LEDGER_ROWS) return { ok: false, problem: "too_many_rows" };
  const dropped = [...gathered.values()].flatMap(({ head, filled }) => (kept.has(head) || filled === 0 ? [] : [head]));
  return {
    ok: true,
    reading: { sheets: found.map(({ name }) => name.slice(0, 200)), otherSheets, columns, dropped, ...taken },
  };
}

/** Columns of the same head are told apart; one without a head is called by its letter. */
function distinctHeads(heads: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return heads.map((head, index) => {
    const text = (head || String.fromCharCode(65 + (index % 26))).slice(0, 60);
    const times = (seen.get(foldHead(text)) ?? 0) + 1;
    seen.set(foldHead(text), times);
    return times === 1 ? text : `${text} ${times}`;
  });
}

type DayOf = (text: string) => string | null;

/** A ledger names the same days again and again. */
function rememberDays(): DayOf {
  const known = new Map<string, string | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const day = readLedgerDay(text);
    known.set(text, day);
    return day;
  };
}

/** What the columns of all sheets hold, those of the same head together. */
function gather(found: readonly Found[], outcomes: ReadonlySet<string>, dayOf: DayOf): Map<string, Gathered> {
  const gathered = new Map<string, Gathered>();
  const known = new Map<string, boolean>();
  const isKnown = (text: string) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const is = readApplicantKind(text) !== null || readOutcome(text, outcomes).is !== "unknown";
    known.set(text, is);
    return is;
  };
  for (const { rows, head } of found) {
    const own = head.heads.map((text) => {
      const key = foldHead(text);
      const column = gathered.get(key) ?? {
        head: text,
        filled: 0,
        days: 0,
        known: 0,
        ticks: 0,
        words: new Set<string>(),
      };
      gathered.set(key, column);
      return column;
    });
    for (let at = head.at + 1; at < rows.length; at += 1) {
      const row = rows[at] ?? [];
      for (let index = 0; index < own.length; index += 1) {
        const text = (row[index] ?? "").trim();
        const column = own[index];
        if (text === "" || !column) continue;
        column.filled += 1;
        if (dayOf(text) !== null) column.days += 1;
        else if (column.words.size <= MOST_WORDS) {
          column.words.add(text);
          if (text.length <= MOST_WORD_CHARACTERS && isKnown(text)) column.known += 1;
        }
        if (isTick(text) || isNoTick(text)) column.ticks += 1;
      }
    }
  }
  return gathered;
}

/** What a column holds; null where nothing of it is carried on. */
function contentOf(
  { head, filled, days, known, ticks, words }: Gathered,
  outcomes: ReadonlySet<string>,
  remembered: readonly string[],
): LedgerColumn["holds"] | null {
  const isRemembered = remembered.some((text) => foldHead(text) === foldHead(head));
  if (filled === 0) return rankAny(head) ? "words" : null;
  if (days * 2 >= filled) return "days";
  if (ticks === filled && isTickedHead(head, outcomes)) return "ticks";
  const isShort = words.size <= MOST_WORDS && [...words].every((text) => text.length <= MOST_WORD_CHARACTERS);
  if (!isShort) return null;
  // Numbers count the lines or say how much of something; no word of a form is one.
  if ([...words].every((text) => /^\d+(?:\.\d+)?$/.test(text)) && !rankAny(head)) return null;
  if (known * 2 >= filled) return "words";
  if (isPersonalHead(head)) return null;
  return isRemembered || rankAny(head) || words.size * 2 <= filled || words.size <= 3 ? "words" : null;
}

function rankAny(head: string): boolean {
  return LEDGER_ROLES.some((role) => rankOfHead(role, head) !== null);
}

function takeLines(
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
