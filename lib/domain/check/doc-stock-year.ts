import type { Check, CheckSubject, Finding } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { listCheckedCells, nameCell, numberAt } from "@/lib/domain/check/subject-cells";
import { addDecimals, compareDecimals, subtractDecimals } from "@/lib/domain/decimal";
import type { CellKey } from "@/lib/domain/format";

/** Documents in force are those of last year, with what was made and without what was repealed. */
export const docStockYear: Check = {
  rule: "DOC-STOCK-YEAR",
  version: 1,
  severity: "warning",
  holdsFrom: "2021-09-26",
  source: "国办公开办函〔2021〕30号 制发、废止、现行有效件数",
  formats: ["2021"],
  check: (subject) =>
    listCheckedCells(subject)
      .filter(({ cell }) => cell.column === "in_force")
      .flatMap(({ cell }) => checkRow(subject, cell.key) ?? []),
};

function checkRow(subject: CheckSubject, cell: CellKey): Finding | null {
  const previous = subject.previous;
  if (!previous || previous.year !== subject.year - 1) return null;
  const found = numberAt(subject.figures, cell);
  const before = numberAt(previous.figures, cell);
  const made = numberAt(subject.figures, cell.replace(/in_force$/, "made"));
  const repealed = numberAt(subject.figures, cell.replace(/in_force$/, "repealed"));
  if (found === null || before === null || made === null || repealed === null) return null;
  const expected = subtractDecimals(addDecimals([before, made]), repealed);
  if (compareDecimals(found, expected) === 0) return null;
  return newFinding({
    rule: "DOC-STOCK-YEAR",
    severity: "warning",
    sectionId: "active",
    cells: [cell],
    expected,
    actual: found,
    messageKey: "document_stock_differs",
    values: { cell: nameCell(subject.format, cell), year: String(previous.year), expected, actual: found },
    terms: [
      {
        label: `${previous.year}年现行有效 + 本年制发 − 本年废止`,
        value: `${before} + ${made} − ${repealed} = ${expected}`,
      },
      { label: `${subject.year}年现行有效`, value: found },
    ],
  });
}
