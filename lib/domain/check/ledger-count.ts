import type { Check } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { listCheckedCells, nameCell, numberAt } from "@/lib/domain/check/subject-cells";
import { compareDecimals } from "@/lib/domain/decimal";

/** A cell that was counted from the unit's ledger of requests still says what the ledger counts. */
export const ledgerCount: Check = {
  rule: "LEDGER-COUNT",
  version: 1,
  severity: "warning",
  holdsFrom: "2019-11-23",
  source: "arithmetic",
  formats: null,
  check(subject) {
    const { ledger } = subject;
    if (!ledger) return [];
    return listCheckedCells(subject).flatMap(({ cell, sectionId }) => {
      const [expected, actual] = [numberAt(ledger, cell.key), numberAt(subject.figures, cell.key)];
      if (cell.sumOf || expected === null || actual === null || compareDecimals(expected, actual) === 0) return [];
      return [
        newFinding({
          rule: "LEDGER-COUNT",
          severity: "warning",
          sectionId,
          cells: [cell.key],
          expected,
          actual,
          messageKey: "ledger_differs",
          values: { cell: nameCell(subject.format, cell.key), expected, actual },
        }),
      ];
    });
  },
};
