import { FORMATS } from "@/lib/formats";
import { LITIGATION_TABLE } from "@/lib/formats/litigation-table";
import { type Block, plainCell, type Row, tidy } from "@/lib/intake/block";
import { type KnownRow, matchRow, plainLabel } from "@/lib/intake/match-label";
import { type Line, type Page, type Piece, readPdfPages } from "@/lib/intake/pdf-lines";
import { joinParagraphs } from "@/lib/intake/pdf-paragraphs";
import { withoutRunningHeads } from "@/lib/intake/pdf-running-heads";
import { type PagePart, splitPage } from "@/lib/intake/pdf-tables";

type Value = { text: string; center: number };
type Found = PagePart | { kind: "row"; known: KnownRow | "litigation"; label: string; values: Value[] };

const VALUE = /^[+−－-]?[\d０-９](?:[\d０-９.,，]*[\d０-９])?(?:\s?[\p{Script=Han}]{1,3})?$|^[-−－—–/／]+$/u;

/** Label pieces that may stand before the figures of one row: group, item, wrapped lines, letters one below the other. */
const MAX_PENDING = 24;
const REQUEST_COLUMNS = 7;
const LITIGATION_COLUMNS = LITIGATION_TABLE.columns.length;

/**
 * A PDF with a text layer. Tables are what the lines of a page enclose. Where a table has no lines, figures on one height
 * behind a known label are a row of it, and a blank cell is found by the columns of the full rows. Everything else is
 * running text.
 */
export async function readPdf(bytes: Uint8Array): Promise<Block[]> {
  return readPages(await readPdfPages(bytes));
}

/** The text and tables of pages whose letters and lines are known, whatever file they come from. */
export function readPages(pages: readonly Page[]): Block[] {
  const parts = withoutRunningHeads(pages.flatMap(splitPage));
  const found = findRows(parts);
  const lines = parts.flatMap((part) => (part.kind === "line" ? [part.line] : []));
  const isLater = /现行有效|本年废止|本年制发/.test(
    lines.map((line) => line.pieces.map((piece) => piece.text).join("")).join(""),
  );
  const columns = columnsOf(found);
  const blocks: Block[] = [];
  let open: Line[] = [];
  const closeText = () => {
    blocks.push(...joinParagraphs(open, lines).map((text): Block => ({ kind: "paragraph", text })));
    open = [];
  };
  for (const part of found) {
    if (part.kind === "line") {
      open.push(part.line);
      continue;
    }
    closeText();
    blocks.push({ kind: "table", rows: part.kind === "table" ? part.rows : rowsOf(part, columns, isLater) });
  }
  closeText();
  return blocks;
}

function findRows(parts: readonly PagePart[]): Found[] {
  const found: Found[] = [];
  const full = new Set<string>();
  let pending: Line[] = [];
  const release = (count = pending.length) => {
    found.push(...pending.slice(0, count).map((line): Found => ({ kind: "line", line })));
    pending = [];
  };
  for (const part of parts) {
    if (part.kind === "table") {
      release();
      found.push(part);
      continue;
    }
    const { line } = part;
    const from = line.pieces.findLastIndex((piece) => !VALUE.test(piece.text.trim())) + 1;
    const values = line.pieces.slice(from).map(figureOf);
    const isLitigation = values.length >= LITIGATION_COLUMNS - 3;
    const row = values.length > 0 && !isLitigation ? readLabel(pending, line.pieces.slice(0, from)) : null;
    if (row) {
      release(pending.length - row.linesUsed);
      // A chart repeats a table's labels with one figure each: its words stand where they stand.
      found.push(
        full.has(row.known.row) ? { kind: "line", line } : { kind: "row", known: row.known, label: row.label, values },
      );
      if (values.length >= REQUEST_COLUMNS) full.add(row.known.row);
    } else if (isLitigation) {
      release();
      found.push({ kind: "row", known: "litigation", label: "", values });
    } else {
      pending.push(line);
      if (values.length > 0 || isProse(line) || pending.length > MAX_PENDING) release();
    }
  }
  release();
  return found;
}

function figureOf(piece: Piece): Value {
  return { text: tidy(piece.text), center: (piece.left + piece.right) / 2 };
}

