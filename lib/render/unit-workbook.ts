import { type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from "hucre";
import { cellAddress } from "@/lib/domain/cell-address";
import type { FigureType } from "@/lib/domain/figure";
import {
  IDENTITY_SHEET,
  identityRows,
  planWorkbook,
  type WorkbookCell,
  type WorkbookContent,
  type WorkbookPlan,
} from "@/lib/domain/unit-workbook";
import { withFixedTimes } from "@/lib/render/repack";
import { LOOK } from "@/lib/render/xlsx-look";
import { figureCell, finishSheet, newSheet, put, putMerged, type SheetCell } from "@/lib/render/xlsx-sheet";
import { setHeights } from "@/lib/render/xlsx-tables";

const LABEL_WIDTHS: readonly (readonly number[])[] = [[], [30], [20, 40], [7, 12, 34]];
const FIGURE_WIDTH = 9;

const fill = (rgb: string) => ({ type: "pattern", pattern: "solid", fgColor: { rgb } }) as const;
const SUNKEN: CellStyle = { ...LOOK.centered, fill: fill("EEF1F3"), numFmt: "0.##########" };
const INPUT: CellStyle = { ...LOOK.centered, fill: fill("FCF4E1"), protection: { locked: false } };

/** What a program lets be typed into a cell, and what it says to anything else. */
const RULES: Readonly<
  Record<FigureType, Pick<DataValidation, "type" | "operator" | "formula1" | "formula2" | "errorMessage">>
> = {
  count: { type: "whole", operator: "greaterThanOrEqual", formula1: "0", errorMessage: "请填 0 或者正整数。" },
  signed_count: {
    type: "whole",
    operator: "between",
    formula1: "-1000000000",
    formula2: "1000000000",
    errorMessage: "请填整数，减少填负数。",
  },
  amount: {
    type: "decimal",
    operator: "greaterThanOrEqual",
    formula1: "0",
    errorMessage: "请填数，按万元，可以带小数。",
  },
};

/**
 * A section's workbook for its unit: only its inputs can be written, sums are formulas, last year's figures stand beside,
 * and a hidden sheet says whose it is and what stood in each input.
 */
export async function renderUnitWorkbook(
  content: WorkbookContent,
  hash: (value: unknown) => string,
): Promise<Uint8Array> {
  const plan = planWorkbook(content);
  const identity = newSheet(IDENTITY_SHEET);
  for (const [row, [key, value]] of identityRows(content, hash).entries()) {
    put(identity, row, 0, { value: key, style: LOOK.key });
    put(identity, row, 1, { value, style: LOOK.key });
  }
  const file = await writeXlsx({
    sheets: [tableSheet(plan), { ...finishSheet(identity), hidden: true }],
    defaultFont: { name: "宋体", size: 10.5 },
    workbookProtection: { lockStructure: true },
    properties: { title: `${content.identity.year} ${content.identity.unit}` },
  });
  return withFixedTimes(file, null);
}

function tableSheet(plan: WorkbookPlan): WriteSheet {
  const captions = [...plan.cells.values()].filter((cell) => cell.kind === "fixed" && cell.look === "caption");
  const firstRow = Math.min(...[...plan.places.values()].map(({ row }) => row));
  const sheet = newSheet(plan.sheetName, {
    isLandscape: true,
    // Small tables that follow each other have heads of their own; only a single one's heads stay in sight.
    headRows: captions.length > 1 ? 1 : firstRow,
    frozenColumns: plan.labelColumns,
  });
  const spans = new Map(plan.merges.map((merge) => [`${merge.row},${merge.column}`, merge]));
  for (const [key, cell] of plan.cells) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    const at = spans.get(key) ?? { row, column, rowSpan: 1, colSpan: 1 };
    putMerged(sheet, at, sheetCell(plan, cell));
  }
  // A whole column takes the look of its last cell: without a locked row at the end it could be typed into below the table.
  const end = Math.max(...[...plan.cells.keys()].map((key) => Number(key.split(",")[0]))) + 1;
  for (let column = 0; column < plan.width; column += 1) put(sheet, end, column, { value: null, style: LOOK.lead });
  sheet.widths = widthsOf(plan);
  setHeights(sheet);
  return { ...finishSheet(sheet), dataValidations: validationsOf(plan) };
}

function sheetCell(plan: WorkbookPlan, cell: WorkbookCell): SheetCell {
  switch (cell.kind) {
    case "fixed":
      return { value: cell.text === "" ? null : cell.text, style: LOOK[cell.look] };
    case "input":
      return { ...figureCell(cell.value), style: INPUT };
    case "sum":
      return { value: figureCell(cell.value).value, formula: sumFormula(plan, cell.parts), style: SUNKEN };
    default:
      return { ...figureCell(cell.value), style: SUNKEN };
  }
}

/** Cells that follow each other as a range, all others one by one. */
function sumFormula(plan: WorkbookPlan, parts: readonly string[]): string {
  const places = parts.flatMap((key) => plan.places.get(key) ?? []);
  const [first] = places;
  const last = places.at(-1);
  const isRow = places.every(({ row, column }, index) => row === first?.row && column === first.column + index);
  const isColumn = places.every(({ row, column }, index) => column === first?.column && row === first.row + index);
  if (first && last && (isRow || isColumn)) {
    return `SUM(${cellAddress(first.row, first.column)}:${cellAddress(last.row, last.column)})`;
  }
  return `SUM(${places.map(({ row, column }) => cellAddress(row, column)).join(",")})`;
}

function validationsOf(plan: WorkbookPlan): DataValidation[] {
  return [...plan.cells].flatMap(([key, cell]): DataValidation[] => {
    if (cell.kind !== "input") return [];
    const [row = 0, column = 0] = key.split(",").map(Number);
    return [
      {
        ...RULES[cell.type],
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: "stop",
        errorTitle: "年报汇",
        range: cellAddress(row, column),
      },
    ];
  });
}

function widthsOf({ labelColumns, width }: WorkbookPlan): number[] {
  const labels = LABEL_WIDTHS[labelColumns] ?? [];
  return Array.from({ length: width }, (_, column) => labels[column] ?? FIGURE_WIDTH);
}
