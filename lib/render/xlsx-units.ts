import { describeCell, indexCells } from "@/lib/domain/cell";
import { addDecimals, compareDecimals } from "@/lib/domain/decimal";
import { readFigure } from "@/lib/domain/figure";
import type { FormatCell } from "@/lib/domain/format";
import { listCells } from "@/lib/domain/format-cells";
import type { PrintedReport } from "@/lib/domain/report-document";
import { LOOK } from "@/lib/render/xlsx-look";
import {
  addressOf,
  exactNumber,
  figureCell,
  newSheet,
  put,
  putMerged,
  type SheetCell,
  type SheetDraft,
} from "@/lib/render/xlsx-sheet";
import { fullAddress, type Places } from "@/lib/render/xlsx-tables";

const LEAD = ["数据项代码", "数据项", "计量单位"];
const TRAIL = ["汇总调整", "合计", "报告数", "核对"];
const SAME = "一致";
const DIFFERENT = "不一致";

/** Every typed figure by unit, with the sum and the report's figure beside it. Null where the report tells no units. */
export function unitsSheet(document: PrintedReport, places: Places): SheetDraft | null {
  if (document.units.length === 0) return null;
  const units = document.units;
  const width = LEAD.length + units.length + TRAIL.length;
  const sheet = newSheet("单位数据", {
    widths: [40, 44, 9, ...units.map(() => 14), 10, 12, 12, 10],
    headRows: 2,
    frozenColumns: 2,
    isLandscape: true,
    summary: "各报送单位的数据与汇总",
    heights: new Map([
      [0, 32],
      [1, 46],
    ]),
  });
  putMerged(sheet, { row: 0, column: 0, rowSpan: 1, colSpan: width }, { value: "各单位数据", style: LOOK.title });
  for (const [column, text] of [...LEAD, ...units.map((unit) => unit.name), ...TRAIL].entries()) {
    put(sheet, 1, column, { value: text, style: LOOK.caption });
  }
  const cells = indexCells(document.format);
  const typed = listCells(document.format).filter((cell) => !cell.sumOf);
  const rows = function* (): Iterable<SheetCell[]> {
    for (const [index, cell] of typed.entries()) {
      const located = cells.get(cell.key);
      yield [
        { value: cell.key, style: LOOK.key },
        { value: located ? describeCell(located) : cell.key, style: LOOK.label },
        { value: cell.unit, style: LOOK.centered },
        ...figuresOfUnits(index + 2, document, cell, places),
      ];
    }
  };
  return { ...sheet, below: { rowCount: typed.length, columnCount: width, rows } };
}

function figuresOfUnits(row: number, document: PrintedReport, cell: FormatCell, places: Places): SheetCell[] {
  // The first of a name counts, as where a contribution is looked for.
  const given = new Map((document.provenance[cell.key] ?? []).toReversed().map(({ unit, value }) => [unit, value]));
  const values = document.units.map((unit) => figureOfUnit(given, unit));
  const adjustments = document.adjustments
    .filter((adjustment) => adjustment.cellKey === cell.key)
    .map((adjustment) => adjustment.amount);
  const adjustment = adjustments.length > 0 ? addDecimals(adjustments) : null;
  const first = LEAD.length;
  const end = first + values.length;
  const numbers = [...values, adjustment].flatMap((value) => {
    const figure = readFigure(value);
    return figure.kind === "number" ? [figure.value] : [];
  });
  const sum = numbers.length > 0 ? addDecimals(numbers) : null;
  const isExact = sum !== null && numbers.every((value) => exactNumber(value) !== null);
  const decimals = Math.max(0, ...numbers.map((value) => value.split(".")[1]?.length ?? 0));
  const range = `SUM(${addressOf(row, first)}:${addressOf(row, end)})`;
  // Binary fractions do not add up exactly; the reported places do.
  const formula = decimals === 0 ? range : `ROUND(${range},${decimals})`;
  const reported = document.figures[cell.key] ?? null;
  const place = places.get(cell.key);
  return [
    ...values.map((value) => figureCell(value)),
    figureCell(adjustment),
    figureCell(sum, isExact ? formula : undefined),
    figureCell(reported, place && exactNumber(reported) !== null ? fullAddress(place) : undefined),
    agreement(row, end, sum, reported, isExact),
  ];
}

/** A formula where both sides are numbers that a spreadsheet holds exactly, a word where they are not. */
function agreement(row: number, end: number, sum: string | null, reported: string | null, isExact: boolean): SheetCell {
  const figure = readFigure(reported);
  if (sum === null || figure.kind !== "number") {
    return { value: sum === null && figure.kind === "blank" ? "" : DIFFERENT, style: LOOK.centered };
  }
  const value = compareDecimals(sum, figure.value) === 0 ? SAME : DIFFERENT;
  if (!isExact || exactNumber(reported) === null) return { value, style: LOOK.centered };
  const formula = `IF(${addressOf(row, end + 1)}=${addressOf(row, end + 2)},"${SAME}","${DIFFERENT}")`;
  return { value, formula, style: LOOK.centered };
}

/** What the unit gave; a unit that is in the report and is not listed gave zero, one that is not in it gave nothing. */
function figureOfUnit(given: ReadonlyMap<string, string | null>, unit: PrintedReport["units"][number]): string | null {
  const value = given.get(unit.name);
  if (value !== undefined) return value;
  return unit.status === "included" || unit.status === "nil" ? "0" : null;
}

/** Who stands behind which part of which figure. Null where the report does not tell. */
export function provenanceSheet(document: PrintedReport): SheetDraft | null {
  const cells = indexCells(document.format);
  const given = [...cells.values()].map((located) => ({
    located,
    contributions: document.provenance[located.cell.key] ?? [],
  }));
  const rowCount = given.reduce((total, { contributions }) => total + contributions.length, 0);
  if (rowCount === 0) return null;
  const head = ["数据项代码", "数据项", "单位", "数值", "版次", "报送人", "报送时间", "审核人", "审核时间"];
  const sheet = newSheet("数据来源", {
    widths: [40, 44, 24, 14, 7, 12, 26, 12, 26],
    headRows: 2,
    isLandscape: true,
    summary: "每个数据由哪个单位报送、由谁审核",
  });
  putMerged(sheet, { row: 0, column: 0, rowSpan: 1, colSpan: head.length }, { value: "数据来源", style: LOOK.title });
  for (const [column, text] of head.entries()) put(sheet, 1, column, { value: text, style: LOOK.caption });
  const rows = function* (): Iterable<SheetCell[]> {
    for (const { located, contributions } of given) {
      const name = describeCell(located);
      for (const contribution of contributions) {
        yield [
          { value: located.cell.key, style: LOOK.key },
          { value: name, style: LOOK.label },
          { value: contribution.unit, style: LOOK.label },
          figureCell(contribution.value),
          { value: contribution.version, style: LOOK.centered },
          { value: contribution.submittedBy, style: LOOK.centered },
          { value: contribution.submittedAt, style: LOOK.centered },
          { value: contribution.approvedBy, style: LOOK.centered },
          { value: contribution.approvedAt, style: LOOK.centered },
        ];
      }
    }
  };
  return { ...sheet, below: { rowCount, columnCount: head.length, rows } };
}
