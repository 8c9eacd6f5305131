import type { Format, FormatTable } from "@/lib/domain/format";
import type { Chance } from "@/lib/domain/testing/random";
import { type Cell, plainCell, type Row } from "@/lib/intake/block";

/** A report as lines of text and tables, with every number of its tables. Each number stands there once. */
export type DamagedReport = { parts: readonly (string | readonly Row[])[]; numbers: readonly string[] };

/** A whole report in this form whose tables were damaged and put in another order, as hands and programs do it. */
export function damagedReport(format: Format, chance: Chance): DamagedReport {
  let count = 0;
  const next = () => {
    count += 1;
    return String(10_000 + count * 7 + chance.below(7));
  };
  const parts: (string | Row[])[] = [`平和区${format.id === "2019" ? 2020 : 2023}年政府信息公开工作年度报告`];
  for (const section of format.sections) {
    parts.push(`${section.number}、${section.title}`);
    if (section.kind === "narrative") {
      parts.push("无。");
      continue;
    }
    for (const table of chance.below(4) === 0 ? shuffle(section.tables, chance) : section.tables) {
      let rows = tableOf(table, next, chance);
      for (let times = chance.below(4); times > 0; times -= 1) rows = chance.pick(DAMAGES)(rows, next, chance);
      parts.push(...(chance.below(8) === 0 && rows.length > 4 ? [rows.slice(0, 4), rows.slice(4)] : [rows]));
    }
  }
  const cells = parts.flatMap((part) => (typeof part === "string" ? [] : part.flat()));
  return { parts, numbers: cells.flatMap((cell) => cell.text.match(/\d{5,}/g) ?? []) };
}

/** The form with its rows in another order and some of its labels changed, for files that only our own writers make. */
export function damagedFormat(format: Format, chance: Chance): Format {
  const label = (text: string) => {
    if (text.length < 3 || chance.below(6) > 0) return text;
    const at = chance.below(text.length);
    return text.slice(0, at) + text.slice(at + 1 + chance.below(4));
  };
  return {
    ...format,
    sections: format.sections.map((section) => ({
      ...section,
      tables: section.tables.map((table) => ({
        ...table,
        rows: (chance.below(2) === 0 ? shuffle(table.rows, chance) : table.rows).map((row) => ({
          ...row,
          label: label(row.label),
        })),
        columns: table.columns.map((column) => ({ ...column, label: label(column.label) })),
      })),
    })),
  };
}

function tableOf(table: FormatTable, next: () => string, chance: Chance): Row[] {
  const head = headRows(table);
  const figure = () => plainCell(chance.below(12) === 0 ? "" : next());
  const rows = table.rows.map((row): Row => {
    const label = row.label === "" ? [] : [plainCell(row.label)];
    return [...label, ...table.columns.map(figure)];
  });
  return [...head, ...rows];
}

/** The head of a table as the form prints it, level by level. */
export function headRows(table: FormatTable): Row[] {
  const levels = Math.max(...table.columns.map((column) => column.above.length)) + 1;
  return Array.from({ length: levels }, (_, level): Row => headRow(table, level, levels));
}

/** One level of a head; a label that reaches over columns stands once, one that hangs down stands where it begins. */
function headRow(table: FormatTable, level: number, levels: number): Row {
  const cells: Cell[] = [];
  const hasLabels = table.rows.some((row) => row.label !== "");
  if (level === 0 && hasLabels) cells.push({ text: "信息内容", colSpan: 1, rowSpan: levels });
  let before = "";
  for (const { above, label } of table.columns) {
    const path = [...above, label];
    if (level >= path.length) continue;
    const group = path.slice(0, level + 1).join("/");
    const isLast = level === path.length - 1;
    const last = cells.at(-1);
    if (!isLast && group === before && last) cells.splice(-1, 1, { ...last, colSpan: last.colSpan + 1 });
    else cells.push({ text: path[level] ?? "", colSpan: 1, rowSpan: isLast ? levels - level : 1 });
    before = group;
  }
  return cells;
}

type Damage = (rows: Row[], next: () => string, chance: Chance) => Row[];

const isFigure = (cell: Cell) => /^\d+$/.test(cell.text);
const rowsWithFigures = (rows: readonly Row[]) => rows.flatMap((row, at) => (row.some(isFigure) ? [at] : []));

function change(rows: Row[], chance: Chance, make: (row: Row) => Row | Row[]): Row[] {
  const places = rowsWithFigures(rows);
  if (places.length === 0) return rows;
  const at = chance.pick(places);
  return rows.flatMap((row, index): Row[] => {
    if (index !== at) return [row];
    const made = make(row);
    return Array.isArray(made[0]) ? (made as Row[]) : [made as Row];
  });
}

function changeLabel(row: Row, make: (label: string) => string): Row {
  const at = row.findIndex((cell) => cell.text !== "" && !isFigure(cell));
  return row.map((cell, index) => (index === at ? { ...cell, text: make(cell.text) } : cell));
}

