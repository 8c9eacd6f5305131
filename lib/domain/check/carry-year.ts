import type { Check, CheckSubject, Finding } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { numberAt, sectionGrid } from "@/lib/domain/check/subject-cells";
import { compareDecimals } from "@/lib/domain/decimal";

/** What was carried in is what last year's report carried out, column by column, as published. */
export const carryYear: Check = {
  rule: "CARRY-YEAR",
  version: 1,
  severity: "error",
  holdsFrom: "2019-11-23",
  source: "国办公开办函〔2019〕60号、〔2021〕30号 上年结转、结转下年度",
  formats: null,
  check: (subject) =>
    sectionGrid(subject, "requests").flatMap((table) =>
      table.columns
        .filter((column) => !(subject.hasComputedTotals && column.key === "total"))
        .flatMap((column) => checkColumn(subject, column.key) ?? []),
    ),
};

function checkColumn(subject: CheckSubject, column: string): Finding | null {
  const previous = subject.previous;
  if (!previous || previous.year !== subject.year - 1) return null;
  const cell = `requests.carried_in.${column}`;
  const found = numberAt(subject.figures, cell);
  const expected = numberAt(previous.figures, `requests.carried_out.${column}`);
  if (found === null || expected === null || compareDecimals(found, expected) === 0) return null;
  return newFinding({
    rule: "CARRY-YEAR",
    severity: "error",
    sectionId: "requests",
    cells: [cell],
    expected,
    actual: found,
    messageKey: "carried_in_differs",
    values: { year: String(previous.year), expected, actual: found },
    terms: [
      { label: `${previous.year}年 四、结转下年度`, value: expected },
      { label: `${subject.year}年 二、上年结转`, value: found },
    ],
  });
}
