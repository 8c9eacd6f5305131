import { once } from "node:events";
import { crc32, createDeflateRaw } from "node:zlib";
import { strFromU8, unzipSync, Zip, ZipDeflate, type ZipInputFile } from "fflate";
import { columnLetters } from "@/lib/domain/cell-address";
import { escapeMarkup } from "@/lib/render/markup";
import { localMidnight } from "@/lib/render/repack";
import { literalText, type SheetCell, type SheetDraft, stylesBelow } from "@/lib/render/xlsx-sheet";

/** So much of a sheet is handed to the compressor at once. */
const CHUNK_CHARACTERS = 60_000;
const FIRST_SHEET = 1;

/**
 * Puts the rows of the drafts' `below` into the sheets of a workbook that was written without them, one row after the
 * other: no sheet stands in memory whole. Texts stand in their cells, since a list of all of them would have to.
 */
export async function withRowsBelow(
  file: Uint8Array,
  drafts: readonly SheetDraft[],
  isoDate: string | null,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const mtime = localMidnight(isoDate);
  for (const [name, bytes] of Object.entries(unzipSync(file))) {
    const number = Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1] ?? 0);
    const draft = drafts[number - FIRST_SHEET];
    if (draft?.below) {
      await addDeflated(zip, name, mtime, sheetPieces(strFromU8(bytes), draft));
    } else {
      const entry = new ZipDeflate(name, { level: 6 });
      entry.mtime = mtime;
      zip.add(entry);
      entry.push(bytes, true);
    }
  }
  zip.end();
  return Buffer.concat(chunks);
}

/** The sheet's text with its rows in the place of the one that shows their looks. */
function* sheetPieces(text: string, draft: SheetDraft): Iterable<string> {
  const first = draft.rows.length;
  const found = new RegExp(`<row r="${first + 1}"[^>]*>(.*?)</row>`).exec(text);
  if (!found || !draft.below) throw new Error("the sheet has no row that shows the looks of its cells");
  const numbers = [...(found[1] ?? "").matchAll(/ s="(\d+)"/g)].map((match) => match[1]);
  const attributeOf = new Map(stylesBelow(draft).map((style, index) => [style, ` s="${numbers[index]}"`]));
  const last = `${columnLetters(draft.below.columnCount - 1)}${first + draft.below.rowCount}`;
  yield text.slice(0, found.index).replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${last}"/>`);
  const letters = Array.from({ length: draft.below.columnCount }, (_, column) => columnLetters(column));
  let row = first;
  for (const cells of draft.below.rows()) {
    row += 1;
    let line = `<row r="${row}">`;
    for (const [column, cell] of cells.entries()) {
      line += cellText(`${letters[column]}${row}`, cell, attributeOf.get(cell.style) ?? "");
    }
    yield `${line}</row>`;
  }
  yield text.slice(found.index + found[0].length);
}

function cellText(address: string, { value, formula }: SheetCell, style: string): string {
  const start = `<c r="${address}"${style}`;
  if (formula !== undefined) {
    const result = value === null ? "" : `<v>${escapeMarkup(String(value))}</v>`;
    return `${start}${typeof value === "string" ? ' t="str"' : ""}><f>${escapeMarkup(formula)}</f>${result}</c>`;
  }
  if (value === null) return `${start}/>`;
  if (typeof value === "number") return `${start}><v>${value}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeMarkup(literalText(value))}</t></is></c>`;
}

/** Adds a file to the archive while it is compressed; the next piece is made when the last has been taken. */
async function addDeflated(zip: Zip, filename: string, mtime: Date, pieces: Iterable<string>): Promise<void> {
  const entry: ZipInputFile = { filename, mtime, compression: 8, size: 0, crc: 0 };
  zip.add(entry);
  const deflate = createDeflateRaw({ level: 6 });
  deflate.on("data", (chunk: Uint8Array) => entry.ondata?.(null, new Uint8Array(chunk), false));
  const push = async (text: string): Promise<void> => {
    const bytes = Buffer.from(text);
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    if (!deflate.write(bytes)) await once(deflate, "drain");
  };
  let waiting = "";
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < CHUNK_CHARACTERS) continue;
    await push(waiting);
    waiting = "";
  }
  await push(waiting);
  deflate.end();
  await once(deflate, "end");
  entry.ondata?.(null, new Uint8Array(), true);
}
