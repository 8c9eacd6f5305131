import { unguardFormula } from "@/lib/domain/csv-text";
import { cleanTyped, readFigure, typedFigure } from "@/lib/domain/figure";
import type { CellKey } from "@/lib/domain/format";
import type { PastedTable } from "@/lib/domain/pasted-table";
import { type GridMap, locate } from "./grid-map";

export type PastedCell = { cellKey: CellKey; value: string | null };

/** What a pasted block would do, worked out before anything is changed. */
export type PastePlan = {
  changes: PastedCell[];
  /** Sums that came along and differ from what the form adds up. */
  otherSums: PastedCell[];
  /** Filled places of the block for which the table has no cell. */
  outside: number;
  /** Label columns and heading rows that came along and were left away. */
  labelsLeftAway: number;
  /** Lines of a copied table that could not be placed by their labels. */
  unplaced: readonly string[];
  /** False when the block has another shape than the table: it is shown before it goes in. */
  isPlain: boolean;
};

/** How many cells were filled in by these, and how many hold what is no figure: that goes in as it is, and is told apart. */
export function countPasted(changes: readonly PastedCell[]): { count: number; unread: number } {
  const unread = changes.filter(({ value }) => readFigure(value).kind === "text").length;
  return { count: changes.length - unread, unread };
}

/** Reads what a spreadsheet or a word processor puts on the clipboard: tabs, line ends, quoted cells. */
export function readBlock(copied: string): string[][] {
  const text = copied.replace(/\r\n?/g, "\n");
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? "";
    if (isQuoted && character === '"' && text[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (character === '"' && (isQuoted || cell === "")) {
      isQuoted = !isQuoted;
    } else if (!isQuoted && (character === "\t" || character === "\n")) {
      rows.at(-1)?.push(cell);
      cell = "";
      if (character === "\n") rows.push([]);
    } else {
      cell += character;
    }
  }
  rows.at(-1)?.push(cell);
  while (rows.length > 1 && rows.at(-1)?.every((text) => text.trim() === "")) rows.pop();
  return rows.map((row) => row.map(unguardFormula));
}

/**
 * Plans a block from the focused cell. Figures that fall on computed cells are compared, not written. A block that has
 * no sums in it passes over computed rows and columns instead; which of the two it is, the figures themselves tell.
 */
export function planPaste(
  map: GridMap,
  from: CellKey,
  pasted: readonly (readonly string[])[],
  totalsWith: (changes: readonly PastedCell[]) => Readonly<Record<CellKey, string | null>>,
): PastePlan {
  const { block, leftAway } = withoutLabels(pasted);
  const start = startOf(map, from, block, leftAway);
  const covering = lay(map, start, block, totalsWith, false);
  const passing = lay(map, start, block, totalsWith, true);
  const isCovering = covering.otherSums.length === 0 && covering.outside === 0;
  const best = !isCovering && passing.outside === 0 ? passing : covering;
  const isPlain = best.outside === 0 && best.otherSums.length === 0 && leftAway === 0;
  return { ...best, labelsLeftAway: leftAway, unplaced: [], isPlain };
}

/** Plans a copied table whose cells are known by their labels, whichever cell has the focus. */
export function planPlaced(
  map: GridMap,
  { figures, unplaced }: PastedTable,
  totalsWith: (changes: readonly PastedCell[]) => Readonly<Record<CellKey, string | null>>,
): PastePlan {
  const places = map.flat().flatMap((place) => (place && place.cellKey in figures ? [place] : []));
  const pasted = ({ cellKey }: { cellKey: CellKey }) => ({ cellKey, value: typedFigure(figures[cellKey] ?? "") });
  const changes = places.filter((place) => place.isInput).map(pasted);
  const totals = totalsWith(changes);
  const otherSums = places
    .filter((place) => !place.isInput)
    .map(pasted)
    .filter(({ cellKey, value }) => value !== null && totals[cellKey] !== value);
  const filled = Object.values(figures).filter((value) => value !== null).length;
  const outside = filled - places.filter(({ cellKey }) => figures[cellKey] !== null).length;
  const isPlain = outside === 0 && otherSums.length === 0 && unplaced.length === 0;
  return { changes, otherSums, outside, labelsLeftAway: 0, unplaced, isPlain };
}

/** Leading columns and rows in which no figure stands are the labels of a table copied whole. */
function withoutLabels(pasted: readonly (readonly string[])[]): { block: string[][]; leftAway: number } {
  const isLabels = (texts: readonly string[]) =>
    texts.some((text) => text.trim() !== "") && texts.every((text) => text.trim() === "" || !isFigure(text));
  let block = pasted.map((row) => [...row]);
  let leftAway = 0;
  while ((block[0]?.length ?? 0) > 1 && isLabels(block.map((row) => row[0] ?? ""))) {
    block = block.map((row) => row.slice(1));
    leftAway += 1;
  }
  while (block.length > 1 && isLabels(block[0] ?? [])) {
    block = block.slice(1);
    leftAway += 1;
  }
  return { block, leftAway };
}

/** What somebody meant as a figure, right or wrong: "12", "7件", "240 万元", "-". A label is longer or has no digit. */
function isFigure(text: string): boolean {
  const cleaned = cleanTyped(text);
  return readFigure(cleaned).kind === "number" || /^[-−—–/]$|^[0-9０-９.,，\s]+\p{L}{0,3}$/u.test(cleaned);
}

/** A whole table goes in at its first cell, wherever the caret was. */
function startOf(map: GridMap, from: CellKey, block: readonly string[][], leftAway: number) {
  const width = Math.max(...block.map((row) => row.length));
  const isWhole = leftAway > 0 && block.length === map.length && width === map[0]?.length;
  return isWhole ? { row: 0, column: 0 } : (locate(map, from) ?? { row: 0, column: 0 });
}

function lay(
  map: GridMap,
  start: { row: number; column: number },
  block: readonly string[][],
  totalsWith: (changes: readonly PastedCell[]) => Readonly<Record<CellKey, string | null>>,
  isPassing: boolean,
): Pick<PastePlan, "changes" | "otherSums" | "outside"> {
  const rows = map.slice(start.row).filter((row) => !isPassing || row.some((place) => place?.isInput));
  const changes: PastedCell[] = [];
  const sums: PastedCell[] = [];
  let outside = 0;
  for (const [rowIndex, texts] of block.entries()) {
    const places = (rows[rowIndex] ?? []).slice(start.column).filter((place) => !isPassing || place?.isInput);
    for (const [columnIndex, text] of texts.entries()) {
      const place = places[columnIndex];
      const value = typedFigure(text);
      if (place?.isInput) changes.push({ cellKey: place.cellKey, value });
      else if (place && value !== null) sums.push({ cellKey: place.cellKey, value });
      else if (value !== null) outside += 1;
    }
  }
  const totals = sums.length > 0 ? totalsWith(changes) : {};
  return { changes, otherSums: sums.filter(({ cellKey, value }) => totals[cellKey] !== value), outside };
}
