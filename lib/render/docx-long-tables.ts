import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { escapeMarkup } from "@/lib/render/markup";

const PART = "word/document.xml";
const ROW = /<w:tr>(?:(?!<\/w:tr>)[\s\S])*?\ue002(\d+)\.0\ue003[\s\S]*?<\/w:tr>/g;
const CELL = /\ue002\d+\.(\d+)\ue003/g;

/** The rows of plain tables that are too many to be made one object a cell; a row of marks stands for each table. */
export type LongTables = string[][][];

/** The row of marks of the next long table. */
export function markRow(tables: LongTables, rows: string[][]): string[] {
  const [first = []] = rows;
  tables.push(rows);
  return first.map((_text, column) => `\ue002${tables.length - 1}.${column}\ue003`);
}

/** Puts every row of the long tables where its table's row of marks stands, in the look of that row. */
export function fillLongTables(file: Uint8Array, tables: LongTables): Uint8Array {
  if (tables.length === 0) return file;
  const parts = unzipSync(file);
  const text = strFromU8(parts[PART] ?? new Uint8Array());
  const filled = text.replace(ROW, (row: string, table: string) =>
    (tables[Number(table)] ?? [])
      .map((cells) => row.replace(CELL, (_mark, column: string) => escapeMarkup(cells[Number(column)] ?? "")))
      .join(""),
  );
  return zipSync({ ...parts, [PART]: strToU8(filled) }, { level: 1 });
}
