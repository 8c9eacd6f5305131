import type { Figures } from "@/lib/domain/cell";
import type { CellKey, Format } from "@/lib/domain/format";
import { listSectionCells } from "@/lib/domain/format-cells";

/**
 * What the next year starts with: each typed cell of 二、上年结转 is the year before's 四、结转下年度, column by column
 * (CARRY-YEAR).
 */
export function carriedFigures(format: Format, before: Figures): { cellKey: CellKey; found: string | null }[] {
  return listSectionCells(format, "requests").flatMap((cell) => {
    if (cell.row !== "carried_in" || cell.sumOf) return [];
    const from = before[`requests.carried_out.${cell.column}`];
    return from === undefined || from === null ? [] : [{ cellKey: cell.key, found: from }];
  });
}
