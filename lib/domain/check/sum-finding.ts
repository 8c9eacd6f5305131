import type { CheckSubject, Finding, RuleId } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { nameCell, numberAt, numbersAt } from "@/lib/domain/check/subject-cells";
import { addDecimals, compareDecimals, subtractDecimals } from "@/lib/domain/decimal";
import type { CellKey, SectionId } from "@/lib/domain/format";

/**
 * Compares a total with its parts; null when they agree or when one of them is no number, which is told elsewhere.
 * The arithmetic shows the parts that are not zero, so that a sum of twenty rows stays readable.
 */
export function checkSum(
  subject: CheckSubject,
  rule: { id: RuleId; sectionId: SectionId; messageKey: string; partsLabel: string },
  total: CellKey,
  parts: readonly CellKey[],
): Finding | null {
  const found = numberAt(subject.figures, total);
  const numbers = numbersAt(subject.figures, parts);
  if (found === null || numbers === null) return null;
  const sum = addDecimals(numbers);
  const comparison = compareDecimals(found, sum);
  if (comparison === 0) return null;

  const difference = comparison > 0 ? subtractDecimals(found, sum) : subtractDecimals(sum, found);
  const shown = numbers.filter((number) => number !== "0");
  const arithmetic = shown.length > 1 ? `${shown.join(" + ")} = ${sum}` : sum;
  return newFinding({
    rule: rule.id,
    severity: "error",
    sectionId: rule.sectionId,
    cells: [total, ...parts.filter((_, index) => numbers[index] !== "0")],
    expected: sum,
    actual: found,
    messageKey: rule.messageKey,
    values: { cell: nameCell(subject.format, total), expected: sum, actual: found, difference },
    terms: [
      { label: rule.partsLabel, value: arithmetic },
      { label: nameCell(subject.format, total), value: found },
    ],
  });
}
