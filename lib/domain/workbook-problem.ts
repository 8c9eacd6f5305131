import type { WorkbookMerge } from "@/lib/domain/unit-workbook";

export type FoundCell = { text: string; formula: string };

export type FoundSheet = {
  name: string;
  isHidden: boolean;
  /** By row and column, counted from 0. */
  cells: ReadonlyMap<string, FoundCell>;
  merges: readonly WorkbookMerge[];
  /** Counted from 0. */
  hiddenRows: readonly number[];
  hiddenColumns: readonly number[];
};

/** A workbook as it came back: its sheets, and what lies in its package beside them. */
export type FoundWorkbook = { parts: readonly string[]; sheets: readonly FoundSheet[] };

export const WORKBOOK_PROBLEMS = [
  "macros",
  "foreign_part",
  "not_ours",
  "identity_altered",
  "other_unit",
  "other_year",
  "other_format",
  "other_section",
  "missing_sheet",
  "extra_sheet",
  "hidden_sheet",
  "hidden_row",
  "hidden_column",
  "moved",
  "altered",
  "locked",
  "sum_overwritten",
  "outside",
  "merged",
  "unmerged",
  "formula",
  "text",
] as const;

/** What is wrong with a workbook, with sheet and cell; the other two say more of it where there is more. */
export type WorkbookProblem = {
  code: (typeof WORKBOOK_PROBLEMS)[number];
  sheet: string;
  cell: string;
  expected: string;
  found: string;
};

/** A problem at a cell or range; `expected` and `found` are texts of cells, empty where the code says it all. */
export function problem(
  code: WorkbookProblem["code"],
  sheet: string,
  cell: string,
  expected = "",
  found = "",
): WorkbookProblem {
  return { code, sheet, cell, expected, found };
}
