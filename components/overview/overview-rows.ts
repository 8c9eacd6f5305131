import type { SectionId } from "@/lib/domain/format";
import type { OverviewRow } from "@/lib/domain/overview";
import { isLate, matchesFilter, type ProgressFilter } from "@/lib/domain/progress";
import { daysLeft } from "@/lib/i18n/dates";

/** Orders in which units can stand. */
export const UNIT_ORDERS = ["unit", "late", "progress"] as const;
export type UnitOrder = (typeof UNIT_ORDERS)[number];

/** Rows that have something of what is looked for, in the order wanted. */
export function arrangeRows(
  rows: readonly OverviewRow[],
  params: { filter: ProgressFilter; order: UnitOrder; sectionId: SectionId | null; now: Date },
): OverviewRow[] {
  const { filter, order, sectionId, now } = params;
  const looked = (row: OverviewRow) =>
    Object.values(row.cells).filter((cell) => sectionId === null || cell.sectionId === sectionId);
  const shown = rows.filter(
    (row) =>
      (filter === "all" && sectionId === null) ||
      (row.unit.exemptReason === null && looked(row).some((cell) => matchesFilter(cell, filter, now))),
  );
  const lateDays = (row: OverviewRow) =>
    row.unit.exemptReason !== null
      ? 0
      : looked(row).reduce((sum, cell) => sum + (isLate(cell, now) ? 1 - daysLeft(cell.dueAt, now) : 0), 0);
  const share = (row: OverviewRow) => {
    const unitCells = looked(row);
    return unitCells.length === 0 ? 1 : unitCells.filter((cell) => cell.state === "approved").length / unitCells.length;
  };
  if (order === "late") return shown.toSorted((left, right) => lateDays(right) - lateDays(left));
  if (order === "progress") return shown.toSorted((left, right) => share(left) - share(right));
  return shown;
}
