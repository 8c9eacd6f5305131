import type { CellKey, FormatTable } from "@/lib/domain/format";

/** A header or label cell with its spans, as HTML, Word and spreadsheets all want it. */
export type LabelCell = {
  kind: "label";
  text: string;
  colSpan: number;
  rowSpan: number;
  /** Where the label stands: above figures, left of them, or in the corner. */
  role: "corner" | "column" | "row";
  /** True for a level-one row label beside many rows, which the form prints vertically. */
  isVertical: boolean;
};

export type FigureCell = { kind: "figure"; cellKey: CellKey; rowKey: string; columnKey: string };

/** A place in the grid that the form does not ask about. */
export type EmptyCell = { kind: "empty" };

/**
 * A statutory table laid out: `head` and `body` are rows in the order of printing, every cell with its spans, so that
 * the form on screen, the workbook and the documents have the same rows and the same header levels.
 */
export type TableLayout = {
  tableId: string;
  caption: string | null;
  /** Columns taken by row labels; the figures follow. */
  labelColumns: number;
  figureColumns: number;
  head: LabelCell[][];
  body: (LabelCell | FigureCell | EmptyCell)[][];
};

/** Lays a table out. A table of one unlabelled row (四) has no label columns. */
export function layoutTable(table: FormatTable): TableLayout {
  const hasRowLabels = table.corner !== "";
  const labelColumns = hasRowLabels ? Math.max(...table.rows.map((row) => row.left.length)) + 1 : 0;
  return {
    tableId: table.id,
    caption: table.caption,
    labelColumns,
    figureColumns: table.columns.length,
    head: layoutHead(table, labelColumns),
    body: layoutBody(table, labelColumns),
  };
}

function layoutHead(table: FormatTable, labelColumns: number): LabelCell[][] {
  const depth = Math.max(...table.columns.map((column) => column.above.length)) + 1;
  const levels: LabelCell[][] = Array.from({ length: depth }, () => []);
  if (labelColumns > 0) levels[0]?.push(label(table.corner, labelColumns, depth, "corner"));

  for (let level = 0; level < depth; level += 1) {
    for (let index = 0; index < table.columns.length; ) {
      const path = pathOf(table.columns[index]);
      const text = path[level];
      if (text === undefined) {
        index += 1;
        continue;
      }
      const isLeaf = level === path.length - 1;
      let span = 1;
      while (!isLeaf && samePrefix(path, pathOf(table.columns[index + span]), level)) span += 1;
      const column = isLeaf ? table.columns[index] : undefined;
      const shown = column ? columnLabel(table, column) : text;
      levels[level]?.push(label(shown, span, isLeaf ? depth - level : 1, "column"));
      index += span;
    }
  }
  return levels;
}

/** What heads a column: its label, with the unit of an amount, which a reader cannot guess, where the form leaves it out. */
export function columnLabel(table: FormatTable, { key, label: text }: FormatTable["columns"][number]): string {
  const unit = table.cells.find((cell) => cell.column === key && cell.type === "amount")?.unit ?? "";
  if (text.includes(unit)) return text;
  return /\p{Script=Han}/u.test(unit) ? `${text}（单位：${unit}）` : `${text} (${unit})`;
}

function layoutBody(table: FormatTable, labelColumns: number): TableLayout["body"] {
  const cellAt = new Map(table.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  return table.rows.map((row, rowIndex) => {
    const labels: LabelCell[] = [];
    if (labelColumns > 0) {
      const path = [...row.left, row.label];
      const above = table.rows[rowIndex - 1];
      for (const [level, text] of path.entries()) {
        const isLeaf = level === path.length - 1;
        if (!isLeaf && above && samePrefix(path, [...above.left, above.label], level)) continue;
        let span = 1;
        while (!isLeaf && samePrefix(path, rowPath(table.rows[rowIndex + span]), level)) span += 1;
        labels.push({
          ...label(text, isLeaf ? labelColumns - level : 1, span, "row"),
          isVertical: level === 0 && !isLeaf && span > 3,
        });
      }
    }
    const figures = table.columns.map((column): FigureCell | EmptyCell => {
      const cell = cellAt.get(`${row.key} ${column.key}`);
      if (!cell) return { kind: "empty" };
      return { kind: "figure", cellKey: cell.key, rowKey: row.key, columnKey: column.key };
    });
    return [...labels, ...figures];
  });
}

function label(text: string, colSpan: number, rowSpan: number, role: LabelCell["role"]): LabelCell {
  return { kind: "label", text, colSpan, rowSpan, role, isVertical: false };
}

function pathOf(column: FormatTable["columns"][number] | undefined): string[] {
  return column ? [...column.above, column.label] : [];
}

function rowPath(row: FormatTable["rows"][number] | undefined): string[] {
  return row ? [...row.left, row.label] : [];
}

function samePrefix(left: readonly string[], right: readonly string[], level: number): boolean {
  if (right.length <= level) return false;
  for (let index = 0; index <= level; index += 1) if (left[index] !== right[index]) return false;
  return true;
}
