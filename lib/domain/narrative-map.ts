import { type FigureLookup, resolveNarrative } from "@/lib/domain/narrative";

/** A stretch of a stored text and where it is printed. */
type Piece = {
  kind: "text" | "figure";
  printed: { start: number; end: number };
  stored: { start: number; end: number };
};

/** A stored text as the checks read it, and where each part of that stands in what is stored. */
export type NarrativeMap = { printed: string; pieces: Piece[] };

export type TextRange = { start: number; end: number };

/**
 * Prints a stored text as the checks see it, with empty lines and the spaces around lines gone and live figures as
 * their values, and keeps where each piece comes from.
 */
export function mapNarrative(stored: string, lookup: FigureLookup): NarrativeMap {
  const pieces: Piece[] = [];
  let printed = "";
  let lineStart = 0;
  for (const line of stored.split("\n")) {
    const bare = line.trim();
    if (bare !== "") {
      if (printed !== "") printed += "\n";
      let at = lineStart + line.indexOf(bare);
      for (const segment of resolveNarrative(bare, lookup)) {
        const text = segment.kind === "text" ? segment.text : segment.value;
        const length = segment.kind === "text" ? text.length : segment.cellKey.length + REFERENCE_SIGNS;
        pieces.push({
          kind: segment.kind,
          printed: { start: printed.length, end: printed.length + text.length },
          stored: { start: at, end: at + length },
        });
        printed += text;
        at += length;
      }
    }
    lineStart += line.length + 1;
  }
  return { printed, pieces };
}

/** The braces around a key. */
const REFERENCE_SIGNS = 4;

/** Where a printed range stands in the stored text; a live figure counts whole. Null where nothing is printed there. */
export function storedRange(map: NarrativeMap, range: TextRange): TextRange | null {
  const touched = map.pieces.filter((piece) => piece.printed.start < range.end && piece.printed.end > range.start);
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last) return null;
  const start =
    first.kind === "figure" ? first.stored.start : first.stored.start + Math.max(0, range.start - first.printed.start);
  const end = last.kind === "figure" ? last.stored.end : last.stored.end - Math.max(0, last.printed.end - range.end);
  return { start, end };
}

/** The stored text without what is printed at a range; a line of which nothing is left goes, too. */
export function dropRange(stored: string, lookup: FigureLookup, range: TextRange): string {
  const at = storedRange(mapNarrative(stored, lookup), range);
  if (!at) return stored;
  const before = stored.slice(0, at.start);
  const after = stored.slice(at.end);
  const isLineEmpty = /(?:^|\n)[^\S\n]*$/.test(before) && /^[^\S\n]*(?:\n|$)/.test(after);
  if (!isLineEmpty) return before + after;
  const above = before.replace(/\n?[^\S\n]*$/, "");
  const below = after.replace(/^[^\S\n]*/, "");
  return above === "" ? below.replace(/^\n/, "") : above + below;
}

/** Puts live figures in the place of typed numbers, which are named by where they are printed. */
export function bindFigures(
  stored: string,
  lookup: FigureLookup,
  numbers: readonly (TextRange & { cellKey: string })[],
): string {
  const map = mapNarrative(stored, lookup);
  return numbers
    .flatMap((number) => {
      const range = storedRange(map, number);
      return range ? [{ ...range, cellKey: number.cellKey }] : [];
    })
    .toSorted((left, right) => right.start - left.start)
    .reduce((text, { start, end, cellKey }) => `${text.slice(0, start)}{{${cellKey}}}${text.slice(end)}`, stored);
}
