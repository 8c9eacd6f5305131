import type { IndicatorRollUp } from "@/lib/domain/indicator-roll-up";
import { printSegments } from "@/lib/domain/narrative";
import type { PrintedReport } from "@/lib/domain/report-document";
import type { Block, Grid } from "@/lib/render/block";
import { checkGrid, listDecisions, summariseChecks } from "@/lib/render/check-blocks";
import { listBlocks } from "@/lib/render/report-blocks";
import { gridWidths } from "@/lib/render/table-widths";
import { WORDS } from "@/lib/render/words";
import { LOOK } from "@/lib/render/xlsx-look";
import { figureCell, newSheet, put, putMerged, type SheetCell, type SheetDraft } from "@/lib/render/xlsx-sheet";

/** About as many Chinese characters as a line of the text column holds. */
const LINE_CHARACTERS = 33;
const LABEL_CHARACTERS = 8;
const LINE_POINTS = 16;
/** Widths of columns are counted in digits; about so many stand in a millimetre. */
const CHARACTERS_PER_MM = 0.55;
/** What surely stands on a page of A4 at the sheet's scale: 700 points between the margins, some of them kept free. */
const PAGE_POINTS = 820;
/** The most that a row may be high. */
const ROW_POINTS = 400;

/** The first sheet: what this report is, what is missing, and its text. */
export function textSheet(document: PrintedReport): SheetDraft {
  const sheet = newSheet("报告文字", { widths: [18, 68], summary: document.title });
  let row = 0;
  const headings = new Set<number>();
  const blocks = blocksOfReport(document);
  for (const [index, block] of blocks.entries()) {
    // A heading whose table has a sheet of its own stands there.
    const next = blocks[index + 1]?.kind;
    if (block.kind === "heading" && (next === "table" || next === "grid")) continue;
    const from = row;
    row = putBlock(sheet, row, block);
    if (block.kind === "heading") for (let at = from; at < row; at += 1) headings.add(at);
  }
  sheet.pageStarts = pageStartsOf(sheet, row, headings);
  return sheet;
}

/** Pages as full as they may be, none of which ends with a heading. */
function pageStartsOf(sheet: SheetDraft, rowCount: number, headings: ReadonlySet<number>): number[] {
  const starts: number[] = [];
  let used = 0;
  let first = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const height = sheet.heights.get(row) ?? LINE_POINTS;
    if (row > first && used + height > PAGE_POINTS) {
      let start = row;
      while (start - 1 > first && headings.has(start - 1)) start -= 1;
      starts.push(start);
      first = start;
      used = 0;
      for (let moved = start; moved < row; moved += 1) used += sheet.heights.get(moved) ?? LINE_POINTS;
    }
    used += height;
  }
  return starts;
}

function putBlock(sheet: SheetDraft, row: number, block: Block): number {
  const line = (at: number, label: string, text: string, style: SheetCell["style"] = LOOK.lead): void => {
    put(sheet, at, 0, { value: label, style: style === LOOK.lead ? LOOK.strong : style });
    put(sheet, at, 1, { value: text, style });
    sheet.heights.set(at, Math.max(heightOf(text), heightOf(label, LABEL_CHARACTERS)));
  };
  switch (block.kind) {
    case "title":
      putMerged(sheet, { row, column: 0, rowSpan: 1, colSpan: 2 }, { value: block.lines.join(""), style: LOOK.title });
      sheet.heights.set(row, 36);
      return row + 1;
    case "notice":
      line(row, block.label, block.heading, LOOK.alarm);
      for (const [index, gap] of block.gaps.entries()) {
        line(row + 1 + index, index === 0 ? block.gapsHeading : "", gap, LOOK.alarm);
      }
      return row + 1 + block.gaps.length;
    case "meta":
      line(row, block.office, [block.day, block.version].filter((part) => part !== null).join("　"));
      return row + 1;
    case "heading":
      put(sheet, row, 0, { value: block.text, style: LOOK.heading });
      return row + 1;
    case "paragraph": {
      const text = printSegments(block.segments);
      put(sheet, row, 1, { value: text, style: LOOK.lead });
      sheet.heights.set(row, heightOf(text));
      return row + 1;
    }
    case "remark":
      put(sheet, row, 1, { value: block.text, style: LOOK.lead });
      return row + 1;
    case "notes":
      for (const [index, note] of block.notes.entries()) line(row + index, index === 0 ? block.heading : "", note);
      return row + block.notes.length;
    case "signature":
      for (const [index, { text }] of block.lines.entries()) line(row + index, "", text);
      return row + block.lines.length;
    case "imprint":
      for (const [index, { label, value }] of block.lines.entries()) line(row + index, label, value);
      return row + block.lines.length;
    case "table":
    case "grid":
    case "chart":
      return row;
  }
}