const DAMAGES: readonly Damage[] = [
  // Rows, and columns with their heads, in another order.
  (rows, _next, chance) => {
    const first = rowsWithFigures(rows)[0] ?? rows.length;
    return [...rows.slice(0, first), ...shuffle(rows.slice(first), chance)];
  },
  // A label with a slip of the pen, one that no form has, and none.
  (rows, _next, chance) =>
    change(rows, chance, (row) =>
      changeLabel(row, (label) => {
        const at = chance.below(label.length);
        return label.slice(0, at) + label.slice(at + 1 + chance.below(3));
      }),
    ),
  (rows, _next, chance) =>
    change(rows, chance, (row) => changeLabel(row, () => chance.pick(["其他主动公开文件", "合计", "备案", "小计"]))),
  (rows, _next, chance) => change(rows, chance, (row) => changeLabel(row, () => "")),
  // A cell too few and a cell too many.
  (rows, next, chance) =>
    change(rows, chance, (row) => {
      const blank = row.findIndex((cell) => cell.text === "");
      return blank < 0 ? [...row, plainCell(next())] : row.filter((_, index) => index !== blank);
    }),
  (rows, next, chance) =>
    change(rows, chance, (row) => {
      const at = chance.below(row.length);
      return [...row.slice(0, at), plainCell(chance.pick([next(), ""])), ...row.slice(at)];
    }),
  // A row twice, the second time with other figures.
  (rows, next, chance) =>
    change(
      rows,
      chance,
      (row) => [row, row.map((cell) => (isFigure(cell) ? { ...cell, text: next() } : cell))] as Row[],
    ),
  // The end of a page through a row's label, and a line break within one.
  (rows, _next, chance) =>
    change(rows, chance, (row) => {
      const [label, ...figures] = row;
      if (!label || isFigure(label) || label.text.length < 4) return row;
      const at = 2 + chance.below(label.text.length - 3);
      const ends = [label.text.slice(0, at), label.text.slice(at)].map((text) => ({ ...label, text }));
      const blanks = figures.map((cell) => ({ ...cell, text: "" }));
      const [above, below] = [ends[0] ?? label, ends[1] ?? label];
      return chance.below(2) === 0
        ? ([
            [above, ...blanks],
            [below, ...figures],
          ] as Row[])
        : ([
            [above, ...figures],
            [below, ...blanks],
          ] as Row[]);
    }),
  // A last column of remarks, with and without numbers in it; a first one that counts the rows.
  (rows, next, chance) => {
    const first = rowsWithFigures(rows)[0] ?? 0;
    return rows.map((row, index) => {
      if (index >= first)
        return [...row, plainCell(chance.pick(["", "", "含区级", chance.below(3) === 0 ? next() : "无"]))];
      return index === 0 ? [...row, { text: "备注", colSpan: 1, rowSpan: Math.max(first, 1) }] : row;
    });
  },
  (rows) => {
    const first = rowsWithFigures(rows)[0] ?? 0;
    return rows.map((row, index) => [plainCell(index >= first ? String(index - first + 1) : "序号"), ...row]);
  },
  // A head of which the cells, the width or all is lost.
  (rows) => rows.map((row) => (row.some(isFigure) ? row : [plainCell(row.map((cell) => cell.text).join(""))])),
  (rows) => rows.map((row) => (row.some(isFigure) ? row : row.map((cell) => ({ ...cell, colSpan: 1, rowSpan: 1 })))),
  (rows) => rows.filter((row) => row.some(isFigure)),
  // Two figures in one cell, and a figure in the cell of the label.
  (rows, _next, chance) =>
    change(rows, chance, (row) => {
      const at = row.findIndex((cell, index) => isFigure(cell) && isFigure(row[index + 1] ?? plainCell("")));
      if (at < 0) return row;
      const both = { ...plainCell(`${row[at]?.text} ${row[at + 1]?.text}`), colSpan: 2 };
      return [...row.slice(0, at), both, ...row.slice(at + 2)];
    }),
  (rows, _next, chance) =>
    change(rows, chance, (row) => {
      const [label, figure, ...rest] = row;
      return label && figure && !isFigure(label) && isFigure(figure)
        ? [{ ...label, text: `${label.text} ${figure.text}` }, ...rest]
        : row;
    }),
  // A figure with a unit, and one in the wrong digits.
  (rows, _next, chance) =>
    change(rows, chance, (row) => row.map((cell) => (isFigure(cell) ? { ...cell, text: `${cell.text}件` } : cell))),
];

function shuffle<Item>(items: readonly Item[], chance: Chance): Item[] {
  const shuffled = [...items];
  for (let index = shuffled.length - 1; index > 0; index -= 1) {
    const other = chance.below(index + 1);
    const [left, right] = [shuffled[index], shuffled[other]];
    if (left !== undefined && right !== undefined) [shuffled[index], shuffled[other]] = [right, left];
  }
  return shuffled;
}
