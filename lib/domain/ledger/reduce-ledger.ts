import { findLedgerHead } from "@/lib/domain/ledger/find-head";
import { readLedgerDay } from "@/lib/domain/ledger/ledger-day";
import { foldHead, isPersonalHead, isTickedHead, LEDGER_ROLES, rankOfHead } from "@/lib/domain/ledger/ledger-heads";
import type { LedgerColumn, ReducedLedger } from "@/lib/domain/ledger/ledger-reading";
import { MOST_LEDGER_ROWS } from "@/lib/domain/ledger/ledger-row";
import { isNoTick, isTick, readApplicantKind, readOutcome } from "@/lib/domain/ledger/ledger-words";
import { type DayOf, type Found, takeLines } from "@/lib/domain/ledger/take-lines";
import type { SheetRows } from "@/lib/domain/staff-table/find-staff-tables";

/** A column of words has no more different ones; one of names or texts has. */
const MOST_WORDS = 80;
const MOST_WORD_CHARACTERS = 60;
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
