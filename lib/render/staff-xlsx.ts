import { writeXlsx } from "hucre/xlsx";
import type { Language } from "@/lib/domain/language";
import { STAFF_SHEETS, type StaffTableName } from "@/lib/domain/staff-table/staff-columns";
import type { StaffLines } from "@/lib/domain/staff-table/staff-lines";

const WIDTHS: Readonly<Record<StaffTableName, readonly number[]>> = {
  units: [40, 14, 10, 14],
  people: [32, 14, 28, 30, 16, 14, 14],
};

/** Both lists as sheets of a workbook; every cell is text, so that nothing becomes a formula and no account a number. */
export async function renderStaffXlsx(lines: StaffLines, language: Language): Promise<Uint8Array> {
  const names = ["units", "people"] as const;
  return await writeXlsx({
    sheets: names.map((name) => ({
      name: STAFF_SHEETS[name][language],
      columns: WIDTHS[name].map((width) => ({ width })),
      rows: lines[name].map((line) => line.map(literalText)),
      freezePane: { rows: 1 },
    })),
  });
}

/** Spreadsheet programs read "_x0041_" as "A"; the underscore written as such a code itself keeps the text. */
function literalText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}
