import { describeCell, indexCells, type LocatedCell } from "@/lib/domain/cell";
import type { CheckSubject } from "@/lib/domain/check/finding";
import { type DecimalText, readFigure } from "@/lib/domain/figure";
import type { CellKey, Format } from "@/lib/domain/format";
import { listSectionCells } from "@/lib/domain/format-cells";

const indexes = new WeakMap<Format, ReadonlyMap<CellKey, LocatedCell>>();

/** The cells of a format by key, made once for each format: checks run on every keystroke. */
export function cellsOf(format: Format): ReadonlyMap<CellKey, LocatedCell> {
  const known = indexes.get(format);
  if (known) return known;
  const index = indexCells(format);
  indexes.set(format, index);
  return index;
}

/** The cells that the subject must answer for, in the order of printing. */
export function listCheckedCells(subject: Pick<CheckSubject, "format" | "sections">): LocatedCell[] {
  const index = cellsOf(subject.format);
  return subject.format.sections
    .filter((section) => subject.sections.includes(section.id))
    .flatMap((section) => listSectionCells(subject.format, section.id))
    .flatMap((cell) => index.get(cell.key) ?? []);
}

/** The cell's number; null where it is blank, not applicable or text, which other rules speak of. */
export function numberAt(figures: CheckSubject["figures"], key: CellKey): DecimalText | null {
  const figure = readFigure(figures[key]);
  return figure.kind === "number" ? figure.value : null;
}

/** All numbers, or null as soon as one of them is missing: nothing is concluded from an incomplete sum. */
export function numbersAt(figures: CheckSubject["figures"], keys: readonly CellKey[]): DecimalText[] | null {
  const numbers: DecimalText[] = [];
  for (const key of keys) {
    const value = numberAt(figures, key);
    if (value === null) return null;
    numbers.push(value);
  }
  return numbers;
}

/** How a sentence names the cell; the key itself where the format does not know it. */
export function nameCell(format: Format, key: CellKey): string {
  const located = cellsOf(format).get(key);
  return located ? describeCell(located) : key;
}

/** The cells of a section's rows by row key and column key. */
export function sectionGrid(subject: CheckSubject, sectionId: "requests" | "litigation") {
  const section = subject.format.sections.find((candidate) => candidate.id === sectionId);
  return subject.sections.includes(sectionId) ? (section?.tables ?? []) : [];
}
