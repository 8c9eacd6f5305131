/** What every reader makes of its file: paragraphs and tables in the order in which they stand. */
export type Block = Paragraph | { kind: "table"; rows: readonly Row[] };

/** A line of text; `cells` are its parts where marks in it may divide the cells of a table. */
export type Paragraph = { kind: "paragraph"; text: string; cells?: readonly string[] };

/** The cells of one row as written; a cell that hangs down from a row above is not repeated. */
export type Row = readonly Cell[];

export type Cell = { text: string; colSpan: number; rowSpan: number };

/** A table's cell that spans nothing, as files without merged cells have them. */
export function plainCell(text: string): Cell {
  return { text, colSpan: 1, rowSpan: 1 };
}

/** The lines of one cell as one text. A line break only wraps words, but "2" above "3" is no 23. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce(
    (text, line) => (/\d\s*$/.test(text) && /^\s*\d/.test(line) ? `${text} ${line}` : text + line),
    "",
  );
}

/** Spaces of every kind at the ends go; runs inside become one. Line ends inside a cell or paragraph are spaces too. */
export function tidy(text: string): string {
  return text.replace(/[\s\u00a0\u3000\u200b-\u200d\ufeff]+/gu, " ").trim();
}
