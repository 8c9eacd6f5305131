import type { Check } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { listCheckedCells, nameCell, numberAt } from "@/lib/domain/check/subject-cells";

/** Below a city with districts nobody can make regulations (规章), so their row is zero. */
export const regulationAuthority: Check = {
  rule: "REGULATION-AUTHORITY",
  version: 1,
  severity: "info",
  holdsFrom: "2019-11-23",
  source: "《中华人民共和国立法法》规章制定权限",
  formats: null,
  check: (subject) => {
    if (subject.level === "city" || !subject.sections.includes("active")) return [];
    const cells = listCheckedCells(subject)
      .map(({ cell }) => cell)
      .filter((cell) => cell.row === "regulations" && !["0", null].includes(numberAt(subject.figures, cell.key)));
    const [first] = cells;
    if (!first) return [];
    const found = numberAt(subject.figures, first.key) ?? "";
    return [
      newFinding({
        rule: "REGULATION-AUTHORITY",
        severity: "info",
        sectionId: "active",
        cells: cells.map((cell) => cell.key),
        expected: "0",
        actual: found,
        messageKey: "regulation_authority",
        values: { cell: nameCell(subject.format, first.key), found },
      }),
    ];
  },
};
