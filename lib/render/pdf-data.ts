import { interchangeOfDocument } from "@/lib/domain/published-report";
import type { Chart } from "@/lib/domain/report-charts";
import type { ReportDocument } from "@/lib/domain/report-document";
import type { LabelCell } from "@/lib/domain/table-layout";
import { labelPieces } from "@/lib/render/label-pieces";
import type { HeaderedTable } from "@/lib/render/pdf-row-headers";
import { printFigure } from "@/lib/render/printed";
import type { RenderOptions } from "@/lib/render/render-format";
import { type Block, type Grid, listBlocks } from "@/lib/render/report-blocks";
import { columnWidths, gridWidths } from "@/lib/render/table-widths";
import { WORDS } from "@/lib/render/words";

/** A cell as the template draws it; `pieces` are what a line may break between. */
type PdfCell =
  | {
      kind: "label";
      text: string;
      pieces: string[];
      colSpan: number;
      rowSpan: number;
      isLeft: boolean;
      isStrong: boolean;
    }
  | { kind: "figure"; text: string }
  | { kind: "empty" };

type PdfTable = {
  caption: PdfCell[];
  head: PdfCell[][];
  body: PdfCell[][];
  widths: number[];
  /** Points of space above and below. */
  gapBefore: number;
  gapAfter: number;
};

/** A cell that is a list of characters may break between any two of them. */
type PdfGrid = { head: string[]; rows: (string | string[])[][]; widths: number[]; sides: ("left" | "center")[] };

type PdfBlock =
  | Extract<Block, { kind: "draft" | "title" | "meta" | "heading" | "notes" | "imprint" }>
  | { kind: "paragraph"; texts: (string | string[])[] }
  | ({ kind: "table" } & PdfTable)
  | ({ kind: "grid" } & PdfGrid)
  | { kind: "chart"; chart: Chart };

/** What the template reads. Text only: nothing in it is markup. */
export type PdfData = {
  title: string;
  author: string;
  keywords: string[];
  date: string;
  watermark: string | null;
  families: Record<"song" | "fang" | "kai" | "hei" | "text", string[]>;
  blocks: PdfBlock[];
  attachment: { name: string; text: string; description: string } | null;
};

/** What is wider than a narrow column of a plain table. */
const LONG_RUN = /[!-~\u2212]{14,}/;
/** Texts up to this length stand in the middle of their column. */
const CENTERED_CHARACTERS = 12;

/** The bundled families stand last: a character that the office's own face lacks is printed in them. */
const SERIF = "Noto Serif SC";
const SANS = "Noto Sans SC";
const OFFICE_FAMILIES = {
  song: ["FZXiaoBiaoSong-B05S", "方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05", "STZhongsong"],
  fang: ["FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong"],
  kai: ["KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti"],
  hei: ["SimHei", "黑体", "STHeiti"],
  text: ["SimSun", "宋体", "STSong"],
} as const;

export function pdfDataOf(document: ReportDocument, options: RenderOptions): PdfData {
  const own = options.fontFolder !== undefined;
  const family = (name: keyof typeof OFFICE_FAMILIES): string[] => [
    ...(own ? OFFICE_FAMILIES[name] : []),
    ...(name === "hei" ? [SANS, SERIF] : [SERIF, SANS]),
  ];
  const isDraft = document.state === "draft";
  return {
    title: document.title,
    author: document.office || document.district,
    keywords: ["政府信息公开", "年度报告", document.district, String(document.year)],
    date: (document.publishedOn ?? document.date).slice(0, 10),
    watermark: isDraft ? WORDS.draft : null,
    families: {
      song: family("song"),
      fang: family("fang"),
      kai: family("kai"),
      hei: family("hei"),
      text: family("text"),
    },
    blocks: spaced(listBlocks(document, options).map((block) => pdfBlock(document, block))),
    attachment: options.archive
      ? {
          name: "report.json",
          text: JSON.stringify(interchangeOfDocument(document), null, 2),
          description: `${document.title}（数据）`,
        }
      : null,
  };
}

