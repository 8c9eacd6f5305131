import type { Format, FormatTable } from "@/lib/domain/format";
import type { Chance } from "@/lib/domain/testing/random";
import { type Cell, plainCell, type Row } from "@/lib/intake/block";
import { DAMAGES, shuffle } from "@/lib/intake/testing/table-damages";

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
