import type { Check, CheckSubject, Finding } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { listCheckedCells, nameCell, numberAt, numbersAt } from "@/lib/domain/check/subject-cells";
import { addDecimals, compareDecimals } from "@/lib/domain/decimal";
import type { CellKey } from "@/lib/domain/format";

/** Last year's number of items is what last year's report began with and added. */
export const itemStockYear: Check = {
  rule: "ITEM-STOCK-YEAR",
  version: 1,
  severity: "warning",
  holdsFrom: "2019-11-23",
  source: "国办公开办函〔2019〕60号 上一年项目数量、本年增/减",
  formats: ["2019"],
  check: (subject) =>
    listCheckedCells(subject)
      .filter(({ cell }) => cell.column === "items_last_year")
      .flatMap(({ cell }) => checkRow(subject, cell.key) ?? []),
};

function checkRow(subject: CheckSubject, cell: CellKey): Finding | null {
  const previous = subject.previous;
  if (!previous || previous.year !== subject.year - 1) return null;
  const found = numberAt(subject.figures, cell);
  const parts = numbersAt(previous.figures, [cell, cell.replace(/items_last_year$/, "change")]);
  if (found === null || !parts) return null;
  const expected = addDecimals(parts);
  if (compareDecimals(found, expected) === 0) return null;
  return newFinding({
    rule: "ITEM-STOCK-YEAR",
    severity: "warning",
    sectionId: "active",
    cells: [cell],
    expected,
    actual: found,
    messageKey: "item_stock_differs",
    values: { cell: nameCell(subject.format, cell), year: String(previous.year), expected, actual: found },
    terms: [
      {
        label: `${previous.year}年 上一年项目数量 + 本年增/减`,
        value: `${parts.join(" + ").replace("+ -", "− ")} = ${expected}`,
      },
      { label: `${subject.year}年 上一年项目数量`, value: found },
    ],
  });
}
