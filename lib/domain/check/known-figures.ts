import type { Figures } from "@/lib/domain/cell";
import type { CheckSubject } from "@/lib/domain/check/finding";
import { cellsOf, numbersAt } from "@/lib/domain/check/subject-cells";
import { addDecimals } from "@/lib/domain/decimal";

const known = new WeakMap<CheckSubject, Figures>();

/** The figures with totals that were left blank although their parts are there: the text can be held against the sum. */
export function knownFigures(subject: CheckSubject): Figures {
  const before = known.get(subject);
  if (before) return before;
  const sums: Record<string, string> = {};
  for (const [key, { cell }] of cellsOf(subject.format)) {
    const isBlank = (subject.figures[key] ?? "").trim() === "";
    const parts = isBlank && cell.sumOf ? numbersAt({ ...subject.figures, ...sums }, cell.sumOf) : null;
    if (parts) sums[key] = addDecimals(parts);
  }
  const figures = Object.keys(sums).length === 0 ? subject.figures : { ...subject.figures, ...sums };
  known.set(subject, figures);
  return figures;
}
