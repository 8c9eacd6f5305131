import type { Check } from "@/lib/domain/check/finding";
import { sectionGrid } from "@/lib/domain/check/subject-cells";
import { checkSum } from "@/lib/domain/check/sum-finding";

const OUTSIDE = new Set(["received", "carried_in", "outcome_total", "carried_out"]);

/** Every column of table 三: the total of the outcomes is the sum of the outcome rows. */
export const reqOutcomeSum: Check = {
  rule: "REQ-OUTCOME-SUM",
  version: 1,
  severity: "error",
  holdsFrom: "2019-11-23",
  source: "arithmetic",
  formats: null,
  check: (subject) =>
    sectionGrid(subject, "requests").flatMap((table) => {
      const outcomes = table.rows.filter((row) => !OUTSIDE.has(row.key));
      const rule = {
        id: "REQ-OUTCOME-SUM" as const,
        sectionId: "requests" as const,
        messageKey: "outcome_sum",
        partsLabel: "（一）至（六）",
      };
      return table.columns.flatMap((column) => {
        const parts = outcomes.map((row) => `requests.${row.key}.${column.key}`);
        return checkSum(subject, rule, `requests.outcome_total.${column.key}`, parts) ?? [];
      });
    }),
};
