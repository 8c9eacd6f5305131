import { writeXlsx } from "hucre/xlsx";

/** One finding in words, as it is shown and as it is saved. */
export type WordedFinding = {
  rule: string;
  ruleName: string;
  severity: string;
  place: string;
  message: string;
  expected: string | null;
  actual: string | null;
  cells: readonly string[];
};

type Heads = Readonly<Record<"sheet" | keyof Omit<WordedFinding, "ruleName">, string>>;

/** The findings as a workbook; every cell is text, so that nothing in a strange report becomes a formula. */
export async function renderFindingsXlsx(findings: readonly WordedFinding[], heads: Heads): Promise<Uint8Array> {
  const columns = [
    { key: "severity", header: heads.severity, width: 8 },
    { key: "rule", header: heads.rule, width: 22 },
    { key: "place", header: heads.place, width: 40 },
    { key: "message", header: heads.message, width: 72 },
    { key: "expected", header: heads.expected, width: 14 },
    { key: "actual", header: heads.actual, width: 14 },
    { key: "cells", header: heads.cells, width: 48 },
  ];
  return await writeXlsx({
    sheets: [
      {
        name: heads.sheet,
        columns,
        data: findings.map((finding) => ({
          severity: finding.severity,
          rule: finding.ruleName,
          place: finding.place,
          message: finding.message,
          expected: finding.expected ?? "",
          actual: finding.actual ?? "",
          cells: finding.cells.join(" "),
        })),
        freezePane: { rows: 1 },
      },
    ],
  });
}