function isProse(line: Line): boolean {
  const text = line.pieces.map((piece) => piece.text).join("");
  return text.length > 45 || /[。；]$/.test(text.trim());
}

type Label = { known: KnownRow; label: string; linesUsed: number };

/** The longest run of pieces before the figures that is exactly a known label; else the shortest that nearly is. */
function readLabel(pending: readonly Line[], own: readonly Piece[]): Label | null {
  const pieces = [
    ...pending.flatMap((line, index) => line.pieces.map((piece) => ({ piece, index }))),
    ...own.map((piece) => ({ piece, index: pending.length })),
  ];
  let near: Label | null = null;
  let exact: Label | null = null;
  for (let count = 1; count <= Math.min(pieces.length, 10); count += 1) {
    const used = pieces.slice(-count);
    const label = used.map(({ piece }) => piece.text.trim()).join("");
    const known = matchRow(label);
    if (!known) continue;
    const found = { known, label, linesUsed: pending.length - (used[0]?.index ?? pending.length) };
    if (isExact(label, known)) exact = found;
    else near ??= found;
  }
  return exact ?? near;
}

function isExact(label: string, known: KnownRow): boolean {
  return FORMATS.some((format) =>
    format.sections.some((section) =>
      section.tables.some((table) =>
        table.rows.some((row) => row.key === known.row && plainLabel(row.label) === plainLabel(label)),
      ),
    ),
  );
}

type Columns = (part: Extract<Found, { kind: "row" }>, count: number) => number[] | null;

/** Where the columns stand: the middle of the figures in rows that have all of them. */
function columnsOf(found: readonly Found[]): Columns {
  const rows = found.filter((part) => part.kind === "row");
  return (part, count) => {
    const group = groupOf(part);
    const full = rows.filter((row) => groupOf(row) === group && row.values.length === count);
    if (full.length === 0) return null;
    return Array.from({ length: count }, (_, index) => {
      const centers = full.map((row) => row.values[index]?.center ?? 0).toSorted((left, right) => left - right);
      return centers[Math.floor(centers.length / 2)] ?? 0;
    });
  };
}

function groupOf({ known }: Extract<Found, { kind: "row" }>): string {
  if (known === "litigation") return known;
  return known.tableId === "requests" ? "requests" : `active ${tableOf(known.row)}`;
}

function tableOf(row: string): string {
  for (const format of FORMATS) {
    for (const section of format.sections) {
      for (const table of section.tables)
        if (section.id === "active" && table.rows.some((tableRow) => tableRow.key === row)) return table.id;
    }
  }
  return row;
}

function rowsOf(part: Extract<Found, { kind: "row" }>, columns: Columns, isLater: boolean): Row[] {
  if (part.known === "litigation") {
    const head = LITIGATION_TABLE.columns.map((column) => plainCell(column.label));
    return [head, spread(part, LITIGATION_COLUMNS, columns)];
  }
  if (part.known.tableId === "requests") return [[plainCell(part.label), ...spread(part, REQUEST_COLUMNS, columns)]];
  const { row } = part.known;
  const table = FORMATS.filter((format) => (format.id === "2021") === isLater)
    .flatMap((format) => format.sections.flatMap((section) => (section.id === "active" ? section.tables : [])))
    .find((candidate) => candidate.rows.some((tableRow) => tableRow.key === row));
  if (!table) return [[plainCell(part.label), ...part.values.map((value) => plainCell(value.text))]];
  const head = [plainCell(""), ...table.columns.map((column) => plainCell(column.label))];
  return [head, [plainCell(part.label), ...spread(part, table.columns.length, columns)]];
}

/** The figures in their columns, blanks between; as they are where nobody can tell which column is blank. */
function spread(part: Extract<Found, { kind: "row" }>, count: number, columns: Columns): Row {
  const plain = part.values.map((value) => plainCell(value.text));
  if (part.values.length >= count) return plain;
  const centers = columns(part, count);
  if (!centers) return plain;
  const cells = Array.from({ length: count }, () => "");
  for (const value of part.values) {
    const distances: number[] = centers.map((center) => Math.abs(center - value.center));
    const nearest = distances.indexOf(Math.min(...distances));
    if (cells[nearest] !== "") return plain;
    cells[nearest] = value.text;
  }
  return cells.map(plainCell);
}
