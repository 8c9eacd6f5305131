import type { Check } from "@/lib/domain/check/finding";
import { sectionGrid } from "@/lib/domain/check/subject-cells";
import { checkSum } from "@/lib/domain/check/sum-finding";

/** Every row of table 三: the total is the sum of the six kinds of applicant. */
export const reqRowSum: Check = {
  rule: "REQ-ROW-SUM",
  version: 1,
  severity: "error",
  holdsFrom: "2019-11-23",
  source: "arithmetic",
  formats: null,
  check: (subject) =>
    sectionGrid(subject, "requests").flatMap((table) => {
      const applicants = table.columns.filter((column) => column.key !== "total");
      const rule = {
        id: "REQ-ROW-SUM" as const,
        sectionId: "requests" as const,
        messageKey: "row_sum",
        partsLabel: "自然人至其他六列",
      };
      return table.rows.flatMap((row) => {
        const parts = applicants.map((column) => `requests.${row.key}.${column.key}`);
        return checkSum(subject, rule, `requests.${row.key}.total`, parts) ?? [];
      });
    }),
};
