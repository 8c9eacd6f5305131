import { plainCell, type Row } from "@/lib/intake/block";
import {
  isExactLabel,
  matchApplicant,
  matchColumn,
  matchRow,
  splitGluedHead,
  splitGluedRow,
} from "@/lib/intake/match-label";
import { countNumbers, isValue } from "@/lib/intake/value-text";

/** A wrapped label comes in no more pieces than this. */
const MAX_PIECES = 8;

/**
 * Cells in their order without any mark of their rows: a row begins with its label, and a head where labels follow values.
 * Running text between tables is left out; it holds no figures of theirs.
 */
export function rowsOfCells(cells: readonly string[]): Row[] {
  const words = cells.flatMap(splitSpaces);
  const rows: string[][] = [];
  let open: string[] = [];
  let hasValues = false;
  let hasRow = false;
  const close = () => {
    if (open.length > 0) rows.push(open);
    open = [];
    hasValues = false;
    hasRow = false;
  };
  for (let at = 0; at < words.length; ) {
    const { text, count, kind } = readWord(words, at);
    at += count;
    if (kind === "text") {
      close();
      continue;
    }
    if (kind === "value") {
      open.push(text);
      hasValues = hasValues || text !== "";
      continue;
    }
    // Words that no form knows are no figure of the row before them.
    if (hasValues || kind === "row" || (kind === "unknown" && hasRow)) close();
    open.push(text);
    hasRow = hasRow || kind === "row";
  }
  close();
  return rows.map((row) => row.map(plainCell));
}

type Word = { text: string; count: number; kind: "row" | "label" | "unknown" | "value" | "text" };

function readWord(words: readonly string[], at: number): Word {
  const word = words[at] ?? "";
  if (word === "" || isValue(word)) return { text: word, count: 1, kind: "value" };
  const joined = joinLabel(words, at);
  if (joined) return joined;
  if (isRowLabel(word)) return joinRest(words, at);
  if (matchColumn(word) !== null || matchApplicant(word) !== null) return { text: word, count: 1, kind: "label" };
  // A long run of words and figures without a sentence in it is a row that lost its cells.
  const isText = /[。；]/u.test(word) || (word.length > 30 && (/，/u.test(word) || countNumbers(word) < 2));
  return { text: word, count: 1, kind: isText ? "text" : "unknown" };
}

/** A label with a slip of the pen in it, and the pieces that belong to it. */
function joinRest(words: readonly string[], at: number): Word {
  const row = matchRow(words[at] ?? "")?.row;
  let text = words[at] ?? "";
  let count = 1;
  for (let next = words[at + 1]; next !== undefined && next !== "" && count < MAX_PIECES; next = words[at + count]) {
    if (isValue(next) || isRowLabel(next) || matchRow(text + next)?.row !== row) break;
    text += next;
    count += 1;
  }
  return { text, count, kind: "row" };
}

/** 其他 and 总计 are rows only where they have a row's number: without it they are columns. */
function isRowLabel(text: string): boolean {
  return matchRow(text) !== null && (matchApplicant(text) === null || /^[（(\d]/u.test(text.trim()));
}

/** The longest run of pieces that together are exactly a label of the form. */
function joinLabel(words: readonly string[], at: number): Word | null {
  let found: Word | null = null;
  let text = "";
  for (let count = 1; count <= MAX_PIECES && at + count <= words.length; count += 1) {
    const piece = words[at + count - 1] ?? "";
    if (piece === "" || piece.length > 60 || isValue(piece)) break;
    // A label that stands by itself is not the end of another one.
    if (count > 1 && isRowLabel(piece) && piece.length > 3 && found) break;
    text += piece;
    if (isExactLabel(text)) found = { text, count, kind: isRowLabel(text) ? "row" : "label" };
  }
  return found;
}

/** Cells that only spaces divide: a label and its figures, figures alone, or labels alone. */
function splitSpaces(cell: string): string[] {
  const glued = splitGluedHead(cell) ?? splitGluedRow(cell);
  if (glued) return glued;
  if (!cell.includes(" ") || isExactLabel(cell)) return [cell];
  const words = cell.split(" ");
  const values = words.length - 1 - words.findLastIndex((word) => !isValue(word));
  // Two numbers with a space between may be one that somebody mistyped; three are not.
  if (values === words.length) return values > 2 ? words : [cell];
  if (values > 0) {
    const label = words.slice(0, -values).join(" ");
    return isExactLabel(label) ? [label, ...words.slice(-values)] : words;
  }
  return words.every((word) => isExactLabel(word)) ? words : [cell];
}
