import type { Check } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { cellsOf } from "@/lib/domain/check/subject-cells";

/** The tables are those that the law sets for the report's year. */
export const wrongFormatVersion: Check = {
  rule: "WRONG-FORMAT-VERSION",
  version: 1,
  severity: "error",
  holdsFrom: "2019-11-23",
  source: "国办公开办函〔2019〕60号、〔2021〕30号 适用年度",
  formats: null,
  check: (subject) => {
    const { format, year } = subject;
    if (year < format.years.first || (format.years.last !== null && year > format.years.last)) {
      return [
        newFinding({
          rule: "WRONG-FORMAT-VERSION",
          severity: "error",
          expected: String(year),
          actual: format.document,
          messageKey: "format_of_other_year",
          values: { year: String(year), document: format.document },
        }),
      ];
    }
    const known = cellsOf(format);
    const foreign = Object.keys(subject.figures).filter((key) => !known.has(key) && !key.startsWith("indicators."));
    if (foreign.length === 0) return [];
    return [
      newFinding({
        rule: "WRONG-FORMAT-VERSION",
        severity: "error",
        cells: foreign.toSorted(),
        actual: String(foreign.length),
        messageKey: "cells_of_other_format",
        values: { count: foreign.length, document: format.document },
      }),
    ];
  },
};
