import { type Block, type Paragraph, plainCell, type Row, tidy } from "@/lib/intake/block";

/** Marks between cells are there on purpose when there are as many. */
const MANY_MARKS = 20;

/**
 * The ways in which a text can be read. Cells copied out of a table come as rows of marks, as cells that a mark ends, or as
 * lines that nothing divides; which it is shows only when the cells are placed.
 */
export function readTextWays(text: string): Block[][] {
  const plain = withoutMarkdown(text.replace(/\r\n?/g, "\n").replace(/\f/g, "\n").replace(/｜/g, "|"));
  const marks = ["\t", "|"].filter((mark) => plain.split(mark).length > MANY_MARKS);
  return [readMarkedRows(plain), ...marks.map((mark) => readEndedCells(plain, mark)), readLines(plain)];
}

/** Marks of headings and of stress are no words of the report. */
function withoutMarkdown(text: string): string {
  return text.replace(/^ {0,3}#{1,6}[ \t]+/gm, "").replace(/(\*\*|__)(?=\S)([^\n]{0,200}?\S)\1/g, "$2");
}

/**
 * Paragraphs a line; table cells one below the other behind a tab, or a row a line with tabs or bars between. A row of
 * single cells ends at an empty line.
 */
function readMarkedRows(text: string): Block[] {
  const lines = text.split("\n");
  const blocks: Block[] = [];
  let rows: Row[] = [];
  let open: string[] = [];

  const closeRow = () => {
    if (open.length > 0) rows.push(open.map((cell) => plainCell(tidy(cell))));
    open = [];
  };
  const closeTable = () => {
    closeRow();
    if (rows.length > 0) blocks.push({ kind: "table", rows });
    rows = [];
  };

  for (const [index, line] of lines.entries()) {
    const kind = kindOf(line);
    if (kind === "cell") {
      open.push(line.trimStart());
    } else if (kind === "row") {
      closeRow();
      rows.push(splitRow(line));
    } else if (kind === "empty") {
      closeRow();
    } else if (open.length > 0 && kindOf(lines[index + 1] ?? "") === "cell") {
      // A cell of two lines: the second has no tab, and the next cell follows at once.
      open.push(`${open.pop() ?? ""}${line}`);
    } else {
      closeTable();
      if (kind === "paragraph") blocks.push(paragraphOf(line));
    }
  }
  closeTable();
  return blocks;
}

function kindOf(line: string): "cell" | "row" | "rule" | "empty" | "paragraph" {
  if (line === "" || /^ +$/.test(line)) return "empty";
  if (/^[\s|:+=-]+$/.test(line) && /[|+]/.test(line) && /--/.test(line)) return "rule";
  const tabs = line.split("\t").length - 1;
  if (/^[ \u3000]*\t/.test(line) && tabs === 1) return "cell";
  if (tabs > 0 || (line.match(/\|/g)?.length ?? 0) >= 2 || /\S \| \S/.test(line)) return "row";
  return tidy(line) === "" ? "empty" : "paragraph";
}

function splitRow(line: string): Row {
  const separator = line.includes("\t") ? "\t" : "|";
  const cells = line.split(separator).map((cell) => plainCell(tidy(cell)));
  // Bars at both ends of a line enclose the row.
  const isEnclosed = separator !== "\t" && cells[0]?.text === "" && cells.at(-1)?.text === "" && cells.length > 2;
  return isEnclosed ? cells.slice(1, -1) : cells;
}

/** Every mark ends a cell, whatever the lines are; lines of running text stand before the last line of a cell. */
function readEndedCells(text: string, mark: string): Block[] {
  return text.split(mark).flatMap((piece): Block[] => {
    const lines = piece
      .split("\n")
      .map(tidy)
      .filter((line) => line !== "");
    const cell: Paragraph = { kind: "paragraph", text: lines.at(-1) ?? "", cells: [lines.at(-1) ?? ""] };
    return [...lines.slice(0, -1).map(paragraphOf), cell];
  });
}

/** A line a paragraph; in a table, tabs, bars and wide gaps divide the cells of a line, and nothing tells a blank one. */
function readLines(text: string): Block[] {
  return text
    .split("\n")
    .filter((line) => tidy(line) !== "")
    .map(paragraphOf);
}

function paragraphOf(line: string): Paragraph {
  const cells = line
    .split(/[\t|]|[ \u00a0\u3000]{2,}/)
    .map(tidy)
    .filter((cell) => cell !== "");
  return { kind: "paragraph", text: tidy(line), cells };
}
