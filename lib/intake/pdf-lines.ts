import { getDocumentProxy } from "unpdf";
import { Unreadable } from "@/lib/intake/intake-problem";
import { findGrids, type Grid } from "@/lib/intake/pdf-grid";
import { readRulings } from "@/lib/intake/pdf-rulings";

/** Letters that stand together on a page. Coordinates are points from the lower left corner. */
export type Piece = { text: string; left: number; right: number; height: number };

/** Pieces on one height that follow each other in the file, which is the order of reading. */
export type Line = { pieces: readonly Piece[]; y: number; page: number; pageHeight: number };

/** Letters as the file gives them, in the order in which it draws them. */
export type Item = { str: string; transform: readonly number[]; width: number; height: number };

export type Page = { number: number; height: number; items: readonly Item[]; grids: readonly Grid[] };

const MAX_PAGES = 80;
export const MAX_ITEMS = 60_000;

/** A watermark or a stamp lies across the page; its letters belong to no line. */
export function isSlanted({ transform: [across = 0, up = 0] }: Pick<Item, "transform">): boolean {
  return Math.min(Math.abs(across), Math.abs(up)) > 0.01 * Math.max(Math.abs(across), Math.abs(up));
}

/** The text layer of a PDF and the tables that its lines make. A page that was only scanned has no text. */
export async function readPdfPages(bytes: Uint8Array): Promise<Page[]> {
  // pdf.js takes the bytes away from who gives them.
  const document = await open(Uint8Array.from(bytes));
  try {
    const pages: Page[] = [];
    let count = 0;
    for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      count += content.items.length;
      if (count > MAX_ITEMS) throw new Unreadable("too_much_inside");
      const items = content.items.flatMap((item) => ("str" in item && !isSlanted(item) ? [item] : []));
      // Without text there is nothing to put between lines, and drawing a scanned page is dear.
      const grids = items.length === 0 ? [] : findGrids(await readRulings(await page.getOperatorList()));
      pages.push({ number, height: page.view[3] ?? 842, items, grids });
      page.cleanup();
    }
    if (pages.every((page) => page.items.every((item) => item.str.trim() === ""))) throw new Unreadable("no_text");
    return pages;
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable("broken");
  } finally {
    await document.cleanup();
  }
}

async function open(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw new Unreadable(isLocked ? "encrypted" : "broken");
  }
}

/** Letters on one height as pieces of a line; a gap between them begins a new piece. */
export function joinLines(items: readonly Item[], page: number, pageHeight: number): Line[] {
  const lines: { pieces: Piece[]; y: number; page: number; pageHeight: number }[] = [];
  let isAfterSpace = false;
  for (const item of items) {
    const text = plainLetters(item.str);
    if (text.trim() === "") {
      isAfterSpace = item.width > 0;
      continue;
    }
    const [, , , , left = 0, y = 0] = item.transform;
    const height = item.height || 10;
    const line = lines.at(-1);
    const isSameLine = line !== undefined && Math.abs(line.y - y) <= Math.max(2, height * 0.25);
    const before = isSameLine ? line.pieces.at(-1) : undefined;
    if (!line || !isSameLine || (before && left < before.left - height)) {
      lines.push({ pieces: [{ text, left, right: left + item.width, height }], y, page, pageHeight });
      isAfterSpace = false;
      continue;
    }
    const gap = before ? left - before.right : 0;
    // Two numbers beside each other are two, however near: neighbouring columns, or a space that somebody typed.
    const isApart = before && /\d$/.test(before.text) && /^\d/.test(text) && (isAfterSpace || gap > height * 0.1);
    if (before && !isApart && gap <= height * 0.6) {
      before.text += text;
      before.right = Math.max(before.right, left + item.width);
    } else line.pieces.push({ text, left, right: left + item.width, height });
    isAfterSpace = false;
  }
  return lines;
}

/** The words of a line; numbers beside each other stay apart. */
export function wordsOf(line: Line): string {
  return line.pieces.reduce(
    (text, piece) => (/\d$/.test(text) && /^\d/.test(piece.text) ? `${text} ${piece.text}` : text + piece.text),
    "",
  );
}

/** Radicals of simplified characters that Unicode does not decompose, and one that it decomposes to its older form. */
const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "⺟母",
    "⺠民",
    "⻁虎",
    "⻄西",
    "⻅见",
    "⻆角",
    "⻉贝",
    "⻋车",
    "⻓长",
    "⻔门",
    "⻘青",
    "⻚页",
    "⻛风",
    "⻜飞",
    "⻝食",
    "⻢马",
  ]
    .concat(["⻣骨", "⻤鬼", "⻥鱼", "⻦鸟", "⻨麦", "⻩黄", "⻬齐", "⻮齿", "⻰龙", "⻳龟", "⼾户"])
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);

/** Some programs write radicals for the characters that look the same. */
function plainLetters(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (letter) => LOOKALIKES[letter] ?? letter.normalize("NFKC"));
}
