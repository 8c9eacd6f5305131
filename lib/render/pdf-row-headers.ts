import { columnsOfCells, type SpanCell, spanOf } from "@/lib/render/cell-columns";
import { type PdfObjects, readObjects, writeObjects } from "@/lib/render/pdf-objects";

/**
 * A table as it was handed to the template, as far as its headers go. One that ends in room for what follows has an empty
 * last row, which is none of its own.
 */
export type HeaderedTable = { caption: SpanCell[]; head: SpanCell[][]; body: SpanCell[][]; endsInRoom?: boolean };

type PlacedCell = { object: number; row: number; column: number; isLabel: boolean; colSpan: number; rowSpan: number };

/**
 * Tags row labels as row headers and tells each figure all of its headers, so that a screen reader says
 * "（三）不予公开，1.属于国家秘密，自然人：0". Typst tags only the cells of a table's head.
 *
 * Throws when the tag tree is not the one that the tables make: a wrongly tagged document must not leave the house.
 */
export function addRowHeaders(bytes: Uint8Array, tables: readonly HeaderedTable[]): Uint8Array {
  if (tables.length === 0) return bytes;
  const pdf = readObjects(bytes);
  const rootNumber = [...pdf.objects].find(([, text]) => text.includes("/Type /StructTreeRoot"))?.[0];
  if (rootNumber === undefined) throw new Error("the PDF is not tagged");
  const found = listTables(pdf, childrenOf(pdf, rootNumber));
  if (found.length !== tables.length) throw new Error(`the PDF has ${found.length} tables, not ${tables.length}`);

  const names: [string, number][] = [];
  for (const [index, table] of tables.entries()) {
    names.push(...tagTable(pdf, found[index] ?? 0, table, `R${index}`));
  }
  pdf.objects.set(rootNumber, addNames(pdf.objects.get(rootNumber) ?? "", names));
  return writeObjects(pdf);
}

/** The tables below these elements, in reading order. */
function listTables(pdf: PdfObjects, elements: readonly number[]): number[] {
  return elements.flatMap((element) =>
    /\/S \/Table\b/.test(pdf.objects.get(element) ?? "") ? [element] : listTables(pdf, childrenOf(pdf, element)),
  );
}

function childrenOf(pdf: PdfObjects, element: number): number[] {
  const list = /\/K \[([^\]]*)\]/.exec(pdf.objects.get(element) ?? "")?.[1] ?? "";
  return [...list.matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]));
}

function tagTable(pdf: PdfObjects, element: number, table: HeaderedTable, prefix: string): [string, number][] {
  if (table.endsInRoom) removeLastRow(pdf, element);
  const rows = childrenOf(pdf, element).flatMap((group) => childrenOf(pdf, group).map((row) => childrenOf(pdf, row)));
  const tableRows = [...(table.caption.length > 0 ? [table.caption] : []), ...table.head, ...table.body];
  const placed = placeCells(tableRows, rows);
  const headRows = tableRows.length - table.body.length;
  const heads = placed.filter((cell) => cell.row < headRows);
  const labels = placed.filter((cell) => cell.row >= headRows && cell.isLabel);

  const idOf = new Map(heads.map((cell) => [cell.object, readId(pdf, cell.object)]));
  const names = labels.map((cell): [string, number] => {
    const id = `${prefix}x${cell.column}y${cell.row}`;
    idOf.set(cell.object, id);
    return [id, cell.object];
  });
  const above = byPlace(heads, ({ column, colSpan }) => [column, colSpan]);
  const beside = byPlace(labels, ({ row, rowSpan }) => [row, rowSpan]);
  for (const cell of placed.slice(heads.length)) {
    const headers = [
      ...(above.get(cell.column) ?? []),
      ...(beside.get(cell.row) ?? []).filter((label) => label.column < cell.column),
    ].flatMap((header) => idOf.get(header.object) ?? []);
    const text = pdf.objects.get(cell.object) ?? "";
    pdf.objects.set(cell.object, retag(text, cell.isLabel ? (idOf.get(cell.object) ?? null) : null, headers));
  }
  return names;
}

