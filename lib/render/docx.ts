import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { TextWatermark } from "docx/watermarks";
import type { ReportDocument } from "@/lib/domain/report-document";
import { DOCX_STYLES, FACES, STYLE, TWIPS_PER_MM } from "@/lib/render/docx-styles";
import { gridTable, statutoryTable } from "@/lib/render/docx-table";
import { printFigure } from "@/lib/render/printed";
import type { RenderOptions } from "@/lib/render/render-format";
import { withFixedTimes } from "@/lib/render/repack";
import { type Block, listBlocks } from "@/lib/render/report-blocks";
import { PAGE_WIDTH_MM } from "@/lib/render/table-widths";
import { WORDS } from "@/lib/render/words";

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
  5: HeadingLevel.HEADING_5,
} as const;

const mm = (value: number): number => Math.round(value * TWIPS_PER_MM);

/** The report as a Word document: real styles, repeated header rows, page numbers outside on odd and even pages. */
export async function renderDocx(document: ReportDocument, options: RenderOptions = {}): Promise<Uint8Array> {
  const blocks = listBlocks(document, { ...options, charts: false });
  const isDraft = document.state === "draft";
  const watermark = isDraft
    ? [
        new Paragraph({
          children: [new TextWatermark({ text: WORDS.draft, font: "黑体", color: "EBC9C5", opacity: 0.4 })],
        }),
      ]
    : [];
  const file = new Document({
    title: isDraft ? `${document.title}（${WORDS.draft}）` : document.title,
    subject: document.format.document,
    creator: document.office || document.district,
    lastModifiedBy: document.office || document.district,
    keywords: ["政府信息公开", "年度报告", document.district, String(document.year)].join(", "),
    description: WORDS.version(document.version),
    revision: document.version,
    styles: DOCX_STYLES,
    evenAndOddHeaderAndFooters: true,
    customProperties: [
      { name: "State", value: document.state },
      { name: "Version", value: String(document.version) },
      ...(document.verificationCode ? [{ name: "VerificationCode", value: document.verificationCode }] : []),
    ],
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(23) },
          },
        },
        headers: { default: new Header({ children: watermark }), even: new Header({ children: watermark }) },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: blocks.flatMap((block, index) => drawBlock(document, block, blocks[index + 1])),
      },
    ],
  });
  return withFixedTimes(await Packer.toBuffer(file), (document.publishedOn ?? document.date).slice(0, 10));
}

function pageNumber(alignment: (typeof AlignmentType)["LEFT" | "RIGHT"]): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: STYLE.pageNumber,
        alignment,
        indent: { left: 280, right: 280 },
        children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
      }),
    ],
  });
}

function drawBlock(document: ReportDocument, block: Block, next: Block | undefined): FileChild[] {
  switch (block.kind) {
    case "draft":
      return notice([block.heading, ...(block.gaps.length > 0 ? [`${block.gapsHeading}：`, ...block.gaps] : [])]);
    case "title":
      return [
        new Paragraph({
          heading: HeadingLevel.TITLE,
          children: block.lines.map((line, index) => new TextRun({ text: line, break: index === 0 ? 0 : 1 })),
        }),
      ];
    case "meta":
      return [
        new Paragraph({ style: STYLE.meta, children: [new TextRun(block.office)] }),
        new Paragraph({ style: STYLE.meta, children: [new TextRun(`（${block.day}）`)] }),
        new Paragraph({ style: STYLE.meta, children: [] }),
      ];
    case "heading":
      return [new Paragraph({ heading: HEADINGS[block.level], children: [new TextRun(block.text)] })];
    case "paragraph":
      return [
        new Paragraph({
          style: STYLE.body,
          children: block.segments.map(
            (segment) => new TextRun(segment.kind === "text" ? segment.text : printFigure(segment.value)),
          ),
        }),
      ];
    case "table":
      return [statutoryTable(document, block), gap(next?.kind === "table" ? 20 : 240)];
    case "grid":
      return [gridTable(block.grid), gap(240)];
    case "notes":
      return [
        new Paragraph({ style: STYLE.note, children: [new TextRun({ text: `${block.heading}：`, font: FACES.hei })] }),
        ...block.notes.map(
          (note, index) => new Paragraph({ style: STYLE.note, children: [new TextRun(`${index + 1}.${note}`)] }),
        ),
      ];
    case "imprint":
      return imprint(block.lines);
    case "chart":
      return [];
  }
}

/** Two tables that touch would become one in Word; the least paragraph keeps them apart. */
function gap(twips: number): Paragraph {
  return new Paragraph({
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
function imprint(lines: Extract<Block, { kind: "imprint" }>["lines"]): FileChild[] {
  const strong = { style: BorderStyle.SINGLE, size: 8, color: "000000" } as const;
  const thin = { style: BorderStyle.SINGLE, size: 4, color: "787878" } as const;
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
  const cell = (line: (typeof lines)[number] | undefined): TableCell =>
    new TableCell({
      margins: { top: 60, bottom: 60, left: 240, right: 60 },
      children: [
        new Paragraph({
          style: STYLE.imprint,
          children: line ? [new TextRun({ text: `${line.label}：`, font: FACES.hei }), new TextRun(line.value)] : [],
        }),
      ],
    });
  const half = mm(PAGE_WIDTH_MM / 2);
  const pairs = lines.flatMap((line, index) => (index % 2 === 0 ? [[line, lines[index + 1]] as const] : []));
  return [
    gap(480),
    new Table({
      columnWidths: [half, half],
      width: { size: half * 2, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      borders: { top: strong, bottom: strong, left: none, right: none, insideHorizontal: thin, insideVertical: none },
      rows: pairs.map(([left, right]) => new TableRow({ cantSplit: true, children: [cell(left), cell(right)] })),
    }),
  ];
}
