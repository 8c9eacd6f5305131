import {
  BorderStyle,
  type FileChild,
  HeadingLevel,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { PrintedReport } from "@/lib/domain/report-document";
import type { Block } from "@/lib/render/block";
import type { LongTables } from "@/lib/render/docx-long-tables";
import {
  CHARACTER_TWIPS,
  FACES,
  LETTERHEAD_STYLE,
  LINE_TWIPS,
  NO_INDENT,
  STYLE,
  TWIPS_PER_MM,
} from "@/lib/render/docx-styles";
import { gridTable, statutoryTable } from "@/lib/render/docx-table";
import { printFigure } from "@/lib/render/print-format";

/** What the body is drawn for: a document of its own, or an office's template with its own width and headings. */
export type DocxLook = { widthMm: number; isLetterhead: boolean; longTables: LongTables };

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
  5: HeadingLevel.HEADING_5,
} as const;

const BETWEEN_TABLES_TWIPS = 20;
const AFTER_TABLE_TWIPS = 240;

/**
 * Draws a report's blocks as parts of a Word document, in order. Charts are left out: Word has the figures themselves.
 */
export function drawBlocks(document: PrintedReport, blocks: readonly Block[], look: DocxLook): FileChild[] {
  const drawn = blocks.filter(({ kind }) => kind !== "chart");
  return drawn.flatMap((block, index) => drawBlock(document, block, drawn[index + 1], look));
}

function drawBlock(document: PrintedReport, block: Block, next: Block | undefined, look: DocxLook): FileChild[] {
  // Publishing body, date and imprint stand on a page with the lines before them.
  const keepNext = next?.kind === "signature" || next?.kind === "imprint";
  switch (block.kind) {
    case "notice":
      return notice([block.heading, ...(block.gaps.length > 0 ? [`${block.gapsHeading}：`, ...block.gaps] : [])]);
    case "title":
      return [
        new Paragraph({
          ...(look.isLetterhead ? { style: LETTERHEAD_STYLE.title } : { heading: HeadingLevel.TITLE }),
          children: block.lines.map((line, index) => new TextRun({ text: line, break: index === 0 ? 0 : 1 })),
        }),
      ];
    case "meta":
      return [
        new Paragraph({ style: STYLE.meta, children: [new TextRun(block.office)] }),
        ...(block.day === null
          ? []
          : [new Paragraph({ style: STYLE.meta, children: [new TextRun(`（${block.day}）`)] })]),
        new Paragraph({ style: STYLE.meta, children: [] }),
      ];
    case "heading":
      return [
        new Paragraph({
          ...(look.isLetterhead ? { style: LETTERHEAD_STYLE[block.level] } : { heading: HEADINGS[block.level] }),
          ...(block.startsPage ? { pageBreakBefore: true } : {}),
          children: [new TextRun(block.text)],
        }),
      ];
    case "paragraph":
      return [
        new Paragraph({
          style: STYLE.body,
          keepNext,
          children: block.segments.map(
            (segment) => new TextRun(segment.kind === "text" ? segment.text : printFigure(segment.value)),
          ),
        }),
      ];
    case "remark":
      return [new Paragraph({ style: STYLE.remark, keepNext, children: [new TextRun(block.text)] })];
    case "table":
      return statutoryTables(document, block, next, look);
    case "grid":
      return [
        gridTable(block.grid, { widthMm: look.widthMm, keepNext }, look.longTables),
        gap(AFTER_TABLE_TWIPS, keepNext),
      ];
    case "notes":
      return [
        new Paragraph({ style: STYLE.note, children: [new TextRun({ text: `${block.heading}：`, font: FACES.hei })] }),
        ...block.notes.map(
          (note, index) =>
            new Paragraph({
              style: STYLE.note,
              keepNext: keepNext && index === block.notes.length - 1,
              children: [new TextRun(`${index + 1}.${note}`)],
            }),
        ),
      ];
    case "signature":
      return block.lines.map(
        ({ text, indent }, index) =>
          new Paragraph({
            style: STYLE.signature,
            ...(index === 0 ? { spacing: { before: LINE_TWIPS } } : {}),
            keepNext: keepNext || index < block.lines.length - 1,
            indent: { ...NO_INDENT, end: Math.round(indent * CHARACTER_TWIPS) },
            children: [new TextRun(text)],
          }),
      );
    case "imprint":
      return imprint(block.lines, look.widthMm);
    case "chart":
      return [];
  }
}

/** The small tables of one section are one table of the printed form: they stand on each other and on one page. */
function statutoryTables(
  document: PrintedReport,
  block: Extract<Block, { kind: "table" }>,
  next: Block | undefined,
  { widthMm }: DocxLook,
): FileChild[] {
  const keepNext = next?.kind === "table";
  return [
    statutoryTable(document, block, { widthMm, keepNext }),
    gap(keepNext ? BETWEEN_TABLES_TWIPS : AFTER_TABLE_TWIPS, keepNext),
  ];
}

/** Two tables that touch would become one in Word; the least paragraph keeps them apart. */
function gap(twips: number, keepNext = false): Paragraph {
  return new Paragraph({
    keepNext,
    spacing: { line: twips, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    run: { size: 2 },
    children: [],
  });
}

function notice(lines: readonly string[]): Paragraph[] {
  const side = { style: BorderStyle.SINGLE, size: 10, color: "A8281B", space: 6 } as const;
  return lines.map(
    (line, index) =>
      new Paragraph({
        style: STYLE.notice,
        border: { top: side, bottom: side, left: side, right: side },
        ...(index === lines.length - 1 ? { spacing: { after: 480 } } : {}),
        children: [new TextRun({ text: line, bold: index === 0 })],
      }),
  );
}

/** What GB/T 9704 calls 版记: two columns between two strong rules. */
function imprint(lines: Extract<Block, { kind: "imprint" }>["lines"], widthMm: number): FileChild[] {
  const strong = { style: BorderStyle.SINGLE, size: 8, color: "000000" } as const;
  const thin = { style: BorderStyle.SINGLE, size: 4, color: "787878" } as const;
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
  const cell = (line: (typeof lines)[number] | undefined, keepNext: boolean): TableCell =>
    new TableCell({
      margins: { top: 60, bottom: 60, left: 240, right: 60 },
      children: [
        new Paragraph({
          style: STYLE.imprint,
          keepNext,
          children: line ? [new TextRun({ text: `${line.label}：`, font: FACES.hei }), new TextRun(line.value)] : [],
        }),
      ],
    });
  const half = Math.round((widthMm / 2) * TWIPS_PER_MM);
  const pairs = lines.flatMap((line, index) => (index % 2 === 0 ? [[line, lines[index + 1]] as const] : []));
  return [
    gap(480, true),
    new Table({
      columnWidths: [half, half],
      width: { size: half * 2, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      borders: { top: strong, bottom: strong, left: none, right: none, insideHorizontal: thin, insideVertical: none },
      rows: pairs.map(([left, right], index) => {
        const isKept = index < pairs.length - 1;
        return new TableRow({ cantSplit: true, children: [cell(left, isKept), cell(right, isKept)] });
      }),
    }),
  ];
}
