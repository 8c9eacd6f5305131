import { strToU8, zipSync } from "fflate";
import { type Cell, plainCell, type Row } from "@/lib/intake/block";

type Part = string | readonly Row[];

const WIDTH = 210;
const HEIGHT = 297;
const MARGIN = 20;
const SIZE = 3.2;
const LINE = 5;
/** How wide the first column is, and all others together. */
const LABELS = 60;
const FIGURES = 110;

type Pen = { objects: string[]; pages: string[][]; y: number };

/** A small OFD file (GB/T 33190) of lines of text and tables with their rulings, page by page. */
export function writeOfd(parts: readonly Part[]): Uint8Array {
  const pen: Pen = { objects: [], pages: [], y: MARGIN };
  for (const part of parts) {
    if (typeof part === "string") writeLines(pen, part);
    else writeTable(pen, part);
  }
  const pages = [...pen.pages, pen.objects];
  return packOfd(pages);
}

/** The package around what each page draws. */
export function packOfd(pages: readonly (readonly string[])[]): Uint8Array {
  const files: Record<string, Uint8Array> = {
    "OFD.xml": xml(
      `<ofd:OFD Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    ),
    "Doc_0/Document.xml": xml(
      `<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 ${WIDTH} ${HEIGHT}</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>` +
        `<ofd:Pages>${pages.map((_, at) => `<ofd:Page ID="${at + 1}" BaseLoc="Pages/Page_${at}/Content.xml"/>`).join("")}</ofd:Pages></ofd:Document>`,
    ),
  };
  for (const [at, objects] of pages.entries()) {
    files[`Doc_0/Pages/Page_${at}/Content.xml`] = xml(
      `<ofd:Page><ofd:Content><ofd:Layer ID="${1000 + at}">${objects.join("")}</ofd:Layer></ofd:Content></ofd:Page>`,
    );
  }
  return zipSync(files);
}

function xml(body: string): Uint8Array {
  return strToU8(
    `<?xml version="1.0" encoding="UTF-8"?>${body.replace(/^<(ofd:\w+)/, '<$1 xmlns:ofd="http://www.ofdspec.org/2016"')}`,
  );
}

/** One line of letters; each is as far from the next as it is wide. */
export function textObject(text: string, x: number, y: number): string {
  const letters = [...text];
  const delta = letters.slice(0, -1).map((letter) => (/[\u2e80-\uffff]/u.test(letter) ? SIZE : SIZE / 2));
  return (
    `<ofd:TextObject ID="1" Boundary="${x} ${y} ${LABELS} ${SIZE * 1.4}" Font="2" Size="${SIZE}">` +
    `<ofd:TextCode X="0" Y="${SIZE}"${delta.length > 0 ? ` DeltaX="${delta.join(" ")}"` : ""}>${escapeXml(text)}</ofd:TextCode></ofd:TextObject>`
  );
}

function boxObject(x: number, y: number, width: number, height: number): string {
  return `<ofd:PathObject ID="1" Boundary="${x} ${y} ${width} ${height}" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} C</ofd:AbbreviatedData></ofd:PathObject>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function turnPage(pen: Pen, needed: number): void {
  if (pen.y + needed <= HEIGHT - MARGIN) return;
  pen.pages.push(pen.objects);
  pen.objects = [];
  pen.y = MARGIN;
}

function writeLines(pen: Pen, text: string): void {
  for (const line of wrap(text, WIDTH - 2 * MARGIN)) {
    turnPage(pen, LINE);
    pen.objects.push(textObject(line, MARGIN, pen.y));
    pen.y += LINE;
  }
  pen.y += 1;
}

/** A number is never cut in two. */
function wrap(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.match(/[\d.]+|./gu) ?? []) {
    const line = `${lines.at(-1)}${word}`;
    if (lines.at(-1) === "" || widthOfText(line) <= width) lines.splice(-1, 1, line);
    else lines.push(word);
  }
  return lines;
}

function widthOfText(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffff]/u.test(letter) ? SIZE : SIZE / 2), 0);
}

