import { type Block, type Cell, joinLines, type Row, tidy } from "@/lib/intake/block";
import { type ListItem, readNumbering } from "@/lib/intake/docx-numbering";
import { Unreadable } from "@/lib/intake/intake-problem";
import { readXml, type XmlEvent } from "@/lib/intake/read-xml";
import { unzip } from "@/lib/intake/zip";

const DOCUMENT = "word/document.xml";
const NUMBERING = "word/numbering.xml";
const STYLES = "word/styles.xml";
/** Deleted words, and the fallback that repeats a drawing's words, are not part of the text. */
const SILENT = new Set(["w:del", "w:moveFrom", "mc:Fallback", "w:instrText", "w:delText", "w:sectPr"]);
const MAX_DEPTH = 20;

type OpenCell = { blocks: Block[]; colSpan: number; isContinued: boolean };
type OpenTable = { rows: Row[]; cells: Cell[]; cell: OpenCell | null; inside: Block[]; isLayout: boolean };

/**
 * A Word document's paragraphs and tables in their order, with the numbers that Word writes before headings. A table that
 * holds tables only lays the text out: what is in its cells stands for itself.
 */
export function readDocx(bytes: Uint8Array): Block[] {
  const files = unzip(bytes, (name) => name === DOCUMENT || name === NUMBERING || name === STYLES);
  const text = (name: string) => new TextDecoder().decode(files.get(name));
  if (!files.has(DOCUMENT)) throw new Unreadable("broken");
  const numbering = readNumbering(text(NUMBERING), text(STYLES));
  const blocks: Block[] = [];
  const tables: OpenTable[] = [];
  let paragraph = "";
  let item: ListItem | null = null;
  let isInProperties = false;
  let isText = false;

  const holder = () => tables.at(-1)?.cell?.blocks ?? blocks;
  const endParagraph = () => {
    const words = tidy(paragraph);
    if (words !== "") holder().push({ kind: "paragraph", text: item ? `${numbering.next(item)}${words}` : words });
    paragraph = "";
    item = null;
  };
  const endCell = (table: OpenTable, cell: OpenCell) => {
    table.isLayout = table.isLayout || cell.blocks.some((block) => block.kind === "table");
    table.inside.push(...cell.blocks);
    // Lines of one cell are one label or one value.
    const words = joinLines(cell.blocks.map((block) => (block.kind === "paragraph" ? block.text : "")));
    if (!cell.isContinued) table.cells.push({ text: tidy(words), colSpan: cell.colSpan, rowSpan: 1 });
    table.cell = null;
  };
  const endTable = () => {
    const table = tables.pop();
    if (!table) return;
    if (table.isLayout) holder().push(...table.inside);
    else if (table.rows.length > 0) holder().push({ kind: "table", rows: table.rows });
  };
  /** What a paragraph says of itself before its words. */
  const readProperty = (event: Extract<XmlEvent, { kind: "open" }>) => {
    const value = event.attributes["w:val"] ?? "";
    if (event.name === "w:pStyle") item = numbering.ofStyle(value);
    else if (event.name === "w:ilvl") item = { list: item?.list ?? "", level: Number(value) || 0 };
    else if (event.name === "w:numId") item = value === "0" ? null : { list: value, level: item?.level ?? 0 };
  };

  for (const event of withoutSilent(readXml(text(DOCUMENT)))) {
    const table = tables.at(-1);
    if (event.kind === "text") {
      if (isText) paragraph += event.text;
    } else if (event.name === "w:pPr") {
      isInProperties = event.kind === "open" && !event.isEmpty;
    } else if (event.kind === "open") {
      if (isInProperties) readProperty(event);
      else if (event.name === "w:t") isText = !event.isEmpty;
      else if (event.name === "w:tab") paragraph += "\t";
      else if (event.name === "w:br" || event.name === "w:cr") endLine();
      else if (event.name === "w:tbl") {
        if (tables.length > MAX_DEPTH) throw new Unreadable("too_much_inside");
        endParagraph();
        tables.push({ rows: [], cells: [], cell: null, inside: [], isLayout: false });
      } else if (event.name === "w:tc" && table) table.cell = { blocks: [], colSpan: 1, isContinued: false };
      else if (event.name === "w:gridSpan" && table?.cell) table.cell.colSpan = clampSpan(event.attributes["w:val"]);
      else if (event.name === "w:vMerge" && table?.cell)
        table.cell.isContinued = event.attributes["w:val"] !== "restart";
    } else if (event.name === "w:t") isText = false;
    else if (event.name === "w:p") endParagraph();
    else if (event.name === "w:tc" && table?.cell) endCell(table, table.cell);
    else if (event.name === "w:tr" && table) {
      table.rows.push(table.cells);
      table.cells = [];
    } else if (event.name === "w:tbl") endTable();
  }
  return blocks;

  /** A line break ends a line of running text; inside a cell it only wraps. */
  function endLine() {
    if (tables.at(-1)?.cell) paragraph += " ";
    else endParagraph();
  }
}

function* withoutSilent(events: Iterable<XmlEvent>): Generator<XmlEvent> {
  let depth = 0;
  for (const event of events) {
    const isSilent = event.kind !== "text" && SILENT.has(event.name);
    if (event.kind === "open" && isSilent && !event.isEmpty) depth += 1;
    if (depth === 0 && !isSilent) yield event;
    if (event.kind === "close" && isSilent) depth = Math.max(0, depth - 1);
  }
}

function clampSpan(value: string | undefined): number {
  const span = Number(value ?? 1);
  return Number.isInteger(span) && span >= 1 && span <= 60 ? span : 1;
}