/** Charts are for pages, and the list of checks has a sheet of its own: the text sheet ends with the report. */
function blocksOfReport({ checks: _checks, ...document }: PrintedReport): Block[] {
  return listBlocks(document, { charts: false });
}

/** The rules that the report was held against. Null where it does not tell. */
export function checkRecordSheet({ checks }: PrintedReport): SheetDraft | null {
  if (!checks) return null;
  return gridSheet(WORDS.checkAnnex(null), checkGrid(checks), [summariseChecks(checks), ...listDecisions(checks)]);
}

/** A sheet for each plain table, named by the heading above it: the corrections, the units, the adjustments. */
export function gridSheets(document: PrintedReport): SheetDraft[] {
  const blocks = blocksOfReport(document);
  return blocks.flatMap((block, index) => {
    if (block.kind !== "grid") return [];
    const above = blocks.slice(0, index).findLast((candidate) => candidate.kind === "heading");
    return [gridSheet(above?.kind === "heading" ? above.text : block.grid.caption, block.grid)];
  });
}

function gridSheet(name: string, grid: Grid, notes: readonly string[] = []): SheetDraft {
  const widths = gridWidths(grid.head, grid.rows).map((width) => Math.max(width * CHARACTERS_PER_MM, 10));
  const sheet = newSheet(name, { widths, headRows: 2, summary: grid.caption });
  putMerged(sheet, rowOf(0, grid.head.length), { value: name, style: LOOK.title });
  for (const [column, text] of grid.head.entries()) put(sheet, 1, column, { value: text, style: LOOK.caption });
  for (const [index, note] of notes.entries()) {
    const row = 2 + grid.rows.length + index;
    putMerged(sheet, rowOf(row, grid.head.length), { value: note, style: LOOK.label });
    sheet.heights.set(row, heightOf(note));
  }
  for (const [index, cells] of grid.rows.entries()) {
    for (const [column, text] of cells.entries()) {
      const isFigure = grid.numeric.includes(column);
      const cell = isFigure ? figureCell(text.replace("−", "-")) : { value: text, style: LOOK.label };
      put(sheet, index + 2, column, cell);
    }
  }
  return sheet;
}

function rowOf(row: number, colSpan: number) {
  return { row, column: 0, rowSpan: 1, colSpan };
}

function heightOf(text: string, characters = LINE_CHARACTERS): number {
  return Math.min(Math.max(1, Math.ceil(text.length / characters)) * LINE_POINTS, ROW_POINTS);
}

const HOW_ROLLED_UP: Readonly<Record<IndicatorRollUp, string>> = {
  sum: "各单位相加",
  last: "取最后提交",
  maximum: "取最大",
  ratio: "比率",
  none: "不汇总",
};

/** The office's local figures. Null where there are none. */
export function indicatorsSheet(document: PrintedReport): SheetDraft | null {
  if (document.indicators.length === 0) return null;
  const head = ["指标代码", "统计指标", "数值", "计量单位", "报送单位", "约数", "汇总方式"];
  const sheet = newSheet("统计指标", { widths: [34, 44, 14, 10, 28, 8, 16], headRows: 2, summary: "本地统计指标" });
  putMerged(sheet, { row: 0, column: 0, rowSpan: 1, colSpan: head.length }, { value: "统计指标", style: LOOK.title });
  for (const [column, text] of head.entries()) put(sheet, 1, column, { value: text, style: LOOK.caption });
  for (const [index, indicator] of document.indicators.flatMap(indicatorLines).entries()) {
    const row = index + 2;
    put(sheet, row, 0, { value: `indicators.${indicator.key}`, style: LOOK.key });
    put(sheet, row, 1, { value: indicator.label, style: LOOK.label });
    put(sheet, row, 2, figureCell(indicator.value));
    put(sheet, row, 3, { value: indicator.unit, style: LOOK.centered });
    put(sheet, row, 4, { value: indicator.owner, style: LOOK.label });
    put(sheet, row, 5, { value: indicator.isApproximate ? "约" : "", style: LOOK.centered });
    put(sheet, row, 6, { value: indicator.rollsUp ? HOW_ROLLED_UP[indicator.rollsUp] : "", style: LOOK.centered });
  }
  return sheet;
}

/** The district's value, and below it what each of several units gave. */
function indicatorLines(indicator: PrintedReport["indicators"][number]) {
  const { parts = [], rollsUp: _own, ...of } = indicator;
  return [indicator, ...parts.map(({ unit, value }) => ({ ...of, rollsUp: undefined, owner: unit, value }))];
}
