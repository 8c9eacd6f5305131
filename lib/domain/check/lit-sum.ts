import type { Check } from "@/lib/domain/check/finding";
import { sectionGrid } from "@/lib/domain/check/subject-cells";
import { checkSum } from "@/lib/domain/check/sum-finding";

/** Every group of table 四: the total is what was upheld, corrected, otherwise ended and is still pending. */
export const litSum: Check = {
  rule: "LIT-SUM",
  version: 1,
  severity: "error",
  holdsFrom: "2019-11-23",
  source: "arithmetic",
  formats: null,
  check: (subject) =>
    sectionGrid(subject, "litigation").flatMap((table) =>
      table.cells.flatMap((cell) => {
        if (!cell.sumOf) return [];
        const group = table.columns.find((column) => column.key === cell.column)?.above.join("·") ?? "";
        const rule = {
          id: "LIT-SUM" as const,
          sectionId: "litigation" as const,
          messageKey: "litigation_sum",
          partsLabel: `${group}：维持、纠正、其他、未审结`,
        };
        return checkSum(subject, rule, cell.key, cell.sumOf) ?? [];
      }),
    ),
};
