import type { Figures } from "@/lib/domain/cell";
import type { Check, CheckSubject, Finding } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { listCheckedCells, nameCell, numberAt } from "@/lib/domain/check/subject-cells";
import { compareDecimals } from "@/lib/domain/decimal";
import type { CellKey } from "@/lib/domain/format";

/** What a unit's own published report says is what the unit submits here, cell by cell. */
export const ownReport: Check = {
  rule: "OWN-REPORT",
  version: 1,
  severity: "warning",
  holdsFrom: "2019-11-23",
  source: "《条例》第五十条，国办公开办函〔2019〕60号 逐级汇总",
  formats: null,
  check: (subject) => (subject.ownReport ? compareOwnReport(subject, subject.ownReport, null) : []),
};

/**
 * The cells in which a unit's own published report differs from what it submitted. `unit` names it where the district is
 * told. A total is left out where its parts were compared or differ themselves: it would say the same once more.
 */
export function compareOwnReport(
  subject: Pick<CheckSubject, "format" | "sections" | "figures">,
  own: Figures,
  unit: string | null,
): Finding[] {
  const differs = (key: CellKey): boolean => {
    const [expected, actual] = [numberAt(own, key), numberAt(subject.figures, key)];
    return expected !== null && actual !== null && compareDecimals(expected, actual) !== 0;
  };
  return listCheckedCells(subject).flatMap(({ cell, sectionId }) => {
    const isTold =
      cell.sumOf?.some(differs) === true || cell.sumOf?.every((part) => numberAt(own, part) !== null) === true;
    if (isTold || !differs(cell.key)) return [];
    const [expected, actual] = [own[cell.key] ?? "", subject.figures[cell.key] ?? ""];
    return [
      newFinding({
        rule: "OWN-REPORT",
        severity: "warning",
        sectionId,
        cells: [cell.key],
        expected,
        actual,
        messageKey: unit === null ? "own_report_differs" : "unit_own_report_differs",
        values: { cell: nameCell(subject.format, cell.key), expected, actual, unit: unit ?? "" },
      }),
    ];
  });
}
