import { describeCell, indexCells } from "@/lib/domain/cell";
import { addDecimals, subtractDecimals } from "@/lib/domain/decimal";
import type { CellKey } from "@/lib/domain/format";
import { listCells } from "@/lib/domain/format-cells";
import type { PrintedReport } from "@/lib/domain/report-document";
import { LOOK } from "@/lib/render/xlsx-look";
import { addressOf, exactNumber, figureCell, newSheet, put, putMerged, type SheetDraft } from "@/lib/render/xlsx-sheet";
import { decimalsOf, fullAddress, type Places, rangeOf } from "@/lib/render/xlsx-tables";

/** One relation that the form asks for: the cells of both sides. */
type Relation = { words: string; left: CellKey[]; right: CellKey[] };

const HEAD = ["序号", "勾稽关系", "左边", "右边", "差额", "结论"];
const BALANCED = "相等";
const UNBALANCED = "不相等";
const NOT_CHECKED = "有格没有数，不能核对";

/** The relations between the figures as living cells: whoever changes a figure sees at once what no longer agrees. */
export function checksSheet(document: PrintedReport, places: Places): SheetDraft {
  const sheet = newSheet("勾稽关系", {
    widths: [6, 62, 14, 14, 12, 22],
    headRows: 2,
    summary: "表内各数之间的勾稽关系",
  });
  putMerged(sheet, { row: 0, column: 0, rowSpan: 1, colSpan: HEAD.length }, { value: "勾稽关系", style: LOOK.title });
  for (const [column, text] of HEAD.entries()) put(sheet, 1, column, { value: text, style: LOOK.caption });

  for (const [index, relation] of listRelations(document).entries()) {
    const row = index + 2;
    put(sheet, row, 0, { value: index + 1, style: LOOK.centered });
    put(sheet, row, 1, { value: relation.words, style: LOOK.label });
    putSides(sheet, row, document, relation, places);
  }
  return sheet;
}

function putSides(sheet: SheetDraft, row: number, document: PrintedReport, relation: Relation, places: Places): void {
  const left = decimalsOf(document, relation.left);
  const right = decimalsOf(document, relation.right);
  if (!left || !right) {
    for (const column of [2, 3, 4]) put(sheet, row, column, { value: null, style: LOOK.centered });
    put(sheet, row, 5, { value: NOT_CHECKED, style: LOOK.centered });
    return;
  }
  const formula = (keys: readonly CellKey[]): string =>
    `SUM(${rangeOf(
      keys.flatMap((key) => places.get(key) ?? []),
      fullAddress,
    )})`;
  const sums = [addDecimals(left), addDecimals(right)] as const;
  const difference = subtractDecimals(sums[0], sums[1]);
  // Longer numbers than a spreadsheet holds are compared here, exactly, and stand as text without a formula.
  const isLiving = [...left, ...right, ...sums, difference].every((value) => exactNumber(value) !== null);
  const side = (value: string, of: string) => figureCell(value, isLiving ? of : undefined);
  put(sheet, row, 2, side(sums[0], formula(relation.left)));
  put(sheet, row, 3, side(sums[1], formula(relation.right)));
  put(sheet, row, 4, side(difference, `${addressOf(row, 2)}-${addressOf(row, 3)}`));
  put(sheet, row, 5, {
    value: difference === "0" ? BALANCED : UNBALANCED,
    ...(isLiving ? { formula: `IF(${addressOf(row, 4)}=0,"${BALANCED}","${UNBALANCED}")` } : {}),
    style: difference === "0" ? LOOK.centered : { ...LOOK.centered, font: { ...LOOK.alarm.font } },
  });
}

/** The corner note of section 三 for each column, then every total against its parts. */
function listRelations(document: PrintedReport): Relation[] {
  const cells = indexCells(document.format);
  const columns = document.format.sections
    .flatMap((section) => section.tables)
    .filter((table) => table.id === "requests")
    .flatMap((table) => table.columns);
  const identities = columns.map((column): Relation => {
    const key = (row: string): CellKey => `requests.${row}.${column.key}`;
    return {
      words: `${column.label}：一、本年新收＋二、上年结转＝三（七）总计＋四、结转下年度`,
      left: [key("received"), key("carried_in")],
      right: [key("outcome_total"), key("carried_out")],
    };
  });
  const totals = listCells(document.format).flatMap((cell): Relation[] => {
    const located = cells.get(cell.key);
    if (!cell.sumOf || !located) return [];
    return [{ words: `${describeCell(located)}＝各项之和`, left: [cell.key], right: cell.sumOf }];
  });
  return [...identities, ...totals];
}
