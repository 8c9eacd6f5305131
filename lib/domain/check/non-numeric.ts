import type { LocatedCell } from "@/lib/domain/cell";
import { isDash } from "@/lib/domain/check/blank";
import type { Check, CheckedIndicator, CheckSubject, Finding } from "@/lib/domain/check/finding";
import { readHanNumber } from "@/lib/domain/check/narrative/han-number";
import { newFinding } from "@/lib/domain/check/new-finding";
import { listCheckedCells, nameCell } from "@/lib/domain/check/subject-cells";
import { readWithUnit } from "@/lib/domain/check/unit-word";
import { cleanTyped, fitsType, readFigure } from "@/lib/domain/figure";

/** A count with more digits than this is a slip of the hand: there are not as many people as that. */
const MOST_DIGITS = 12;

/** A cell holds a plain number of its kind: no letters, no spaces inside, no full-width digits, no decimals in a count. */
export const nonNumeric: Check = {
  rule: "NON-NUMERIC",
  version: 1,
  severity: "error",
  holdsFrom: "2019-11-23",
  source: "国办公开办函〔2019〕60号、〔2021〕30号 表格单位",
  formats: null,
  check: (subject) => [
    ...listCheckedCells(subject).flatMap((located) => checkCell(subject, located) ?? []),
    ...subject.indicators.flatMap((indicator) => checkIndicator(indicator) ?? []),
  ],
};

function checkIndicator({ key, label, value }: CheckedIndicator): Finding | null {
  const figure = readFigure(value);
  const found = value ?? "";
  const isNegative = figure.kind === "number" && figure.value.startsWith("-");
  if (!isNegative && (figure.kind !== "text" || figure.text.trim() === "" || isDash(figure.text))) return null;
  return newFinding({
    ...{ rule: "NON-NUMERIC", severity: "error", sectionId: "overview", cells: [`indicators.${key}`], actual: found },
    messageKey: isNegative ? "negative" : "not_a_number",
    values: { cell: label, found },
  });
}

function checkCell(subject: CheckSubject, { cell, sectionId }: LocatedCell): Finding | null {
  const figure = readFigure(subject.figures[cell.key]);
  const base = { rule: "NON-NUMERIC", severity: "error", sectionId, cells: [cell.key] } as const;
  const found = subject.figures[cell.key] ?? "";
  const values = { cell: nameCell(subject.format, cell.key), found };

  if (figure.kind === "number") {
    // A negative total follows from a negative part; where it is computed, the part alone is told.
    if (cell.sumOf && subject.hasComputedTotals) return null;
    if (cell.type !== "amount" && found.includes(".")) {
      const expected = figure.value.includes(".") ? null : figure.value;
      return newFinding({ ...base, actual: found, expected, messageKey: "decimal_count", values });
    }
    const digits = figure.value.replace("-", "").length;
    if (cell.type !== "amount" && digits > MOST_DIGITS) {
      return newFinding({ ...base, actual: found, messageKey: "too_many_digits", values: { ...values, digits } });
    }
    if (fitsType(figure.value, cell.type)) return null;
    return newFinding({ ...base, actual: found, messageKey: "negative", values });
  }
  if (figure.kind !== "text" || figure.text.trim() === "" || isDash(figure.text)) return null;
  if (readWithUnit(figure.text, cell.unit)) return null;

  const cleaned = readFigure(cleanTyped(figure.text));
  // The column is called 本年增/减: +3 says what it means.
  if (cell.type === "signed_count" && figure.text === `+${cleaned.kind === "number" ? cleaned.value : ""}`) return null;
  if (cleaned.kind === "number" && fitsType(cleaned.value, cell.type)) {
    const expected = cleaned.value;
    return newFinding({
      ...base,
      actual: found,
      expected,
      messageKey: "written_otherwise",
      values: { ...values, expected },
    });
  }
  const spelled = readHanNumber(figure.text.trim());
  return newFinding(
    spelled === null
      ? { ...base, actual: found, messageKey: "not_a_number", values }
      : {
          ...base,
          actual: found,
          expected: spelled,
          messageKey: "written_otherwise",
          values: { ...values, expected: spelled },
        },
  );
}
