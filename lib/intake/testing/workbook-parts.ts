import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { cellAddress, readAddress } from "@/lib/domain/cell-address";

/** The files inside of a workbook, by their path. */
export type Files = Record<string, string>;
type Change = (files: Files) => void;

export const TABLE = "xl/worksheets/sheet1.xml";
export const IDENTITY = "xl/worksheets/sheet2.xml";
export const MAIN = "xl/workbook.xml";

/** The content of a cell with words in it. */
export const text = (words: string): string => ` t="inlineStr"><is><t>${words.replaceAll("<", "&lt;")}</t></is>`;

/** The workbook after a change of its files; throws where it changed nothing. */
export function rewrite(bytes: Uint8Array, change: (files: Files) => void): Uint8Array {
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
  const before = JSON.stringify(files);
  change(files);
  if (JSON.stringify(files) === before) throw new Error("nothing was damaged");
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])));
}

export function replace(files: Files, name: string, from: string, to: string): void {
  files[name] = (files[name] ?? "").replace(from, to);
}

/** Puts a cell in place of the one that stands there, or into a row of its own at the end. */
export function setCell(files: Files, name: string, address: string, content: string): void {
  const xml = files[name] ?? "";
  const cell = `<c r="${address}"${content}</c>`;
  const there = new RegExp(`<c r="${address}"[^>]*?(?:/>|>.*?</c>)`);
  files[name] = there.test(xml)
    ? xml.replace(there, () => cell)
    : xml.replace("</sheetData>", () => `<row r="${address.replace(/\D/g, "")}">${cell}</row></sheetData>`);
}

/** Moves everything from a row, or a column, on: as inserting and deleting do. Rows and columns count from 1. */
export function shift(fromRow: number, rows: number, columns: number, fromColumn = 0): Change {
  const moved = (address: string): string => {
    const place = readAddress(address);
    if (!place) return address;
    const row = place.row + 1 >= fromRow ? place.row + rows : place.row;
    return cellAddress(row, place.column + 1 >= fromColumn ? place.column + columns : place.column);
  };
  return (files) => {
    files[TABLE] = (files[TABLE] ?? "")
      .replace(rows < 0 ? new RegExp(`<row r="${fromRow - 1}".*?</row>`) : /(?!)/, "")
      .replace(/<c r="([A-Z]+\d+)"/g, (_all, address: string) => `<c r="${moved(address)}"`)
      .replace(
        /<mergeCell ref="([^:"]+):([^"]+)"/g,
        (_all, from: string, to: string) => `<mergeCell ref="${moved(from)}:${moved(to)}"`,
      );
  };
}

export function addPart(name: string): Change {
  return (files) => {
    files[name] = "x";
  };
}

/** Types numbers into cells of the table sheet, as a program stores them; empty text empties a cell. */
export function fillWorkbook(bytes: Uint8Array, values: Readonly<Record<string, string>>): Uint8Array {
  return rewrite(bytes, (files) => {
    for (const [address, value] of Object.entries(values)) {
      setCell(files, TABLE, address, value === "" ? ">" : `><v>${value}</v>`);
    }
  });
}

export function addSheet(name: string, state: string): Change {
  return (files) => {
    replace(files, MAIN, "</sheets>", `<sheet name="${name}" sheetId="9" state="${state}" r:id="rId99"/></sheets>`);
    const target = `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet9.xml"/></Relationships>`;
    replace(files, "xl/_rels/workbook.xml.rels", "</Relationships>", target);
    files["xl/worksheets/sheet9.xml"] =
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>`;
  };
}
