import { readAddress } from "@/lib/domain/cell-address";
import { canonicalDecimal, readFigure } from "@/lib/domain/figure";
import { Unreadable } from "@/lib/intake/intake-problem";
import { readXml } from "@/lib/intake/read-xml";
import { unzip } from "@/lib/intake/zip";

export type SheetCell = { text: string; formula: string };

/** A sheet as it is stored; rows and columns count from 1, cells stand under "row column". */
export type Sheet = {
  cells: Map<string, SheetCell>;
  lastRow: number;
  lastColumn: number;
  /** Places that a merged cell covers. */
  covered: Set<string>;
  /** References of merged areas. */
  merges: string[];
  hiddenRows: number[];
  hiddenColumns: number[];
};

export type OpenSheet = { name: string; isHidden: boolean; sheet: Sheet };

/** Stands for a formula that is written out in another cell only. */
export const SHARED_FORMULA = "…";

const MAX_ROWS = 5_000;
const MAX_COLUMNS = 200;
/** The parts of a workbook that its sheets are read from. */
export const WANTED = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;

/** Every sheet of a workbook with its cells as stored, the hidden ones too. */
export function openXlsx(bytes: Uint8Array, mostRows = MAX_ROWS): OpenSheet[] {
  const files = unzip(bytes, (name) => WANTED.test(name));
  const text = (name: string) => new TextDecoder().decode(files.get(name));
  if (!files.has("xl/workbook.xml")) throw new Unreadable("broken");
  const strings = files.has("xl/sharedStrings.xml") ? readStrings(text("xl/sharedStrings.xml")) : [];
  return listSheets(text("xl/workbook.xml"), text("xl/_rels/workbook.xml.rels"))
    .filter(({ file }) => files.has(file))
    .map(({ name, isHidden, file }) => ({ name, isHidden, sheet: readSheet(text(file), strings, mostRows) }));
}

/** The sheets in their order, with the part that each is kept in. */
export function listSheets(workbook: string, relations: string): { name: string; isHidden: boolean; file: string }[] {
  const targets = new Map<string, string>();
  for (const event of readXml(relations)) {
    if (event.kind !== "open" || event.name !== "Relationship") continue;
    const target = (event.attributes.Target ?? "").replace(/^\/?(?:xl\/)?/, "");
    targets.set(event.attributes.Id ?? "", `xl/${target}`);
  }
  const sheets: { name: string; isHidden: boolean; file: string }[] = [];
  for (const event of readXml(workbook)) {
    if (event.kind !== "open" || event.name !== "sheet") continue;
    // LibreOffice says of every sheet that it is visible; other programs say it only of those that are not.
    const isHidden = (event.attributes.state ?? "visible") !== "visible";
    const file = targets.get(event.attributes["r:id"] ?? "");
    if (file) sheets.push({ name: event.attributes.name ?? "", isHidden, file });
  }
  return sheets;
}

function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let open = "";
  let isPhonetic = false;
  let isText = false;
  for (const event of readXml(xml)) {
    if (event.kind === "text") {
      if (isText && !isPhonetic) open += event.text;
    } else if (event.name === "t") isText = event.kind === "open" && !event.isEmpty;
    else if (event.name === "rPh") isPhonetic = event.kind === "open";
    else if (event.name === "si") {
      if (event.kind === "close" || event.isEmpty) strings.push(open);
      open = "";
    }
  }
  return strings;
}

function readSheet(xml: string, strings: readonly string[], mostRows: number): Sheet {
  const sheet: Sheet = {
    cells: new Map(),
    lastRow: 0,
    lastColumn: 0,
    covered: new Set(),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
  let at: { row: number; column: number } | null = null;
  let type = "";
  let value = "";
  let formula = "";
  let inside = "";
  for (const event of readXml(xml)) {
    if (event.kind === "text") {
      if (inside === "v" || inside === "t") value += event.text;
      if (inside === "f") formula += event.text;
      continue;
    }
    if (event.kind === "open") keepArea(sheet, event.name, event.attributes);
    if (event.name === "c") {
      if (event.kind === "open") {
        at = parseReference(event.attributes.r ?? "");
        type = event.attributes.t ?? "n";
        value = "";
        formula = "";
      }
      if (at && (event.kind === "close" || event.isEmpty))
        keep(sheet, at, cellText(type, value, strings), formula, mostRows);
    } else if (event.kind === "open" && event.name === "f" && event.isEmpty) formula = SHARED_FORMULA;
    else inside = event.kind === "open" && !event.isEmpty ? event.name : "";
  }
  return sheet;
}

/** Merged areas, and rows and columns that are hidden. */
function keepArea(sheet: Sheet, name: string, attributes: Readonly<Record<string, string>>): void {
  const isHidden = attributes.hidden === "1" || attributes.hidden === "true";
  if (name === "mergeCell") {
    sheet.merges.push(attributes.ref ?? "");
    cover(sheet, attributes.ref ?? "");
  } else if (name === "row" && isHidden) sheet.hiddenRows.push(Number(attributes.r));
  else if (name === "col" && isHidden) {
    const [from, to] = [Number(attributes.min), Math.min(Number(attributes.max), MAX_COLUMNS)];
    for (let column = from; column <= to; column += 1) sheet.hiddenColumns.push(column);
  }
}

function keep(
  sheet: Sheet,
  at: { row: number; column: number },
  text: string,
  formula: string,
  mostRows: number,
): void {
  if (at.row > mostRows || at.column > MAX_COLUMNS || (text === "" && formula === "")) return;
  sheet.cells.set(`${at.row} ${at.column}`, { text, formula });
  sheet.lastRow = Math.max(sheet.lastRow, at.row);
  sheet.lastColumn = Math.max(sheet.lastColumn, at.column);
}

function cellText(type: string, value: string, strings: readonly string[]): string {
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type !== "n") return value;
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return value;
  // A number is stored in binary with a tail that nobody typed: fifteen digits are what the program shows.
  return readFigure(value).kind === "number" && value.length <= 15 ? value : canonicalDecimal(number.toPrecision(15));
}

/** Cells that a merged one covers are not cells of their own. */
function cover(sheet: Sheet, reference: string): void {
  const [from, to] = reference.split(":").map(parseReference);
  if (!from || !to || (to.row - from.row + 1) * (to.column - from.column + 1) > 10_000) return;
  for (let row = from.row; row <= to.row; row += 1) {
    for (let column = from.column; column <= to.column; column += 1) {
      if (row !== from.row || column !== from.column) sheet.covered.add(`${row} ${column}`);
    }
  }
}

/** The row and column of "D5" or "$D$5", counted from 1 as they are stored. */
export function parseReference(reference: string): { row: number; column: number } | null {
  const address = readAddress(reference.trim());
  return address && { row: address.row + 1, column: address.column + 1 };
}