type Placed = { cell: Cell; row: number; column: number };

function writeTable(pen: Pen, rows: readonly Row[]): void {
  const own = placeCells(rows);
  const columns = Math.max(1, ...own.map(({ cell, column }) => column + cell.colSpan));
  const placed = [...own, ...listGaps(own, rows.length, columns)];
  const edges = edgesOf(columns);
  const widthOf = ({ cell, column }: Placed) => (edges[column + cell.colSpan] ?? 0) - (edges[column] ?? 0);
  const heights = rows.map((_, row) =>
    Math.max(
      LINE + 2,
      ...placed
        .filter((one) => one.row === row && one.cell.rowSpan === 1)
        .map((one) => wrap(one.cell.text, widthOf(one) - 2).length * LINE + 2),
    ),
  );
  // A row goes on to the next page whole, with the cells that hang down into it cut where the page ends.
  let top = 0;
  while (top < rows.length) {
    turnPage(pen, heights[top] ?? LINE);
    const start = pen.y;
    let end = top;
    let y = start;
    while (end < rows.length && (end === top || y + (heights[end] ?? 0) <= HEIGHT - MARGIN)) {
      y += heights[end] ?? 0;
      end += 1;
    }
    const tops = heights
      .slice(0, end + 1)
      .map((_, row) => start + heights.slice(top, row).reduce((sum, one) => sum + one, 0));
    for (const one of placed) {
      const from = Math.max(one.row, top);
      const to = Math.min(one.row + one.cell.rowSpan, end);
      if (from >= to) continue;
      const [x, above, below] = [
        MARGIN + (edges[one.column] ?? 0),
        tops[from] ?? start,
        to === end ? y : (tops[to] ?? y),
      ];
      pen.objects.push(boxObject(x, above, widthOf(one), below - above));
      if (one.row < top) continue;
      for (const [line, text] of wrap(one.cell.text, widthOf(one) - 2).entries())
        pen.objects.push(textObject(text, x + 1, above + 1 + line * LINE));
    }
    pen.y = y;
    top = end;
    if (top < rows.length) turnPage(pen, HEIGHT);
  }
  pen.y += 3;
}

/** Programs draw a box for every place of a table, also behind a row that ends early. */
function listGaps(placed: readonly Placed[], rows: number, columns: number): Placed[] {
  const covers = (one: Placed, row: number, column: number) =>
    row >= one.row &&
    row < one.row + one.cell.rowSpan &&
    column >= one.column &&
    column < one.column + one.cell.colSpan;
  return Array.from({ length: rows * columns }, (_, at) => ({
    row: Math.floor(at / columns),
    column: at % columns,
  })).flatMap(({ row, column }) =>
    placed.some((one) => covers(one, row, column)) ? [] : [{ cell: plainCell(""), row, column }],
  );
}

/** A table of few columns has a wide one for its labels; of many all are alike. */
function edgesOf(columns: number): number[] {
  const whole = LABELS + FIGURES;
  if (columns === 1 || columns > MOST_WITH_LABELS)
    return Array.from({ length: columns + 1 }, (_, at) => (whole / columns) * at);
  return [0, ...Array.from({ length: columns }, (_, at) => LABELS + (FIGURES / (columns - 1)) * at)];
}

const MOST_WITH_LABELS = 11;

/** Where each cell begins, behind those that hang down from above. */
function placeCells(rows: readonly Row[]): Placed[] {
  const taken = new Set<string>();
  const placed: Placed[] = [];
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (taken.has(`${row} ${column}`)) column += 1;
      const rowSpan = Math.min(cell.rowSpan, rows.length - row);
      for (let down = 0; down < rowSpan; down += 1)
        for (let across = 0; across < cell.colSpan; across += 1) taken.add(`${row + down} ${column + across}`);
      placed.push({ cell: { ...cell, rowSpan }, row, column });
      column += cell.colSpan;
    }
  }
  return placed;
}
