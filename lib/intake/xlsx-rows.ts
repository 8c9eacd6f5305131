import { readAddress } from "@/lib/domain/cell-address";
import { isWithoutNul } from "@/lib/domain/inputs/nul";
import { onOneLine } from "@/lib/domain/on-one-line";
import type { SheetRows } from "@/lib/domain/staff-table/find-staff-tables";
import { Unreadable } from "@/lib/intake/intake-problem";
import { readXml } from "@/lib/intake/read-xml";
import { attributeOf, scanXml } from "@/lib/intake/scan-xml";
import { listSheets, WANTED } from "@/lib/intake/xlsx-sheets";
import { unzip } from "@/lib/intake/zip";

/** Longer lists than a report has tables: a sheet of fifty thousand lines unpacks to some thirty million bytes. */
const CAPS = { entryBytes: 80 * 1024 * 1024, totalBytes: 120 * 1024 * 1024 };
const MOST_ROWS = 70_000;
const MOST_COLUMNS = 100;

/** The lines of every visible sheet as they stand, each cell as its text; a line's number is the program's. */
export function readXlsxRows(bytes: Uint8Array): SheetRows[] {
  const files = unzip(bytes, (name) => WANTED.test(name), CAPS);
  const take = (name: string) => {
    const text = new TextDecoder().decode(files.get(name));
    files.delete(name);
    return text;
  };
  if (!files.has("xl/workbook.xml")) throw new Unreadable("broken");
  const workbook = take("xl/workbook.xml");
  const sheets = listSheets(workbook, take("xl/_rels/workbook.xml.rels"));
  const strings = files.has("xl/sharedStrings.xml") ? readTexts(take("xl/sharedStrings.xml")) : [];
  const shift = countsFrom1904(workbook) ? 1_462 : 0;
  return sheets.flatMap(({ name, isHidden, file }) =>
    isHidden || !files.has(file) ? [] : [{ name, rows: readRows(take(file), strings, shift) }],
  );
}

function readRows(xml: string, strings: readonly string[], shift: number): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let at = -1;
  let column = -1;
  let type = "n";
  let value = "";
  let isValue = false;
  scanXml(xml, {
    text: (text) => {
      if (isValue) value += text;
    },
    open: (name, tag, isEmpty) => {
      if (name === "c") {
        const place = readAddress(attributeOf(tag, "r") ?? "");
        column = place ? place.column : column + 1;
        type = attributeOf(tag, "t") ?? "n";
        value = "";
        isValue = false;
      } else if (name === "row") {
        const number = attributeOf(tag, "r");
        at = number === null ? at + 1 : Number(number) - 1;
        if (!(at >= 0 && at < MOST_ROWS)) throw new Unreadable("too_much_inside");
        cells = [];
        column = -1;
      } else isValue = (name === "v" || name === "t") && !isEmpty;
    },
    close: (name) => {
      if (name === "c" && column >= 0 && column < MOST_COLUMNS) cells[column] = textOf(type, value, strings, shift);
      else if (name === "row") rows[at] = filled(cells);
      isValue = false;
    },
  });
  return Array.from({ length: rows.length }, (_, index) => rows[index] ?? []);
}

/** The texts that cells refer to by number; how a sign is spoken stands beside some and is none of them. */
function readTexts(xml: string): string[] {
  const texts: string[] = [];
  let open = "";
  let isText = false;
  let isSpoken = false;
  scanXml(xml, {
    text: (text) => {
      if (isText && !isSpoken) open += text;
    },
    open: (name, _tag, isEmpty) => {
      if (name === "t") isText = !isEmpty;
      else if (name === "rPh") isSpoken = !isEmpty;
      else if (name === "si") {
        open = "";
        if (isEmpty) texts.push("");
      }
    },
    close: (name) => {
      if (name === "t") isText = false;
      else if (name === "rPh") isSpoken = false;
      else if (name === "si") texts.push(cellText(open));
    },
  });
  return texts;
}

/** Cells that were left out are empty ones. */
function filled(cells: readonly string[]): string[] {
  return Array.from({ length: cells.length }, (_, index) => cells[index] ?? "");
}

function textOf(type: string, value: string, strings: readonly string[], shift: number): string {
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "b") return value;
  if (type === "e") return "";
  if (type !== "n") return cellText(value);
  // A day is stored as how many days lie before it, and counted from 1904 by some programs.
  return shift > 0 && /^[2-7]\d{4}(?:\.\d+)?$/.test(value) ? String(Number(value) + shift) : value.trim();
}

/** In a workbook "_x0041_" stands for the sign of that number, so that any text can be written. */
function cellText(text: string): string {
  const plain = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
  if (!isWithoutNul(plain)) throw new Unreadable("unknown_type");
  return onOneLine(plain);
}

function countsFrom1904(workbook: string): boolean {
  for (const event of readXml(workbook)) {
    if (event.kind === "open" && event.name === "workbookPr")
      return /^(?:1|true)$/.test(event.attributes.date1904 ?? "");
  }
  return false;
}
