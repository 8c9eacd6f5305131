import type { Figures } from "@/lib/domain/cell";
import type { CellKey, Format } from "@/lib/domain/format";
import { type LateAnswer, listLateAnswers } from "@/lib/domain/ledger/answer-time";
import { countLedger, judgeRow, listOutcomes, type RowFault, type RowNote } from "@/lib/domain/ledger/count-ledger";
import { type ChosenWords, interpretLedger, type LedgerWord, wordKey } from "@/lib/domain/ledger/interpret-ledger";
import type { LedgerReading } from "@/lib/domain/ledger/ledger-reading";
import { APPLICANT_KINDS, EXCLUDED, type LedgerRow, OPEN } from "@/lib/domain/ledger/ledger-row";
import { type LedgerColumns, onlyChoices } from "@/lib/domain/ledger/propose-columns";
import type { CalendarDay } from "@/lib/domain/working-days";

/** What somebody said of one word. */
export type WordChoice = Pick<LedgerWord, "role" | "word" | "target">;

export type ListedRow<Why> = { sheet: number; row: number; why: Why };
export type CountedCell = { cellKey: CellKey; from: string | null; to: string };

/** What a ledger would do to a section's table, and everything that is to be known of its lines before. */
export type LedgerPlan = {
  columns: LedgerColumns;
  rows: LedgerRow[];
  words: LedgerWord[];
  counts: Record<CellKey, string>;
  /** Cells that would get another value. */
  changes: CountedCell[];
  /** Cells that the year before has settled and the ledger counts otherwise: they stay. */
  settled: CountedCell[];
  faults: ListedRow<RowFault>[];
  notes: ListedRow<RowNote>[];
  late: LateAnswer[];
};

type Table = {
  format: Format;
  year: number;
  /** The typed cells as they stand. */
  values: Figures;
  locked: ReadonlySet<CellKey>;
  calendar: readonly CalendarDay[];
};

/** What a ledger, read as it was chosen, would do to a table as it stands. */
export function planLedger(
  reading: LedgerReading,
  choices: { columns: LedgerColumns; words: readonly WordChoice[] },
  table: Table,
): LedgerPlan {
  const { format, year, values, locked, calendar } = table;
  const outcomes = listOutcomes(format);
  const columns = onlyChoices(reading, choices.columns);
  const { rows, words } = interpretLedger(reading, columns, chosenWords(choices.words, outcomes), outcomes);
  const counts = countLedger(rows, format, year);
  const differing = Object.entries(counts).flatMap(([cellKey, to]): CountedCell[] => {
    const from = values[cellKey] ?? null;
    return from === to ? [] : [{ cellKey, from, to }];
  });
  return {
    columns,
    rows,
    words,
    counts,
    changes: differing.filter(({ cellKey }) => !locked.has(cellKey)),
    settled: differing.filter(({ cellKey }) => locked.has(cellKey)),
    ...listRows(rows, year),
    late: listLateAnswers(rows, calendar),
  };
}

/** The lines that are not counted and those of which something is to be known, in the order of the file. */
export function listRows(rows: readonly LedgerRow[], year: number): Pick<LedgerPlan, "faults" | "notes"> {
  const faults: LedgerPlan["faults"] = [];
  const notes: LedgerPlan["notes"] = [];
  for (const line of rows) {
    const { fault, note } = judgeRow(line, year);
    const { sheet, row } = line;
    if (fault !== null) faults.push({ sheet, row, why: fault });
    if (note !== null) notes.push({ sheet, row, why: note });
  }
  return { faults, notes };
}

/** What words of each role can stand for. */
export function targetsOf(role: LedgerWord["role"], outcomes: readonly string[]): string[] {
  return role === "kind" ? [...APPLICANT_KINDS, EXCLUDED] : [...outcomes, OPEN, EXCLUDED];
}

/** Choices as they are looked up; what stands for nothing that the form has leaves the word open. */
export function chosenWords(words: readonly WordChoice[], outcomes: readonly string[]): ChosenWords {
  const chosen = { kind: new Map<string, string>(), outcome: new Map<string, string>() };
  for (const { role, word, target } of words) {
    if (target === "" || targetsOf(role, outcomes).includes(target)) chosen[role].set(wordKey(word), target);
  }
  return chosen;
}
