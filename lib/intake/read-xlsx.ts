import { addDecimals } from "@/lib/domain/decimal";
import { canonicalDecimal, type DecimalText, readFigure } from "@/lib/domain/figure";
import { type Block, plainCell, type Row, tidy } from "@/lib/intake/block";
import { Unreadable } from "@/lib/intake/intake-problem";
import { readXml } from "@/lib/intake/read-xml";
import { unzip } from "@/lib/intake/zip";

type SheetCell = { text: string; formula: string };
type Sheet = { cells: Map<string, SheetCell>; lastRow: number; lastColumn: number; covered: Set<string> };

const MAX_ROWS = 5_000;
const MAX_COLUMNS = 200;
/** A list that is longer is refused by whoever asks for lines, not cut. */
const MOST_LINES = 20_000;
const WANTED = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;

/** Every visible sheet of a workbook, a row a line; a line of one cell is running text. */
export function readXlsx(bytes: Uint8Array): Block[] {
  return readSheets(bytes, MAX_ROWS).flatMap(({ sheet }) => blocksOf(sheet));
}

/** The lines of every visible sheet as they stand, empty ones too, so that a line's number is the program's. */
export function readXlsxLines(bytes: Uint8Array): { name: string; rows: string[][] }[] {
  return readSheets(bytes, MOST_LINES).map(({ name, sheet }) => ({
    name,
    rows: Array.from({ length: sheet.lastRow }, (_, row) =>
      Array.from({ length: sheet.lastColumn }, (_, column) => sheet.cells.get(`${row + 1} ${column + 1}`)?.text ?? ""),
    ),
  }));
}

function readSheets(bytes: Uint8Array, mostRows: number): { name: string; sheet: Sheet }[] {
  const files = unzip(bytes, (name) => WANTED.test(name));
  const text = (name: string) => new TextDecoder().decode(files.get(name));
  if (!files.has("xl/workbook.xml")) throw new Unreadable("broken");
  const strings = files.has("xl/sharedStrings.xml") ? readStrings(text("xl/sharedStrings.xml")) : [];
  return sheetNames(text("xl/workbook.xml"), text("xl/_rels/workbook.xml.rels"))
    .filter(({ file }) => files.has(file))
    .map(({ name, file }) => ({ name, sheet: readSheet(text(file), strings, mostRows) }));
}

function sheetNames(workbook: string, relations: string): { name: string; file: string }[] {
  const targets = new Map<string, string>();
  for (const event of readXml(relations)) {
    if (event.kind !== "open" || event.name !== "Relationship") continue;
    const target = (event.attributes.Target ?? "").replace(/^\/?(?:xl\/)?/, "");
    targets.set(event.attributes.Id ?? "", `xl/${target}`);
  }
  const names: { name: string; file: string }[] = [];
  for (const event of readXml(workbook)) {
    if (event.kind !== "open" || event.name !== "sheet") continue;
    // LibreOffice says of every sheet that it is visible; other programs say it only of those that are not.
    if ((event.attributes.state ?? "visible") !== "visible") continue;
    const target = targets.get(event.attributes["r:id"] ?? "");
    if (target) names.push({ name: event.attributes.name ?? "", file: target });
  }
  return names;
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
  const sheet: Sheet = { cells: new Map(), lastRow: 0, lastColumn: 0, covered: new Set() };
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
    if (event.kind === "open" && event.name === "mergeCell") cover(sheet, event.attributes.ref ?? "");
    if (event.name === "c") {
      if (event.kind === "open") {
        at = parseReference(event.attributes.r ?? "");
        type = event.attributes.t ?? "n";
        value = "";
        formula = "";
      }
      if (at && (event.kind === "close" || event.isEmpty))
        keep(sheet, at, cellText(type, value, strings), formula, mostRows);
    } else inside = event.kind === "open" && !event.isEmpty ? event.name : "";
  }
  return sheet;
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

function blocksOf(sheet: Sheet): Block[] {
  const blocks: Block[] = [];
  let rows: Row[] = [];
  const close = () => {
    if (rows.length > 0) blocks.push({ kind: "table", rows });
    rows = [];
  };
  for (let row = 1; row <= sheet.lastRow; row += 1) {
    const cells: string[] = [];
    for (let column = 1; column <= sheet.lastColumn; column += 1) {
      if (!sheet.covered.has(`${row} ${column}`)) cells.push(tidy(valueAt(sheet, row, column, 0)));
    }
    const filled = cells.filter((cell) => cell !== "");
    const [only] = filled;
    if (filled.length === 1 && only !== undefined && /\p{Script=Han}/u.test(only)) {
      close();
      for (const text of valueLines(sheet, row)) blocks.push({ kind: "paragraph", text });
    } else if (filled.length > 0) rows.push(cells.map(plainCell));
  }
  close();
  return blocks;
}

/** The lines of a row that holds one cell of text. */
function valueLines(sheet: Sheet, row: number): string[] {
  for (let column = 1; column <= sheet.lastColumn; column += 1) {
    const text = sheet.cells.get(`${row} ${column}`)?.text ?? "";
    if (text !== "" && !sheet.covered.has(`${row} ${column}`))
      return text
        .split(/\r?\n/)
        .map(tidy)
        .filter((line) => line !== "");
  }
  return [];
}

/** What a formula showed when it was saved may be old: sums are added up again. */
function valueAt(sheet: Sheet, row: number, column: number, depth: number): string {
  const cell = sheet.cells.get(`${row} ${column}`);
  if (!cell) return "";
  if (cell.formula === "" || depth > 8) return cell.text;
  const parts = summands(cell.formula);
  if (!parts) return cell.text;
  const values: DecimalText[] = [];
  for (const part of parts) {
    const figure = readFigure(valueAt(sheet, part.row, part.column, depth + 1));
    if (figure.kind === "text" || figure.kind === "not_applicable") return cell.text;
    if (figure.kind === "number") values.push(figure.value);
  }
  return values.length === 0 ? cell.text : addDecimals(values);
}

/** The cells that "SUM(D5:I5)" or "D5+E5" adds up; null for every other formula. */
function summands(formula: string): { row: number; column: number }[] | null {
  const inner = /^=?\s*SUM\(([^()]*)\)\s*$/i.exec(formula)?.[1];
  const terms =
    inner !== undefined
      ? inner.split(",")
      : /^=?[$A-Z0-9+\s]+$/.test(formula)
        ? formula.replace(/^=/, "").split("+")
        : null;
  if (!terms) return null;
  const cells: { row: number; column: number }[] = [];
  for (const term of terms) {
    const [from, to] = term.trim().split(":").map(parseReference);
    const last = to ?? from;
    if (!from || !last || (last.row - from.row + 1) * (last.column - from.column + 1) > 500) return null;
    for (let row = from.row; row <= last.row; row += 1) {
      for (let column = from.column; column <= last.column; column += 1) cells.push({ row, column });
    }
  }
  return cells;
}

function parseReference(reference: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference.trim());
  if (!match) return null;
  const column = [...(match[1] ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(match[2]), column };
}
