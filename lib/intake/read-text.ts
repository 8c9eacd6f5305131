import { type Block, plainCell, type Row, tidy } from "@/lib/intake/block";

/**
 * Text as it comes out of a published page: paragraphs a line; table cells one below the other behind a tab, or a row a
 * line with tabs or bars between. A row of single cells ends at an empty line. Cells without any mark are found later,
 * by their labels.
 */
export function readText(text: string): Block[] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\f/g, "\n").split("\n");
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
      if (kind === "paragraph") blocks.push({ kind: "paragraph", text: tidy(line) });
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
  if (tabs > 0 || (line.match(/[|｜]/g)?.length ?? 0) >= 2 || /\S \| \S/.test(line)) return "row";
  return tidy(line) === "" ? "empty" : "paragraph";
}

function splitRow(line: string): Row {
  const separator = line.includes("\t") ? "\t" : /[|｜]/;
  const cells = line.split(separator).map((cell) => plainCell(tidy(cell)));
  // Bars at both ends of a line enclose the row.
  const isEnclosed = separator !== "\t" && cells[0]?.text === "" && cells.at(-1)?.text === "" && cells.length > 2;
  return isEnclosed ? cells.slice(1, -1) : cells;
}
