import type { Chance } from "@/lib/domain/testing/random";
import { type Cell, plainCell, type Row } from "@/lib/intake/block";

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

export const DAMAGES: readonly Damage[] = [
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

export function shuffle<Item>(items: readonly Item[], chance: Chance): Item[] {
  const shuffled = [...items];
  for (let index = shuffled.length - 1; index > 0; index -= 1) {
    const other = chance.below(index + 1);
    const [left, right] = [shuffled[index], shuffled[other]];
    if (left !== undefined && right !== undefined) [shuffled[index], shuffled[other]] = [right, left];
  }
  return shuffled;
}
