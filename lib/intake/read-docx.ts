import { type Block, type Cell, type Row, tidy } from "@/lib/intake/block";
import { Unreadable } from "@/lib/intake/intake-problem";
import { readXml } from "@/lib/intake/read-xml";
import { unzip } from "@/lib/intake/zip";

/** Deleted words, and the fallback that repeats a drawing's words, are not part of the text. */
const SILENT = new Set(["w:del", "mc:Fallback", "w:instrText", "w:delText", "w:pPr", "w:sectPr"]);

type OpenTable = { rows: Row[]; cells: Cell[]; cell: { text: string[]; colSpan: number; isContinued: boolean } | null };

/** A Word document's paragraphs and tables in their order. A table inside a cell gives its words to the cell. */
export function readDocx(bytes: Uint8Array): Block[] {
  const content = unzip(bytes, (name) => name === "word/document.xml").get("word/document.xml");
  if (!content) throw new Unreadable("broken");
  const blocks: Block[] = [];
  const tables: OpenTable[] = [];
  let paragraph = "";
  let silent = 0;
  let isText = false;

  const endParagraph = () => {
    const text = tidy(paragraph);
    paragraph = "";
    const cell = tables.at(-1)?.cell;
    if (cell) cell.text.push(text);
    else if (text !== "") blocks.push({ kind: "paragraph", text });
  };
  const endTable = () => {
    const table = tables.pop();
    if (!table) return;
    const outer = tables.at(-1)?.cell;
    if (outer) outer.text.push(table.rows.map((row) => row.map((cell) => cell.text).join(" ")).join(" "));
    else if (table.rows.length > 0) blocks.push({ kind: "table", rows: table.rows });
  };

  for (const event of readXml(new TextDecoder().decode(content))) {
    if (event.kind === "text") {
      if (isText && silent === 0) paragraph += event.text;
      continue;
    }
    if (event.kind === "open" && SILENT.has(event.name)) {
      if (!event.isEmpty) silent += 1;
      continue;
    }
    if (event.kind === "close" && SILENT.has(event.name)) {
      silent -= 1;
      continue;
    }
    if (silent > 0) continue;
    const table = tables.at(-1);
    if (event.kind === "open") {
      if (event.name === "w:t") isText = !event.isEmpty;
      else if (event.name === "w:tab") paragraph += "\t";
      else if (event.name === "w:br" || event.name === "w:cr") endLine();
      else if (event.name === "w:p" && event.isEmpty) endParagraph();
      else if (event.name === "w:tbl") {
        if (tables.length > 20) throw new Unreadable("too_much_inside");
        endLine();
        tables.push({ rows: [], cells: [], cell: null });
      } else if (event.name === "w:tc" && table) table.cell = { text: [], colSpan: 1, isContinued: false };
      else if (event.name === "w:gridSpan" && table?.cell) table.cell.colSpan = clampSpan(event.attributes["w:val"]);
      else if (event.name === "w:vMerge" && table?.cell)
        table.cell.isContinued = event.attributes["w:val"] !== "restart";
      continue;
    }
    if (event.name === "w:t") isText = false;
    else if (event.name === "w:p") endParagraph();
    else if (event.name === "w:tc" && table?.cell) {
      const { text, colSpan, isContinued } = table.cell;
      // Lines of one cell are one label or one value.
      if (!isContinued) table.cells.push({ text: tidy(text.join("")), colSpan, rowSpan: 1 });
      table.cell = null;
    } else if (event.name === "w:tr" && table) {
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

function clampSpan(value: string | undefined): number {
  const span = Number(value ?? 1);
  return Number.isInteger(span) && span >= 1 && span <= 60 ? span : 1;
}
