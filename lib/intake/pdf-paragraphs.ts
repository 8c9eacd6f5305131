import { tidy } from "@/lib/intake/block";
import { type Line, wordsOf } from "@/lib/intake/pdf-lines";

/**
 * Puts the lines of running text together again: a paragraph begins with an indent, after a line that ends early, or
 * where the letters change their size. `all` are the lines of the whole document, which show its margins.
 */
export function joinParagraphs(lines: readonly Line[], all: readonly Line[]): string[] {
  const paragraphs: string[] = [];
  let before: Line | null = null;
  for (const line of merge(lines)) {
    const text = wordsOf(line);
    const last = paragraphs.length - 1;
    const goesOn =
      before !== null && last >= 0 && continues(before, line, marginsOf(all, before), marginsOf(all, line));
    if (goesOn) paragraphs[last] = `${paragraphs[last]}${text}`;
    else paragraphs.push(text);
    before = line;
  }
  return paragraphs.map(tidy).filter((paragraph) => paragraph !== "");
}

/** Pieces of one printed line can stand apart in the file. */
function merge(lines: readonly Line[]): Line[] {
  const merged: Line[] = [];
  for (const line of lines) {
    const before = merged.at(-1);
    const isSame =
      before &&
      before.page === line.page &&
      Math.abs(before.y - line.y) <= 3 &&
      edges(line).left >= edges(before).right - 4;
    if (before && isSame) merged[merged.length - 1] = { ...before, pieces: [...before.pieces, ...line.pieces] };
    else merged.push(line);
  }
  return merged;
}

type Margins = { left: number; right: number };

/** The number of a heading or of an item, at the beginning of a line. */
const NUMBER =
  /^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d))/u;

function continues(before: Line, line: Line, old: Margins, current: Margins): boolean {
  const height = heightOf(line);
  if (Math.abs(heightOf(before) - height) > height * 0.15) return false;
  if (NUMBER.test(wordsOf(line)) && !/[，、；]\s*$/u.test(wordsOf(before))) return false;
  const isIndented = edges(line).left > current.left + height * 0.8;
  const endsEarly = edges(before).right < old.right - height * 1.6;
  return !isIndented && !endsEarly;
}

const known = new WeakMap<readonly Line[], Map<number, Margins>>();

/** The left edge of a page's running text, and the right edge of all pages of its size: a page may hold short lines only. */
function marginsOf(lines: readonly Line[], { page, pageHeight }: Line): Margins {
  const pages = known.get(lines) ?? new Map<number, Margins>();
  known.set(lines, pages);
  const earlier = pages.get(page);
  if (earlier) return earlier;
  const all = lines.filter((line) => line.pageHeight === pageHeight);
  const margins = {
    left: Math.min(...all.filter((line) => line.page === page).map((line) => edges(line).left)),
    right: Math.max(...all.map((line) => edges(line).right)),
  };
  pages.set(page, margins);
  return margins;
}

function edges(line: Line): Margins {
  return {
    left: Math.min(...line.pieces.map((piece) => piece.left)),
    right: Math.max(...line.pieces.map((piece) => piece.right)),
  };
}

function heightOf(line: Line): number {
  return Math.max(...line.pieces.map((piece) => piece.height));
}
