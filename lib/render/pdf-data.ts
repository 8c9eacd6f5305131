import { interchangeOfDocument } from "@/lib/domain/published-report";
import type { Chart } from "@/lib/domain/report-charts";
import type { PrintedReport } from "@/lib/domain/report-document";
import type { Block } from "@/lib/render/block";
import { gridTable, headersOfGrid, type PdfGrid } from "@/lib/render/pdf-grid";
import type { HeaderedTable } from "@/lib/render/pdf-row-headers";
import { type PdfTable, statutoryTable } from "@/lib/render/pdf-table";
import { TABLE_SIZES } from "@/lib/render/pdf-table-sizes";
import { dayOf, printFigure } from "@/lib/render/print-format";
import type { RenderOptions } from "@/lib/render/render-format";
import { listBlocks } from "@/lib/render/report-blocks";
import { WORDS } from "@/lib/render/words";

/** `tail` is how many blocks follow that end the report and stand on a page with what is before them. */
type PdfBlock = DrawnBlock & { tail: number };

type DrawnBlock =
  | Extract<Block, { kind: "notice" | "title" | "meta" | "remark" | "notes" | "signature" | "imprint" }>
  | { kind: "paragraph"; texts: (string | string[])[] }
  /** `need` is how many points must be left on the page for a heading to stand there. */
  | (Extract<Block, { kind: "heading" }> & { need: number })
  /** Tables that stand on each other are a group, named by the number of the first. */
  | ({ kind: "table"; number: number; group: number } & PdfTable)
  | ({ kind: "grid" } & PdfGrid)
  | { kind: "chart"; chart: Chart };

/** What the template reads. Text only: nothing in it is markup. */
export type PdfData = {
  title: string;
  author: string;
  keywords: string[];
  date: string | null;
  watermark: string | null;
  families: Record<"song" | "fang" | "kai" | "hei" | "text", string[]>;
  sizes: typeof TABLE_SIZES;
  /** True when a character may be printed in any font there is, and not only in those named. */
  anyFont: boolean;
  blocks: PdfBlock[];
  attachment: { name: string; text: string; description: string } | null;
};

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

/**
 * Everything that the Typst template prints, as plain data: lengths in points, dates as texts. With `hasOwnFonts` the
 * office's families come first.
 */
export function pdfDataOf(document: PrintedReport, options: RenderOptions, hasOwnFonts: boolean): PdfData {
  const family = (name: keyof typeof OFFICE_FAMILIES): string[] => [
    ...(hasOwnFonts ? OFFICE_FAMILIES[name] : []),
    ...(name === "hei" ? [SANS, SERIF] : [SERIF, SANS]),
  ];
  const isDraft = document.state === "draft";
  return {
    title: document.title,
    author: document.office || document.district,
    keywords: ["政府信息公开", "年度报告", document.district, String(document.year)],
    date: dayOf(document),
    watermark: isDraft ? WORDS.draft : null,
    families: {
      song: family("song"),
      fang: family("fang"),
      kai: family("kai"),
      hei: family("hei"),
      text: family("text"),
    },
    sizes: TABLE_SIZES,
    anyFont: hasOwnFonts,
    blocks: withTails(spaced(listBlocks(document, options).map((block) => pdfBlock(document, block)))),
    attachment: options.archive
      ? {
          name: "report.json",
          text: JSON.stringify(interchangeOfDocument(document), null, 2),
          description: `${document.title}（数据）`,
        }
      : null,
  };
}

function pdfBlock(document: PrintedReport, block: Block): DrawnBlock {
  switch (block.kind) {
    case "paragraph":
      return {
        kind: "paragraph",
        texts: block.segments.flatMap((segment) =>
          splitLongRuns(segment.kind === "text" ? segment.text : printFigure(segment.value)),
        ),
      };
    case "heading":
      return { ...block, need: block.startsPage ? PAGE_NEED_PT : 0 };
    case "table":
      return { kind: "table", number: 0, group: 0, ...statutoryTable(document, block) };
    case "grid":
      return { kind: "grid", ...gridTable(block.grid) };
    default:
      return block;
  }
}

/** Nearly the whole type area: less of it is left only at the top of a page. */
const PAGE_NEED_PT = 620;

/** What a heading, its table's head and the first rows take up: a third of the page. */
const LONG_TABLE_NEED_PT = 230;

/** The small tables of one section stand on each other without a gap, as in the printed form. */
function spaced(blocks: DrawnBlock[]): DrawnBlock[] {
  let group = 0;
  return blocks.map((block, index) => {
    const next = blocks[index + 1];
    if (block.kind === "heading" && next?.kind === "table" && next.isLong) {
      return { ...block, need: LONG_TABLE_NEED_PT };
    }
    if (block.kind !== "table") return block;
    if (blocks[index - 1]?.kind !== "table") group = index;
    return {
      ...block,
      number: index,
      group,
      // The lines of two tables lie on each other.
      gapBefore: blocks[index - 1]?.kind === "table" ? -0.5 : block.gapBefore,
      gapAfter: blocks[index + 1]?.kind === "table" ? 0 : block.gapAfter,
    };
  });
}

/** Publishing body, date and imprint never stand on a page alone: the block before them holds room for them. */
function withTails(blocks: readonly DrawnBlock[]): PdfBlock[] {
  const isEnding = (block: DrawnBlock | undefined): boolean => block?.kind === "signature" || block?.kind === "imprint";
  return blocks.map((block, index) => {
    const rest = blocks.slice(index + 1, index + 3);
    const isHeld = !isEnding(block) && isEnding(rest[0]);
    return { ...block, tail: isHeld ? rest.findLastIndex(isEnding) + 1 : 0 };
  });
}

/** The tables of these blocks as far as their headers go, in the order in which they are tagged. */
export function listHeaders(blocks: readonly PdfBlock[]): HeaderedTable[] {
  return blocks.flatMap((block): HeaderedTable[] => {
    if (block.kind === "table") return [block];
    return block.kind === "grid" ? [{ ...headersOfGrid(block), endsInRoom: block.tail > 0 }] : [];
  });
}

/** An address or a number that is wider than a line may break anywhere: nothing may leave the page. */
function splitLongRuns(text: string): (string | string[])[] {
  return text.split(/([!-~]{28,})/).map((part, index) => (index % 2 === 1 ? part.split("") : part));
}
