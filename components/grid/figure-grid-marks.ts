import { cellId, type GridTable } from "@/components/grid/figure-grid-model";
import type { Severity } from "@/lib/domain/check/finding";
import type { CellKey } from "@/lib/domain/format";

/** A finding as the grid shows it: already a sentence in the reader's language. */
export type GridFinding = {
  id: string;
  severity: Severity;
  /** The cell to look at first leads: it is marked, and the sentence stands under its row. */
  cells: readonly CellKey[];
  sentence: string;
  /** The arithmetic: "第一项 2 + 第二项 0 = 2". */
  terms?: readonly string[];
  /** True for "nothing is filled in yet", which the hatch says: no sentence under the row, no red. */
  isBlank?: boolean;
  /** True for a warning that the unit has explained: it is marked no more. */
  isExplained?: boolean;
};

export type GridComment = { cellKey: CellKey; text: string };

export type CellMarks = {
  severity: "error" | "warning" | null;
  comments: readonly string[];
  warnings: readonly string[];
  /** The sentence under the row that is about this cell. */
  saidBy: string | null;
};

const UNMARKED: CellMarks = { severity: null, comments: [], warnings: [], saidBy: null };

export type RowFinding = { finding: GridFinding; id: string };

/** What the findings and comments do to each cell, and which sentences stand under which row. */
export function markCells(
  tables: readonly GridTable[],
  findings: readonly GridFinding[],
  comments: readonly GridComment[],
): {
  marks: ReadonlyMap<CellKey, CellMarks>;
  sentences: ReadonlyMap<string, RowFinding[]>;
  marked: ReadonlySet<CellKey>;
} {
  const marks = new Map<CellKey, CellMarks>();
  const sentences = new Map<string, RowFinding[]>();
  const marked = new Set<CellKey>();
  const rowOf = new Map(
    tables.flatMap(({ rows, table }) =>
      rows.flatMap((row) => row.cells.flatMap((cell) => (cell ? [[cell.key, `${table.id} ${row.key}`] as const] : []))),
    ),
  );
  const change = (key: CellKey, part: (before: CellMarks) => Partial<CellMarks>) => {
    const before = marks.get(key) ?? UNMARKED;
    marks.set(key, { ...before, ...part(before) });
  };

  for (const finding of findings) {
    const key = finding.cells[0];
    const row = key === undefined ? undefined : rowOf.get(key);
    if (key === undefined || row === undefined || finding.isExplained || finding.severity === "info") continue;
    marked.add(key);
    if (finding.isBlank) continue;
    if (finding.severity === "warning") {
      change(key, (before) => ({
        severity: before.severity ?? "warning",
        warnings: [...before.warnings, finding.sentence],
      }));
      continue;
    }
    const id = `say-${cellId(key)}`;
    change(key, () => ({ severity: "error", saidBy: id }));
    sentences.set(row, [...(sentences.get(row) ?? []), { finding, id }]);
  }
  for (const comment of comments) {
    change(comment.cellKey, (before) => ({ comments: [...before.comments, comment.text] }));
    marked.add(comment.cellKey);
  }
  return { marks, sentences, marked };
}

export function marksOf(marks: ReadonlyMap<CellKey, CellMarks>, key: CellKey): CellMarks {
  return marks.get(key) ?? UNMARKED;
}