function pdfBlock(document: ReportDocument, block: Block): PdfBlock {
  switch (block.kind) {
    case "paragraph":
      return {
        kind: "paragraph",
        texts: block.segments.flatMap((segment) =>
          splitLongRuns(segment.kind === "text" ? segment.text : printFigure(segment.value)),
        ),
      };
    case "table":
      return { kind: "table", ...statutoryTable(document, block) };
    case "grid":
      return { kind: "grid", ...gridTable(block.grid) };
    default:
      return block;
  }
}

/** The small tables of one section stand on each other without a gap, as in the printed form. */
function spaced(blocks: PdfBlock[]): PdfBlock[] {
  return blocks.map((block, index) => {
    if (block.kind !== "table") return block;
    return {
      ...block,
      // The lines of two tables lie on each other.
      gapBefore: blocks[index - 1]?.kind === "table" ? -0.5 : block.gapBefore,
      gapAfter: blocks[index + 1]?.kind === "table" ? 0 : block.gapAfter,
    };
  });
}

function statutoryTable(document: ReportDocument, { table, layout }: Extract<Block, { kind: "table" }>): PdfTable {
  const text = (cellKey: string): string => printFigure(document.figures[cellKey] ?? null);
  const width = layout.labelColumns + layout.figureColumns;
  return {
    caption: table.caption === null ? [] : [{ ...plainLabel(table.caption), colSpan: width, isStrong: true }],
    head: layout.head.map((row) => row.map((cell) => labelOf(cell))),
    widths: columnWidths(layout, text),
    gapBefore: 6,
    gapAfter: 12,
    body: layout.body.map((row) =>
      row.map((cell): PdfCell => {
        if (cell.kind === "empty") return { kind: "empty" };
        if (cell.kind === "figure") return { kind: "figure", text: text(cell.cellKey) };
        return labelOf(cell, layout.labelColumns > 1 && cell.rowSpan === 1);
      }),
    ),
  };
}

function gridTable({ head, rows, numeric }: Grid): PdfGrid {
  return {
    head,
    rows: rows.map((row) => row.map((text) => (LONG_RUN.test(text) ? text.split("") : text))),
    widths: gridWidths(head, rows),
    sides: head.map((_, column) => {
      const isLong = rows.some((row) => (row[column] ?? "").length > CENTERED_CHARACTERS);
      return isLong && !numeric.includes(column) ? "left" : "center";
    }),
  };
}

/** The tables of these blocks as far as their headers go, in the order in which they are tagged. */
export function listHeaders(blocks: readonly PdfBlock[]): HeaderedTable[] {
  return blocks.flatMap((block): HeaderedTable[] => {
    if (block.kind === "table") return [block];
    if (block.kind !== "grid") return [];
    const label = { kind: "label", colSpan: 1, rowSpan: 1 } as const;
    return [
      {
        caption: [],
        head: [block.head.map(() => label)],
        body: block.rows.map((row) => row.map((_, column) => (column === 0 ? label : { kind: "figure" }))),
      },
    ];
  });
}

/** A group's label breaks after its number: "（三）" above "不予公开". Other labels break between words. */
function labelOf(cell: LabelCell, isLeft = false): PdfCell {
  const group = cell.rowSpan > 1 ? /^(（.）)(.{1,6})$/.exec(cell.text) : null;
  // A single row's label is running text; only heads and groups are narrow enough to need breaks between words.
  const pieces = isLeft ? [] : group ? [group[1] ?? "", group[2] ?? ""] : labelPieces(cell.text);
  return { ...plainLabel(cell.text), pieces, colSpan: cell.colSpan, rowSpan: cell.rowSpan, isLeft };
}

function plainLabel(text: string): Extract<PdfCell, { kind: "label" }> {
  return { kind: "label", text, pieces: labelPieces(text), colSpan: 1, rowSpan: 1, isLeft: false, isStrong: false };
}

/** An address or a number that is wider than a line may break anywhere: nothing may leave the page. */
function splitLongRuns(text: string): (string | string[])[] {
  return text.split(/([!-~]{28,})/).map((part, index) => (index % 2 === 1 ? part.split("") : part));
}
