import type { CellKey, Format } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import { type CellFault, type LedgerRow, OPEN } from "@/lib/domain/ledger/ledger-row";

/** Why a line is not counted, by its own cells or by the year. */
export type RowFault = CellFault | "after_year" | "before_year" | "answered_before_received" | "outcome_missing";

/** What is to be known of a line that is counted. */
export type RowNote = "open" | "answered_after_year" | "carried_without_day" | "answered_without_day";

export type JudgedRow = { rows: readonly string[]; fault: RowFault | null; note: RowNote | null };

/** The keys of the rows of table three in which a request can end. */
export function listOutcomes(format: Format): string[] {
  const [table] = getSection(format, "requests").tables;
  const others = ["received", "carried_in", "outcome_total", "carried_out"];
  return (table?.rows ?? []).flatMap(({ key }) => (others.includes(key) ? [] : [key]));
}

/**
 * The rows of table three in which a request of the ledger counts for a year: where it came from, received in the year or
 * carried in, and where it is at the end of the year, answered or carried out.
 */
export function judgeRow(row: LedgerRow, year: number): JudgedRow {
  const { received, outcome, answered } = row;
  if (row.fault !== null || received === null) return not(row.fault ?? "received_missing");
  const [receivedIn, answeredIn] = [yearOf(received), answered === null ? null : yearOf(answered)];
  if (receivedIn > year) return not("after_year");
  if (answered !== null && answered < received) return not("answered_before_received");
  if (answeredIn !== null && answeredIn < year) return not("before_year");
  if (answered !== null && outcome === null) return not("outcome_missing");
  const from = receivedIn === year ? "received" : "carried_in";
  if (answeredIn !== null && answeredIn > year) return counted([from, "carried_out"], "answered_after_year");
  if (outcome === null) return counted([from, "carried_out"], "open");
  if (outcome === OPEN) return counted([from, "carried_out"], null);
  const withoutDay = from === "carried_in" ? "carried_without_day" : "answered_without_day";
  return counted([from, outcome], answered === null ? withoutDay : null);
}

const not = (fault: RowFault): JudgedRow => ({ rows: [], fault, note: null });
const counted = (rows: readonly string[], note: RowNote | null): JudgedRow => ({ rows, fault: null, note });

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** Every typed cell of table three as the ledger counts it; a cell that nothing falls into is 0. */
export function countLedger(rows: readonly LedgerRow[], format: Format, year: number): Record<CellKey, string> {
  const counts = new Map<CellKey, number>();
  for (const row of rows) {
    for (const key of judgeRow(row, year).rows) {
      const cell = `requests.${key}.${row.kind}`;
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
  }
  const cells = getSection(format, "requests").tables.flatMap((table) => table.cells);
  return Object.fromEntries(cells.flatMap((cell) => (cell.sumOf ? [] : [[cell.key, `${counts.get(cell.key) ?? 0}`]])));
}

/** The requests that a cell counts; of a total those of all its parts. */
export function rowsOfCell(
  rows: readonly LedgerRow[],
  { format, year, cellKey }: { format: Format; year: number; cellKey: CellKey },
): LedgerRow[] {
  const cells = new Map(
    getSection(format, "requests").tables.flatMap((table) => table.cells.map((cell) => [cell.key, cell])),
  );
  const partsOf = (key: CellKey): CellKey[] => cells.get(key)?.sumOf?.flatMap(partsOf) ?? [key];
  const wanted = new Set(cells.has(cellKey) ? partsOf(cellKey) : []);
  return rows.filter((row) => judgeRow(row, year).rows.some((key) => wanted.has(`requests.${key}.${row.kind}`)));
}