/** Takes an empty row out of the tags: it is room on the page and nothing to be read. */
function removeLastRow(pdf: PdfObjects, element: number): void {
  const group = childrenOf(pdf, element).at(-1) ?? 0;
  const row = childrenOf(pdf, group).at(-1) ?? 0;
  const [cell = 0, ...others] = childrenOf(pdf, row);
  if (others.length > 0 || /\/K \[\s*[^\s\]]/.test(pdf.objects.get(cell) ?? "")) {
    throw new Error("the last row of a table is not the empty one");
  }
  const text = pdf.objects.get(group) ?? "";
  pdf.objects.set(group, text.replace(new RegExp(`\\s*\\b${row} 0 R(?=\\s*\\])`), ""));
  for (const removed of [row, cell]) pdf.objects.delete(removed);
}

/** Gives each tagged cell its place in the grid, spans counted. */
function placeCells(wanted: readonly SpanCell[][], rows: readonly number[][]): PlacedCell[] {
  if (wanted.length !== rows.length) throw new Error(`a table has ${rows.length} tagged rows, not ${wanted.length}`);
  const columns = columnsOfCells(wanted);
  return wanted.flatMap((cells, row) => {
    if (rows[row]?.length !== cells.length) throw new Error(`row ${row} of a table is tagged with other cells`);
    return cells.map((cell, index): PlacedCell => {
      const [object = 0, column = 0] = [rows[row]?.[index], columns[row]?.[index]];
      return { object, row, column, isLabel: cell.kind === "label", ...spanOf(cell) };
    });
  });
}

/** The cells by each column or row that they reach over: a long table is not searched for each of its figures. */
function byPlace(
  cells: readonly PlacedCell[],
  reach: (cell: PlacedCell) => [from: number, span: number],
): Map<number, PlacedCell[]> {
  const found = new Map<number, PlacedCell[]>();
  for (const cell of cells) {
    const [from, span] = reach(cell);
    for (let at = from; at < from + span; at += 1) found.set(at, [...(found.get(at) ?? []), cell]);
  }
  return found;
}

function readId(pdf: PdfObjects, element: number): string {
  const id = /\/ID \(([^)]*)\)/.exec(pdf.objects.get(element) ?? "")?.[1];
  if (id === undefined) throw new Error("a table's head is not tagged as one");
  return id;
}

/** Rewrites a body cell's element; with an id it becomes a row header. */
function retag(text: string, id: string | null, headers: readonly string[]): string {
  const list = `/Headers [${headers.map((header) => `(${header})`).join(" ")}]`;
  const withHeaders = /\/Headers \[[^\]]*\]/.test(text)
    ? text.replace(/\/Headers \[[^\]]*\]/, list)
    : text.replace(/\/O \/Table\b/, `/O /Table\n    ${list}`);
  if (!/\/S \/TD\b/.test(withHeaders) || !withHeaders.includes(list)) {
    throw new Error("a table's cell is not tagged as one");
  }
  if (id === null) return withHeaders;
  return withHeaders
    .replace(/\/S \/TD\b/, `/S /TH\n  /ID (${id})`)
    .replace(/\/O \/Table\b/, "/O /Table\n    /Scope /Row");
}

/** The tree of ids is sorted by bytes. */
function addNames(root: string, names: readonly [string, number][]): string {
  return root.replace(/(\/IDTree <<\s*\/Names \[)([^\]]*)\]/, (_whole, start: string, list: string) => {
    const known = [...list.matchAll(/\(([^)]*)\) (\d+) 0 R/g)].map((match): [string, number] => [
      match[1] ?? "",
      Number(match[2]),
    ]);
    const sorted = [...known, ...names].sort(([left], [right]) => (left < right ? -1 : 1));
    return `${start}${sorted.map(([id, object]) => `(${id}) ${object} 0 R`).join(" ")}]`;
  });
}
