import { readLedgerDay } from "@/lib/domain/ledger/ledger-day";
import { isTickedHead, LEDGER_ROLES, rankOfHead } from "@/lib/domain/ledger/ledger-heads";
import type { SheetRows } from "@/lib/domain/staff-table/find-staff-tables";

/** Titles and notes may stand above the heads. */
const MOST_LINES_ABOVE = 20;

export type LedgerHead = {
  /** The line of the lowest heads, counted from 0. */
  at: number;
  /** What each column is called; empty where it has no head. */
  heads: string[];
};

/**
 * The heads of a ledger: the line, or the two lines of a head with parts, that name most of what is counted. Where no word is
 * known, the first line of several texts above a line with a day.
 */
export function findLedgerHead(rows: SheetRows["rows"], outcomes: ReadonlySet<string>): LedgerHead | null {
  let best: LedgerHead | null = null;
  let bestScore = 0;
  for (let at = 0; at < Math.min(rows.length, MOST_LINES_ABOVE); at += 1) {
    const upper = rows[at] ?? [];
    if (hasDay(upper)) continue;
    const below = rows[at + 1] ?? [];
    const ways = [{ at, heads: upper.map((text) => text.trim()) }];
    if (!hasDay(below) && isPartial(below)) ways.push({ at: at + 1, heads: joinHeads(upper, below) });
    for (const way of ways) {
      const score = scoreOf(way.heads, outcomes);
      if (score > bestScore) [best, bestScore] = [way, score];
    }
  }
  return best && bestScore >= 4 ? best : findByContent(rows);
}

/** A received date counts for three, every other column that is needed for two, a ticked one for one. */
function scoreOf(heads: readonly string[], outcomes: ReadonlySet<string>): number {
  const roles = LEDGER_ROLES.filter((role) => heads.some((head) => head !== "" && rankOfHead(role, head) !== null));
  const ticked = heads.filter((head) => head !== "" && isTickedHead(head, outcomes));
  return roles.length * 2 + (roles.includes("received") ? 1 : 0) + ticked.length;
}

/** A second line of heads says something of some columns only, in words. */
function isPartial(cells: readonly string[]): boolean {
  const filled = cells.filter((text) => text.trim() !== "");
  return filled.length >= 2 && filled.every((text) => text.length <= 40 && !/^\d+(?:\.\d+)?$/.test(text.trim()));
}

/** Parts of a head below it, with the head itself before them; a merged head reaches over the columns to its right. */
function joinHeads(upper: readonly string[], lower: readonly string[]): string[] {
  const width = Math.max(upper.length, lower.length);
  return Array.from({ length: width }, (_, index) => (lower[index] ?? "").trim() || (upper[index] ?? "").trim());
}

function findByContent(rows: SheetRows["rows"]): LedgerHead | null {
  for (let at = 0; at < Math.min(rows.length, MOST_LINES_ABOVE); at += 1) {
    const cells = rows[at] ?? [];
    const filled = cells.filter((text) => text.trim() !== "");
    if (filled.length < 3 || hasDay(cells) || !hasDay(rows[at + 1] ?? [])) continue;
    if (filled.every((text) => text.length <= 40)) return { at, heads: cells.map((text) => text.trim()) };
  }
  return null;
}

function hasDay(cells: readonly string[]): boolean {
  return cells.some((text) => readLedgerDay(text) !== null);
}
