import type { FormatCell, FormatTable } from "@/lib/domain/format";

const LITIGATION_GROUPS = [
  { key: "review", above: ["行政复议"] },
  { key: "direct_suit", above: ["行政诉讼", "未经复议直接起诉"] },
  { key: "suit_after_review", above: ["行政诉讼", "复议后起诉"] },
] as const;

const LITIGATION_RESULTS = [
  { key: "upheld", label: "结果维持" },
  { key: "corrected", label: "结果纠正" },
  { key: "other", label: "其他结果" },
  { key: "pending", label: "尚未审结" },
  { key: "total", label: "总计" },
] as const;

/** Table 四: one row of three groups of five, the same in every version. */
export const LITIGATION_TABLE: FormatTable = {
  id: "litigation",
  caption: null,
  corner: "",
  columns: LITIGATION_GROUPS.flatMap((group) =>
    LITIGATION_RESULTS.map((result) => ({
      key: `${group.key}.${result.key}`,
      label: result.label,
      above: [...group.above],
    })),
  ),
  rows: [{ key: "cases", label: "案件数量", left: [], law: null }],
  cells: LITIGATION_GROUPS.flatMap((group) =>
    LITIGATION_RESULTS.map((result): FormatCell => {
      const cell: FormatCell = {
        key: `litigation.${group.key}.${result.key}`,
        row: "cases",
        column: `${group.key}.${result.key}`,
        type: "count",
        unit: "件",
      };
      if (result.key !== "total") return cell;
      const parts = LITIGATION_RESULTS.filter((part) => part.key !== "total");
      return { ...cell, sumOf: parts.map((part) => `litigation.${group.key}.${part.key}`) };
    }),
  ),
};
