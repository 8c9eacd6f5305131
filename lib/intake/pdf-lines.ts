import { getDocumentProxy } from "unpdf";
import { Unreadable } from "@/lib/intake/intake-problem";

/** Letters that stand together on a page. Coordinates are points from the lower left corner. */
export type Piece = { text: string; left: number; right: number; height: number };

/** Pieces on one height that follow each other in the file, which is the order of reading. */
export type Line = { pieces: readonly Piece[]; y: number; page: number; pageHeight: number };

type Item = { str: string; transform: readonly number[]; width: number; height: number };

const MAX_PAGES = 80;
const MAX_ITEMS = 60_000;

/** The text layer of a PDF as lines of pieces. A page that was only scanned has none. */
export async function readPdfLines(bytes: Uint8Array): Promise<Line[]> {
  // pdf.js takes the bytes away from who gives them.
  const document = await open(Uint8Array.from(bytes));
  try {
    const lines: Line[] = [];
    let items = 0;
    for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      items += content.items.length;
      if (items > MAX_ITEMS) throw new Unreadable("too_much_inside");
      const height = page.view[3] ?? 842;
      lines.push(
        ...readPage(
          content.items.flatMap((item) => ("str" in item ? [item] : [])),
          number,
          height,
        ),
      );
    }
    if (lines.length === 0) throw new Unreadable("no_text");
    return lines;
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

function readPage(items: readonly Item[], page: number, pageHeight: number): Line[] {
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
    if (before && left - before.right <= height * 0.6) {
      // A space between digits may be one, or a point that the file hides: either way they are not one number.
      const isGap = isAfterSpace && /\d$/.test(before.text) && /^\d/.test(text);
      before.text += isGap ? ` ${text}` : text;
      before.right = Math.max(before.right, left + item.width);
    } else line.pieces.push({ text, left, right: left + item.width, height });
    isAfterSpace = false;
  }
  return lines;
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
